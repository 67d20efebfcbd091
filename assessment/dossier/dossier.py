# SPDX-License-Identifier: EUPL-1.2
"""The dossier as a whole: everything that was recorded about one application."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Authority, Permit
from assessment.dossier.bureau_advice import BureauAdvice
from assessment.dossier.conclusion import Conclusion
from assessment.dossier.document import Document
from assessment.dossier.event import Event
from assessment.dossier.fact import Fact
from assessment.dossier.financing import Financing
from assessment.dossier.hearing import Hearing
from assessment.dossier.information import Information
from assessment.dossier.party import Party
from assessment.dossier.relation import Relation
from assessment.dossier.review import Review
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, Opaque


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_HasId)


def put(records: tuple[R, ...], record: R) -> tuple[R, ...]:
    """Replace the record with the same id, or add it at the end."""
    if any(one.id == record.id for one in records):
        return tuple(record if one.id == record.id else one for one in records)
    return (*records, record)


def drop(records: tuple[R, ...], id_: str) -> tuple[R, ...]:
    """Leave out the record with this id."""
    return tuple(one for one in records if one.id != id_)


def next_id(records: tuple[_HasId, ...], letter: str) -> str:
    """Give the first free id of a kind: `p12` after `p11`; ids of removed records may come back."""
    numbers = [int(one.id[1:]) for one in records if one.id[:1] == letter and one.id[1:].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is recorded; `assessed_on` is the only clock of an assessment."""

    reference: str
    catalogue: str
    assessed_on: date
    authority: Authority = Authority()
    application: Application = Application()
    subject: tuple[str, ...] = NOT_LISTED
    parties: tuple[Party, ...] = NOT_LISTED
    relations: tuple[Relation, ...] = NOT_LISTED
    information: tuple[Information, ...] = NOT_LISTED
    facts: tuple[Fact, ...] = NOT_LISTED
    financing: Maybe[Financing] = NOT_KNOWN
    documents: tuple[Document, ...] = NOT_LISTED
    answers: tuple[Answer, ...] = NOT_LISTED
    events: tuple[Event, ...] = NOT_LISTED
    bureau_advices: tuple[BureauAdvice, ...] = NOT_LISTED
    hearings: tuple[Hearing, ...] = NOT_LISTED
    conclusion: Maybe[Conclusion] = NOT_KNOWN
    reviews: tuple[Review, ...] = NOT_LISTED
    signals: tuple[Opaque, ...] = NOT_LISTED
    plan: Maybe[Opaque] = NOT_KNOWN

    @property
    def permits(self) -> tuple[Permit, ...]:
        """The permits that are decided on."""
        return self.application.permit_types

    def party(self, id_: str) -> Party | None:
        """Find a party by its id."""
        return next((one for one in self.parties if one.id == id_), None)

    def name_of(self, id_: str) -> str:
        """Give the name of a party, or its id when it has none."""
        party = self.party(id_)
        return (party.name if party else "") or id_

    def answer_to(self, question: str, about: str = "") -> Answer | None:
        """Find the answer to a question, for the dossier as a whole or about one party; nothing when there is none."""
        return next((one for one in self.answers if one.question == question and one.party == about), None)

    def with_relations(
        self, subject: tuple[str, ...], relations: tuple[Relation, ...], financing: Maybe[Financing]
    ) -> Dossier:
        """Give the dossier with other subjects, relations and financing."""
        return replace(self, subject=subject, relations=relations, financing=financing)

    def with_answers(self, answers: tuple[Answer, ...]) -> Dossier:
        """Give the dossier with other answers."""
        return replace(self, answers=answers)

    def with_answer(self, answer: Answer) -> Dossier:
        """Record an answer in place of an earlier one to the same question about the same party."""
        earlier = self.answer_to(answer.question, answer.party)
        if earlier is None:
            return replace(self, answers=(*self.answers, answer))
        return replace(self, answers=tuple(answer if one is earlier else one for one in self.answers))

    def without_answer(self, question: str, about: str = "") -> Dossier:
        """Take away the answer to a question about one party, or for the dossier as a whole."""
        answers = tuple(one for one in self.answers if (one.question, one.party) != (question, about))
        return replace(self, answers=answers)
