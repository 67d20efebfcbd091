# SPDX-License-Identifier: EUPL-1.2
"""The facts beside a ground in words: those that count, and those that do not with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.outcome import Assessment, FactOutcome
from assessment.telling.words import told_years


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: its id, what it is, what is told below it, and whether it counts."""

    id: str
    title: str
    second: str
    counts: bool


def fact_lines(ground: str, dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> tuple[FactLine, ...]:
    """Give all facts of a dossier for one ground: what counts first, then what does not."""
    outcomes = {one.id: one for one in assessment.facts}
    found = [
        _line(fact, outcomes[fact.id], ground, dossier, catalogue) for fact in dossier.facts if fact.id in outcomes
    ]
    return tuple(sorted(found, key=lambda one: not one.counts))


def fact_title(fact: Fact, catalogue: Catalogue) -> str:
    """Name a fact by its id and offence."""
    offence = catalogue.offences.get(fact.offence)
    return f"{fact.id} · {offence.name if offence else 'strafbaar feit nog niet bekend'}"


def _line(fact: Fact, outcome: FactOutcome, ground: str, dossier: Dossier, catalogue: Catalogue) -> FactLine:
    counts = ground in outcome.counts_for
    second = _who(fact, outcome, dossier) if counts else _why_not(outcome, ground)
    return FactLine(fact.id, fact_title(fact, catalogue), second, counts)


def _who(fact: Fact, outcome: FactOutcome, dossier: Dossier) -> str:
    actor = dossier.name_of(fact.actor) or "dader niet bekend"
    age = "ouderdom niet bekend" if outcome.age_years is None else f"{told_years(outcome.age_years)} oud"
    return f"{actor} · {age}"


def _why_not(outcome: FactOutcome, ground: str) -> str:
    found = [one.reason for one in outcome.not_for if one.ground == ground]
    return " ".join(f"{one.text} ({one.basis})" if one.basis else one.text for one in found)
