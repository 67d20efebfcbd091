# SPDX-License-Identifier: EUPL-1.2
"""When a question is asked: a closed language of nine operations with three values.

It can look at answers, permit types, instrument, whether something exists already, the kind of subject, and whether a
part of the dossier was filled in. It cannot look at a name, nationality, birthplace, address or area (principle 10).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import TypeAlias

from assessment.catalogue.filled_in import Having, is_filled_in
from assessment.dossier.answer import ONBEKEND, Answer
from assessment.dossier.application import Instrument, Route
from assessment.dossier.blind import RuleDossier
from assessment.known import NOT_KNOWN
from assessment.truth import Truth


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
class FullRoute:
    """The route is not light. Not written in files: it comes with every question outside the short list."""


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


Condition: TypeAlias = (
    Answered | AboutPermit | AboutInstrument | Existing | SubjectIs | Has | FullRoute | AllOf | AnyOf | Not
)


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


def holds(condition: Condition | None, dossier: RuleDossier) -> Truth:
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


def _holds_itself(condition: Condition, dossier: RuleDossier) -> Truth:
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
            return is_filled_in(dossier, part)
        case FullRoute():
            return Truth.of(dossier.application.route is not Route.LIGHT)
    raise TypeError(condition)


def _answered(dossier: RuleDossier, question: str, values: tuple[str, ...]) -> Truth:
    """Look at every answer to a question; asked per party, one that fits is enough."""
    given = [_fits(one, values) for one in dossier.answers if one.question == question]
    return reduce(or_, given) if given else Truth.UNKNOWN


def _fits(answer: Answer, values: tuple[str, ...]) -> Truth:
    return Truth.UNKNOWN if answer.said == ONBEKEND else Truth.of(answer.said in values)


def _existing(dossier: RuleDossier, wanted: bool) -> Truth:
    """Look per permit; where neither the permit nor the application says so, it is not known."""
    overall = dossier.application.existing
    said = [overall if permit.existing is NOT_KNOWN else permit.existing for permit in dossier.permits] or [overall]
    truths = [Truth.UNKNOWN if one is NOT_KNOWN else Truth.of(one is wanted) for one in said]
    return reduce(or_, truths, Truth.NO)


def _subject_is(dossier: RuleDossier, kind: SubjectKind) -> Truth:
    parties = [dossier.party(id_) for id_ in dossier.subject]
    truths = [
        Truth.UNKNOWN if one is None else Truth.of(one.is_person is (kind is SubjectKind.PERSON)) for one in parties
    ]
    return reduce(or_, truths) if truths else Truth.UNKNOWN
