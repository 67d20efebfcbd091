# SPDX-License-Identifier: EUPL-1.2
"""The screening checklist: themes and questions with stable ids."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.catalogue.condition import AllOf, Condition, FullRoute, holds
from assessment.catalogue.condition_reading import read_condition
from assessment.catalogue.reading import Entry, by_id
from assessment.dossier.blind import RuleDossier
from assessment.truth import Truth


class Kind(StrEnum):
    """How an answer may be used (practice.md 3, note 6)."""

    RISK = "risk"
    COMPLETENESS = "completeness"
    MITIGATING = "mitigating"
    TRIGGER = "trigger"
    CONTEXT = "context"
    PROCESS = "process"
    CARE = "care"


class Per(StrEnum):
    """Of whom a question is asked one by one, when there is more than one of them."""

    LENDER = "lender"
    MANAGER = "manager"
    LANDLORD = "landlord"
    ORGANISATION = "organisation"


COUNTING_KINDS = (Kind.RISK, Kind.COMPLETENESS, Kind.MITIGATING)
"""Kinds that can feed a finding about the subject; the others never count against anybody."""

AREA_THEME = "J"
"""The chapter on the area: a reason to look or background, and never more (principle 10)."""

EVERY_PERMIT = "ALL"
"""Stands in a question's permits for all types."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter of the checklist."""

    code: str
    name: str
    intro: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question: when it is asked, which answer is a signal, why, and on what basis.

    `grounds` are the letters of practice.md: A, B, R (relation), F (false information),
    L (ordinary ground), or proces, trigger, context, zorg. `decisive_for` names the grounds (a, b)
    for which an unanswered question keeps a higher degree open (weighing.md no. 15). `light` marks the short list
    that is enough on the light route. `per`: asked of each of these parties by itself. `own`: added by
    a municipality, for inside use; never part of the national form (law.md N13). `stays`: why it cannot be switched
    off. `switched_off`: why a municipality does not ask it.
    """

    id: str
    theme: str
    kind: Kind
    text: str
    why: str
    help: str
    evidence: tuple[str, ...]
    innocent: str
    signal_on: str
    finding: str
    grounds: tuple[str, ...]
    permits: tuple[str, ...]
    when: Condition | None
    decisive_for: tuple[str, ...]
    legal_basis: str
    sources: tuple[str, ...]
    light: bool = False
    per: Per | None = None
    own: bool = False
    stays: str = ""
    switched_off: str = ""

    def applies(self, dossier: RuleDossier) -> Truth:
        """Say whether this question is asked: by permit type, and by its condition, which holds the route."""
        if self.switched_off:
            return Truth.NO
        return self._fits_permits(dossier) & holds(self.when, dossier)

    def _fits_permits(self, dossier: RuleDossier) -> Truth:
        if EVERY_PERMIT in self.permits:
            return Truth.YES
        types = {permit.type for permit in dossier.permits}
        return Truth.of(bool(types & set(self.permits))) if types else Truth.UNKNOWN


def read_themes(top: Entry) -> tuple[Theme, ...]:
    """Read the theme that heads one file of the checklist."""
    entry = top.entry("theme")
    theme = Theme(code=entry.text("code"), name=entry.text("name"), intro=entry.text("intro"))
    entry.close()
    return (theme,)


def read_questions(top: Entry) -> dict[str, Question]:
    """Read the questions of one file of the checklist."""
    return by_id(top, "questions", _read_question)


def _read_question(entry: Entry, id_: str) -> Question:
    light = entry.flag("light", needed=False)
    return Question(
        id=id_,
        theme=entry.text("theme"),
        kind=entry.choice("kind", Kind),
        text=entry.text("text"),
        why=entry.text("why"),
        help=entry.text("help"),
        evidence=entry.texts("evidence"),
        innocent=entry.text("innocent"),
        signal_on=entry.text("signal_on"),
        finding=entry.text("finding"),
        grounds=entry.texts("grounds"),
        permits=entry.texts("permits"),
        when=_read_when(entry, light),
        decisive_for=entry.texts("decisive_for", needed=False),
        legal_basis=entry.text("legal_basis"),
        sources=entry.texts("sources"),
        light=light,
        per=entry.choice("per", Per) if "per" in entry.keys else None,
        own=entry.flag("own", needed=False),
        stays=entry.text("stays", needed=False),
    )


def _read_when(entry: Entry, light: bool) -> Condition | None:
    """Read the condition; what is not on the short list also asks for a route that is not light."""
    written = read_condition(entry.entry("when")) if "when" in entry.keys else None
    if light:
        return written
    return AllOf((FullRoute(), written)) if written else FullRoute()
