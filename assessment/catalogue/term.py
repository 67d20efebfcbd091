# SPDX-License-Identifier: EUPL-1.2
"""How long terms last, what suspends them, which days do not count, and how is counted where the statute is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from assessment.catalogue.wording import Sentence
from assessment.dossier.application import Procedure
from assessment.dossier.event import EventKind


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time with the rule that gives it, and what is counted in words."""

    id: str
    number: int
    unit: Unit
    rule: str
    source: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureTerm:
    """The decision term of one procedure.

    `in_statute`: the Algemene termijnenwet moves its end; `extension_rule`: what allows an extension (empty: nothing
    does); `extension_weeks`: the most that it can add (0: no limit in the rule); `notice_weeks`: within how many weeks
    after receipt it must be announced (0: within the term itself). `changed_by` names the municipality whose by-law
    says otherwise than what ships.
    """

    length: Length
    in_statute: bool
    extension_weeks: int
    extension_rule: str
    extension_text: str = ""
    notice_weeks: int = 0
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class Suspension:
    """Something that makes a term stand still: how it is called, by which rule, and what happens in words.

    Where `begins` and `ends` are given, it lasts from the one event (`day_after`: from the day after it) up to, not
    including, the other, in the procedures of `only_for` (empty: in all) that are not in `not_for`.
    """

    id: str
    name: str
    rule: str
    text: str
    begins: EventKind | None = None
    ends: EventKind | None = None
    day_after: bool = False
    only_for: frozenset[Procedure] = frozenset()
    not_for: frozenset[Procedure] = frozenset()

    def holds_for(self, procedure: Procedure) -> bool:
        """Whether it suspends the term of a procedure."""
        return procedure not in self.not_for and (not self.only_for or procedure in self.only_for)


@dataclass(frozen=True, slots=True)
class Reading:
    """A way of counting on which the statute is silent: what was chosen, and the sentence that says so.

    `names` tells each option in a few words that follow `name`. `changed_by` names the municipality that chose itself:
    its rule is then the `source`, and there is no `reason` of ours.
    """

    id: str
    value: str
    texts: Mapping[str, Sentence]
    reason: str
    source: str
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    changed_by: str = ""

    @property
    def choice(self) -> str:
        """What was chosen, as one sentence without places."""
        return f"{self.name} {self.names[self.value]}"

    def told(self, **places: str) -> str:
        """Tell what is uncertain and what was chosen."""
        return self.texts[self.value].filled(**places)


@dataclass(frozen=True, slots=True)
class PenaltyStep:
    """So many days at so much a day (Awb 4:17 par. 2), in euro."""

    days: int
    amount: int


@dataclass(frozen=True, slots=True)
class TermRules:
    """All of `terms.yaml`; `equated` are the days of the Crown (Termijnenwet art. 3 par. 3) with their sources."""

    procedures: Mapping[Procedure, ProcedureTerm] = field(default_factory=dict)
    lengths: Mapping[str, Length] = field(default_factory=dict)
    suspensions: Mapping[str, Suspension] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    notes: Mapping[str, Sentence] = field(default_factory=dict)
    days_off: Mapping[str, str] = field(default_factory=dict)
    equated: Mapping[date, str] = field(default_factory=dict)
    penalty: tuple[PenaltyStep, ...] = ()

    def chosen(self, reading: str) -> str:
        """Give how is counted where the statute is silent."""
        return self.readings[reading].value

    def note(self, id_: str, **places: str) -> str:
        """Fill a sentence that explains a term."""
        return self.notes[id_].filled(**places)


NO_TERMS: Final = TermRules()
