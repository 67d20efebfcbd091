# SPDX-License-Identifier: EUPL-1.2
"""What the program concludes from a dossier: the values behind `toetssteen-beoordeling/1`.

Two kinds of statement are kept apart everywhere: what *follows* from a rule, and what is the
*judgement* of an officer. Nothing here is a number for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assessment.degree import Degree
from assessment.dossier.conclusion import Decision
from assessment.dossier.event import EventKind
from assessment.money import Money
from assessment.outcome_control import Control, Remainder
from assessment.truth import Truth


class Nature(StrEnum):
    """Whether a statement follows from a rule or is somebody's judgement."""

    RULE = "rule"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of an explanation, the article or source it rests on, what it is about, and which rule spoke."""

    text: str
    basis: str = ""
    nature: Nature = Nature.RULE
    about: tuple[str, ...] = ()
    rule: str = ""


class EvidenceClass(StrEnum):
    """What a fact is worth as proof (Wet Bibob art. 3a)."""

    POINTS_TO = "points-to"
    SUSPICION = "suspicion"
    EXCLUDED = "excluded"
    NOT_PLAUSIBLE = "not-plausible"


class Tie(StrEnum):
    """How the subject stands to an offence (art. 3 par. 4), from closest to none."""

    A = "a"
    B_LEADS = "b-leads"
    B_CONTROLS = "b-controls"
    B_FINANCES = "b-finances"
    C_LEADS = "c-leads"
    C_CONTROLS = "c-controls"
    C_FINANCES = "c-finances"
    C_PARTNERSHIP = "c-partnership"
    NONE = "none"


class Verdict(StrEnum):
    """What the gate says of an item of information."""

    USABLE = "usable"
    CLOSED_PART = "closed-part"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether one item of information may be used, why, and what would unblock it."""

    information: str
    verdict: Verdict
    may_carry: bool
    reasons: tuple[Reason, ...] = ()
    cure: str = ""


@dataclass(frozen=True, slots=True)
class NotFor:
    """Why a fact does not count for a ground."""

    ground: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class FactOutcome:
    """One fact, weighed on its own: class, relation, age, and the grounds it counts for."""

    id: str
    evidence_class: EvidenceClass
    relation: Tie
    relation_path: tuple[str, ...]
    relation_current: bool | None
    running: bool
    age_years: float | None
    counts_for: tuple[str, ...]
    not_for: tuple[NotFor, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One computed figure with its formula and inputs, so that the sum can be shown.

    `counts` names the inputs that are numbers of things and not amounts of money. `source` is where a norm comes from.
    """

    name: str
    value: Decimal | None
    is_money: bool
    formula: str
    inputs: tuple[tuple[str, Decimal], ...] = ()
    source: str = ""
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Funding:
    """The totals of the financing; `gap` is None where need or sources were not recorded."""

    need: Money
    declared: Money
    gap: Money | None
    evidenced: Money
    evidenced_share: Decimal | None
    cash_share: Decimal | None
    private_foreign_share: Decimal | None
    turnover_change: Decimal | None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one checklist question means now that it was answered; `about` one party, or the dossier as a whole."""

    id: str
    holds: Truth
    kind: str
    grounds: tuple[str, ...]
    rests_on: tuple[str, ...]
    text: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that is not known: a task, never a reason for or against."""

    id: str
    about: str


@dataclass(frozen=True, slots=True)
class GroundOutcome:
    """Ground a or b: criteria, indication, range, the row that spoke, and how robust it is."""

    ground: str
    criteria: Mapping[str, object]
    indication: Degree
    low: Degree
    high: Degree
    rule: str
    reasons: tuple[Reason, ...] = ()
    decisive: tuple[tuple[str, ...], ...] = ()
    would_raise: tuple[tuple[str, ...], ...] = ()
    by_facts: Degree = Degree.NONE
    """What the facts indicate by themselves, where the law deems the danger serious (art. 4 par. 1)."""


class Invoked(StrEnum):
    """What follows about art. 3 par. 6."""

    INVOKED = "invoked"
    NOT_INVOKED = "not-invoked"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class ObtainOutcome:
    """Par. 6: whether it can be invoked, on which facts, and which elements are missing."""

    indication: Invoked
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Severity(StrEnum):
    """What a check asks: stop, a written answer, or only attention."""

    BLOCK = "block"
    ANSWER = "answer"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Check:
    """One check that is not met: what about, in plain Dutch, on which basis, and the cure.

    `hard`: a written answer does not lift it.
    """

    id: str
    severity: Severity
    about: tuple[str, ...]
    text: str
    basis: str
    cure: str = ""
    answered: bool = False
    hard: bool = False

    @property
    def records(self) -> tuple[str, ...]:
        """The records that it is about; a part of the conclusion (`conclusion.age_of_facts`) is named in its text."""
        return tuple(one for one in self.about if "." not in one)

    @property
    def holds_back(self) -> bool:
        """Whether no advice can be final yet: it blocks, or still waits for the officer's written answer."""
        return self.severity is Severity.BLOCK or (self.severity is Severity.ANSWER and not self.answered)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that the statute makes the authority do (law.md 1.10).

    `done_by` are the kinds of event that fulfil it, `done` says in words what does.
    """

    id: str
    due: date | None
    text: str
    basis: str
    fulfilled: bool = False
    done_by: tuple[EventKind, ...] = ()
    done: str = ""


@dataclass(frozen=True, slots=True)
class TermStep:
    """One step in the counting of a term."""

    rule: str
    from_: date
    until: date
    text: str = ""

    @property
    def days(self) -> int:
        """How many days it lasts; the day on which it begins or that on which it ends does not count."""
        return (self.until - self.from_).days


@dataclass(frozen=True, slots=True)
class Term:
    """One term with its three ends (law.md C11), the steps that lead there, and sentences that explain the rest.

    `notes` say why an end was moved, what is uncertain and how it was read, what is still out, and what does not count.
    """

    id: str
    raw_end: date
    statutory_end: date
    safe_end: date
    suspended_days: int
    steps: tuple[TermStep, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole outcome; `receipt` proves on which dossier, catalogue and program it rests."""

    reference: str
    catalogue: str
    program: str
    assessed_on: date
    admissions: tuple[Admission, ...]
    facts: tuple[FactOutcome, ...]
    control: tuple[Control, ...]
    remainders: tuple[Remainder, ...]
    funding: Funding | None
    findings: tuple[Finding, ...]
    open_points: tuple[OpenPoint, ...]
    a: GroundOutcome
    b: GroundOutcome
    c: ObtainOutcome
    options: tuple[Decision, ...]
    checks: tuple[Check, ...]
    duties: tuple[Duty, ...]
    terms: tuple[Term, ...]
    receipt: str
