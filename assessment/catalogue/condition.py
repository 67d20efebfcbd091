# SPDX-License-Identifier: EUPL-1.2
"""When a question is asked: a closed language of nine operations with three values.

It can look at answers, permit types, instrument, whether something exists already, the kind of subject, and whether a
part of the dossier was filled in. It cannot look at a name, nationality, birthplace, address or area (principle 10).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import TypeAlias

from assessment.catalogue.reading import Entry
from assessment.dossier.answer import JA, NEE, ONBEKEND, AnswerValue
from assessment.dossier.application import Instrument
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, FundingKind
from assessment.dossier.party import Organisation
from assessment.known import NOT_KNOWN, NOT_LISTED
from assessment.truth import Truth

LOANS = (
    FundingKind.BANK_LOAN,
    FundingKind.PRIVATE_LOAN,
    FundingKind.FOREIGN_LOAN,
    FundingKind.BREWERY_LOAN,
    FundingKind.VENDOR_LOAN,
    FundingKind.LANDLORD,
)


class Having(StrEnum):
    """The parts of a dossier of which a condition may ask whether they are there."""

    FINANCING = "financing"
    LOAN = "loan"
    RELATIONS = "relations"
    ENDED_RELATION = "ended-relation"
    FACTS = "facts"
    INFORMATION = "information"
    BUREAU_ADVICES = "bureau-advices"
    ORGANISATION = "organisation"


class SubjectKind(StrEnum):
    """What a subject can be."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Answered:
    """`{question: STR-10, is: ja}` or `{question: STR-10, in: [ja, n.v.t.]}`."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AboutPermit:
    """`{permit: [ALC, EXP]}`: one of these is among the permits."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AboutInstrument:
    """`{instrument: [contract, property]}`."""

    kinds: tuple[Instrument, ...]


@dataclass(frozen=True, slots=True)
class Existing:
    """`{existing: ja}`: one of the permits has already been granted; `nee`: one is applied for."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class SubjectIs:
    """`{subject: organisation}`: one of the subjects is of this kind."""

    kind: SubjectKind


@dataclass(frozen=True, slots=True)
class Has:
    """`{has: financing}`: this part of the dossier was filled in."""

    part: Having


@dataclass(frozen=True, slots=True)
class AllOf:
    """`{all: […]}`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`{any: […]}`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """`{not: …}`."""

    part: Condition


Condition: TypeAlias = Answered | AboutPermit | AboutInstrument | Existing | SubjectIs | Has | AllOf | AnyOf | Not


def read_condition(entry: Entry) -> Condition:
    """Read one condition; a fault leaves an empty `AllOf` behind."""
    known = [key for key in entry.keys if key in _READERS]
    if len(known) != 1:
        entry.fault("when", f"hier hoort precies één van deze sleutels te staan: {', '.join(_READERS)}")
        return AllOf(())
    condition = _READERS[known[0]](entry, known[0])
    entry.close()
    return condition


def _read_answered(entry: Entry, key: str) -> Condition:
    question = entry.text(key)
    values = entry.texts("in") if "in" in entry.keys else (entry.text("is"),)
    return Answered(question, values)


def _read_instrument(entry: Entry, key: str) -> Condition:
    kinds = []
    for word in entry.texts(key):
        if word in tuple(Instrument):
            kinds.append(Instrument(word))
        else:
            entry.fault(key, f"{word!r} staat niet in: {', '.join(Instrument)}")
    return AboutInstrument(tuple(kinds))


def _parts(entry: Entry, key: str) -> tuple[Condition, ...]:
    parts = entry.entries(key)
    if not parts:
        entry.fault(key, "hier hoort ten minste één voorwaarde te staan")
    return tuple(read_condition(part) for part in parts)


_READERS: Mapping[str, Callable[[Entry, str], Condition]] = {
    "question": _read_answered,
    "permit": lambda entry, key: AboutPermit(entry.texts(key)),
    "instrument": _read_instrument,
    "existing": lambda entry, key: Existing(entry.flag(key)),
    "subject": lambda entry, key: SubjectIs(entry.choice(key, SubjectKind)),
    "has": lambda entry, key: Has(entry.choice(key, Having)),
    "all": lambda entry, key: AllOf(_parts(entry, key)),
    "any": lambda entry, key: AnyOf(_parts(entry, key)),
    "not": lambda entry, key: Not(read_condition(entry.entry(key))),
}


def questions_in(condition: Condition | None) -> frozenset[str]:
    """Name the questions that a condition looks at."""
    match condition:
        case Answered(question, _):
            return frozenset({question})
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(questions_in(part) for part in parts))
        case Not(part):
            return questions_in(part)
    return frozenset()


def permits_in(condition: Condition | None) -> frozenset[str]:
    """Name the permit types that a condition looks at."""
    match condition:
        case AboutPermit(codes):
            return frozenset(codes)
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(permits_in(part) for part in parts))
        case Not(part):
            return permits_in(part)
    return frozenset()


def holds(condition: Condition | None, dossier: Dossier) -> Truth:
    """Say whether a condition is met; what was not answered or not filled in is not known."""
    match condition:
        case None:
            return Truth.YES
        case AllOf(parts):
            return reduce(and_, (holds(part, dossier) for part in parts), Truth.YES)
        case AnyOf(parts):
            return reduce(or_, (holds(part, dossier) for part in parts), Truth.NO)
        case Not(part):
            return ~holds(part, dossier)
    return _holds_itself(condition, dossier)


def _holds_itself(condition: Condition, dossier: Dossier) -> Truth:
    match condition:
        case Answered(question, values):
            return _answered(dossier, question, values)
        case AboutPermit(codes):
            types = {permit.type for permit in dossier.permits}
            return Truth.of(bool(types & set(codes))) if types else Truth.UNKNOWN
        case AboutInstrument(kinds):
            return Truth.of(dossier.application.instrument in kinds)
        case Existing(wanted):
            return _existing(dossier, wanted)
        case SubjectIs(kind):
            return _subject_is(dossier, kind)
        case Has(part):
            return _has(dossier, part)
    raise TypeError(condition)
