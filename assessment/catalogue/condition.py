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

from assessment.dates import When
from assessment.dossier.answer import JA, NEE, ONBEKEND
from assessment.dossier.application import Instrument
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, FundingKind
from assessment.dossier.party import Organisation, Party
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
    THIRD_PARTIES = "third-parties"


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


def _answered(dossier: Dossier, question: str, values: tuple[str, ...]) -> Truth:
    answer = dossier.answer_to(question)
    if answer is None or answer.value == ONBEKEND:
        return Truth.UNKNOWN
    spoken = {True: JA, False: NEE}[answer.value] if isinstance(answer.value, bool) else str(answer.value)
    return Truth.of(spoken in values)


def _existing(dossier: Dossier, wanted: bool) -> Truth:
    """Look per permit; where neither the permit nor the application says so, it is not known."""
    overall = dossier.application.existing
    said = [overall if permit.existing is NOT_KNOWN else permit.existing for permit in dossier.permits] or [overall]
    truths = [Truth.UNKNOWN if one is NOT_KNOWN else Truth.of(one is wanted) for one in said]
    return reduce(or_, truths, Truth.NO)


def _subject_is(dossier: Dossier, kind: SubjectKind) -> Truth:
    parties = [dossier.party(id_) for id_ in dossier.subject]
    truths = [Truth.UNKNOWN if one is None else Truth.of(one.kind == kind) for one in parties]
    return reduce(or_, truths) if truths else Truth.UNKNOWN


def _has(dossier: Dossier, part: Having) -> Truth:
    rows = _ROWS[part](dossier)
    if rows is NOT_LISTED or rows is NOT_KNOWN:
        return Truth.UNKNOWN
    return Truth.of(bool(rows))


def _financing(dossier: Dossier) -> object:
    money = dossier.financing
    if not isinstance(money, Financing):
        return money
    return money.sources or money.need


def _loans(dossier: Dossier) -> object:
    money = dossier.financing
    if not isinstance(money, Financing) or money.sources is NOT_LISTED:
        return NOT_KNOWN
    if any(line.kind in LOANS for line in money.sources):
        return True
    return NOT_KNOWN if any(line.kind is NOT_KNOWN for line in money.sources) else False


def _ended(dossier: Dossier) -> object:
    if dossier.relations is NOT_LISTED:
        return NOT_KNOWN
    if any(isinstance(one.until, When) for one in dossier.relations):
        return True
    return NOT_KNOWN if any(one.until is NOT_KNOWN for one in dossier.relations) else False


def _some_parties(dossier: Dossier, wanted: Callable[[Party], bool]) -> object:
    return [party for party in dossier.parties if wanted(party)] if dossier.parties else dossier.parties


def _is_sole_trade(party: Party) -> bool:
    """A sole trader's firm is the trader himself, not somebody else (weighing.md no. 5)."""
    return isinstance(party, Organisation) and party.legal_form == "eenmanszaak"


_ROWS: Mapping[Having, Callable[[Dossier], object]] = {
    Having.FINANCING: _financing,
    Having.LOAN: _loans,
    Having.RELATIONS: lambda dossier: dossier.relations,
    Having.ENDED_RELATION: _ended,
    Having.FACTS: lambda dossier: dossier.facts,
    Having.INFORMATION: lambda dossier: dossier.information,
    Having.BUREAU_ADVICES: lambda dossier: dossier.bureau_advices,
    Having.ORGANISATION: lambda dossier: _some_parties(dossier, lambda party: isinstance(party, Organisation)),
    Having.THIRD_PARTIES: lambda dossier: _some_parties(
        dossier, lambda party: party.id not in dossier.subject and not _is_sole_trade(party)
    ),
}
