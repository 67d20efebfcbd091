# SPDX-License-Identifier: EUPL-1.2
"""A dossier as the rules see it: who somebody is and where he lives is not there (law.md N2; principle 10).

Everything that weighs takes a `RuleDossier`, whose parties are `Actor`s: an id, person or organisation, legal form and
founding. Name, birth, number, address, country and place are no part of these types, so a rule that reads one does not
pass the type checker; and `blinded` takes them out of the values that an assessment is made of.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.application import Authority, Instrument, Permit, Procedure, Route, Trigger
from assessment.dossier.bureau_advice import BureauAdvice
from assessment.dossier.conclusion import Conclusion
from assessment.dossier.document import Document
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.dossier.fact import Fact
from assessment.dossier.financing import Financing
from assessment.dossier.hearing import Hearing
from assessment.dossier.information import Information
from assessment.dossier.party import Organisation, Party, Person
from assessment.dossier.relation import Relation
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


class Actor(Protocol):
    """A party without who he is. `form` and `founded` are those of an organisation; a person has neither."""

    @property
    def id(self) -> str:
        """The id by which records speak of the party."""

    @property
    def is_person(self) -> bool:
        """Whether it is a natural person."""

    @property
    def form(self) -> Maybe[str]:
        """The code of the legal form."""

    @property
    def founded(self) -> Maybe[When]:
        """When the organisation was founded."""


class RuleApplication(Protocol):
    """An application without its place."""

    @property
    def instrument(self) -> Instrument:
        """Permit, subsidy, contract or property."""

    @property
    def permit_types(self) -> tuple[Permit, ...]:
        """What is decided on."""

    @property
    def existing(self) -> bool | NotKnown:
        """Whether it was granted already."""

    @property
    def received_on(self) -> Maybe[When]:
        """When it came in."""

    @property
    def procedure(self) -> Procedure | NotKnown:
        """Which term rules the decision."""

    @property
    def trigger(self) -> Trigger | NotKnown:
        """Why it is assessed."""

    @property
    def route(self) -> Route | NotKnown:
        """How deep the assessment goes."""

    def is_existing(self, permit: Permit) -> bool:
        """Whether a permit has already been granted."""


class RuleDossier(Protocol):
    """A dossier as far as a rule may look."""

    @property
    def assessed_on(self) -> date:
        """The only clock."""

    @property
    def application(self) -> RuleApplication:
        """What is applied for."""

    @property
    def permits(self) -> tuple[Permit, ...]:
        """The permits that are decided on."""

    @property
    def subject(self) -> tuple[str, ...]:
        """The ids of the subjects."""

    @property
    def parties(self) -> tuple[Actor, ...]:
        """The parties, without who they are."""

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What one party is to another."""

    @property
    def information(self) -> tuple[Information, ...]:
        """What partners gave."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Offences and circumstances."""

    @property
    def financing(self) -> Maybe[Financing]:
        """The money."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """What was asked of the subject."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Answers to the checklist."""

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened in the procedure."""

    @property
    def bureau_advices(self) -> tuple[BureauAdvice, ...]:
        """Advices of the Bureau."""

    @property
    def hearings(self) -> tuple[Hearing, ...]:
        """Opportunities to give a view."""

    @property
    def conclusion(self) -> Maybe[Conclusion]:
        """What the officer concluded."""

    def party(self, id_: str) -> Actor | None:
        """Find a party by its id."""

    def answer_to(self, question: str, about: str = "") -> Answer | None:
        """Find the answer to a question."""

    def with_relations(
        self, subject: tuple[str, ...], relations: tuple[Relation, ...], financing: Maybe[Financing]
    ) -> RuleDossier:
        """Give the same with other subjects, relations and financing."""

    def with_answers(self, answers: tuple[Answer, ...]) -> RuleDossier:
        """Give the same with other answers."""


def blinded(dossier: Dossier) -> RuleDossier:
    """Take out who everybody is and where the activity takes place; what rules look at stays as it was recorded.

    Out go also the texts that may name a place (activity, reason for the route), which municipality it is, and the
    signals and plan of an area.
    """
    parties = tuple(_blind(one) for one in dossier.parties) if dossier.parties else dossier.parties
    application = replace(dossier.application, location=NOT_KNOWN, activity=NOT_KNOWN, route_reason=NOT_KNOWN)
    return replace(
        dossier,
        authority=Authority(organ=dossier.authority.organ),
        parties=parties,
        application=application,
        reviews=NOT_LISTED,
        signals=NOT_LISTED,
        plan=NOT_KNOWN,
    )


def _blind(party: Party) -> Party:
    if isinstance(party, Person):
        return Person(party.id)
    return Organisation(party.id, legal_form=party.legal_form, founded_on=party.founded_on)
