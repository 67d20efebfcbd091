# SPDX-License-Identifier: EUPL-1.2
"""A small invented catalogue and short ways to write a dossier down."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from assessment.catalogue.catalogue import Catalogue, LegalForm
from assessment.catalogue.checklist import Kind, Question, Theme
from assessment.catalogue.inquiry import read_inquiry
from assessment.catalogue.partner import Basis, Partner, PersonCategory
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.weighing import Framework, Setting
from assessment.dates import Period, When
from assessment.dossier.application import Application, Permit
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.fact import Fact
from assessment.dossier.information import Classification, Consent, Information, Purpose, SourceKind
from assessment.dossier.party import Organisation, Party, Person
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.attribution import Attribution, attribute
from assessment.known import NOT_KNOWN
from assessment.money import Fraction
from resources import files

SENTENCES = read_inquiry(
    Entry(files.read_catalogue(files.LATEST_CATALOGUE).content["inquiry.yaml"], "inquiry.yaml", Faults())
)
TODAY = date(2026, 6, 2)
RECEIVED = When(2026, 3, 2)
BUSINESS = (
    PersonCategory.SUBJECT,
    PersonCategory.MANAGER,
    PersonCategory.CONTROLLER,
    PersonCategory.FINANCIER,
    PersonCategory.NAMED_ON_PERMIT,
    PersonCategory.EQUATED,
    PersonCategory.SUBCONTRACTOR,
)
POLICE = (PersonCategory.SUBJECT, PersonCategory.DIRECTOR_OF_SUBJECT)


def _basis(code: str, *persons: PersonCategory, carries: bool = True, asks_leave: bool = False) -> Basis:
    article = f"artikel {code}"
    return Basis(code, code, article, persons, carries, "", "", purposes=tuple(Purpose), asks_leave=asks_leave)


def question(id_: str, **fields: Any) -> Question:
    given: dict[str, Any] = {
        "theme": "A",
        "kind": Kind.RISK,
        "text": f"Vraag {id_}?",
        "why": "",
        "help": "",
        "evidence": (),
        "innocent": "",
        "signal_on": "ja",
        "finding": f"Bevinding {id_}.",
        "grounds": ("A", "L"),
        "permits": ("ALL",),
        "when": None,
        "decisive_for": (),
        "legal_basis": "",
        "sources": (),
    }
    return Question(id=id_, **{**given, **fields})


def catalogue(*questions: Question, control_share: str = "0.25") -> Catalogue:
    return Catalogue(
        date="2026-01-01",
        checksum="",
        permits={},
        partners={
            one.code: one
            for one in (
                Partner("riec", "RIEC", "", ("open", "tip", "justice", "police", "asking"), "", ""),
                Partner("closed", "Gesloten partner", "", ("police",), "", ""),
                Partner("none", "Partner zonder grondslag", "", (), "", ""),
                Partner("signal", "Melding", "", ("open",), "", "", carries=False),
            )
        },
        bases={
            one.code: one
            for one in (
                _basis("open", PersonCategory.ANYONE),
                _basis("tip", PersonCategory.ANYONE, carries=False),
                _basis("justice", *BUSINESS),
                _basis("police", *POLICE),
                _basis("asking", PersonCategory.ANYONE, asks_leave=True),
            )
        },
        offences={},
        legal_forms={
            "bv": LegalForm("bv", "bv", True, has_capital=True),
            "vof": LegalForm("vof", "vof", True),
            "eenmanszaak": LegalForm("eenmanszaak", "eenmanszaak", False),
        },
        themes=(Theme("A", "Een", ""), Theme("B", "Twee", "")),
        questions={one.id: one for one in questions},
        words={"role": {role.value: role.value for role in Role}},
        inquiry=SENTENCES,
        framework=Framework(
            {"control_share": Setting("control_share", Decimal(control_share), "", "", "")},
        ),
    )


CATALOGUE = catalogue()


def person(id_: str) -> Person:
    return Person(id_, f"Persoon {id_}")


def company(id_: str, form: str = "bv") -> Organisation:
    return Organisation(id_, f"Bedrijf {id_}", legal_form=form)


def relation(from_: str, role: Role, to: str, share: str | None = None, **fields: Any) -> Relation:
    """Write a relation; without dates it has lasted since 2020 and lasts still."""
    given: dict[str, Any] = {"since": When(2020, 1, 1), "until": None, **fields}
    stake = NOT_KNOWN if share is None else Fraction(Decimal(share))
    return Relation(given.pop("id", f"{from_}-{role.value}-{to}"), from_, to, role, share=stake, **given)


def holds(from_: str, to: str, share: str | None, **fields: Any) -> Relation:
    return relation(from_, Role.SHAREHOLDER, to, share, **fields)


def day(text: str) -> When:
    return When.parse(text)


def dossier(*relations: Relation, subject: tuple[str, ...] = ("s",), **fields: Any) -> Dossier:
    """Write a dossier; parties that are only named in relations are companies, except those called p…."""
    parties: dict[str, Party] = {one.id: one for one in fields.pop("parties", ())}
    for id_ in (*subject, *(end for one in relations for end in (one.from_, one.to))):
        parties.setdefault(id_, person(id_) if id_.startswith("p") else company(id_))
    application = fields.pop("application", Application(received_on=RECEIVED, permit_types=(Permit("EXP", "EXP"),)))
    return Dossier(
        reference="T-1",
        catalogue="2026-01-01",
        assessed_on=fields.pop("on", TODAY),
        subject=subject,
        parties=tuple(parties.values()),
        relations=relations,
        application=application,
        **fields,
    )


def fact(actor: str = "p1", **fields: Any) -> Fact:
    return Fact(fields.pop("id", "f1"), actor=actor, **fields)


def period(first: str, last: str) -> Period:
    return Period(day(first), day(last))


def information(id_: str = "i1", **fields: Any) -> Information:
    """Write an item that may be used freely."""
    given: dict[str, Any] = {
        "partner": "riec",
        "basis": "open",
        "purpose": Purpose.BIBOB,
        "about": ("s",),
        "received_on": day("2026-03-20"),
        "source_kind": SourceKind.DOCUMENT,
        "classification": Classification.CONFIDENTIAL,
        "visible_to_subject": Consent.YES,
        "forward": Consent.YES,
        "permission": None,
    }
    return Information(id_, **{**given, **fields})


def event(kind: EventKind, on: str, **fields: Any) -> Event:
    return Event(kind, day(on), **fields)


def tie(*relations: Relation, actor: str = "p1", capacity: Any = "own", **fields: Any) -> Attribution:
    case = dossier(*relations, **fields)
    return attribute(case, CATALOGUE, fact(actor, capacity=capacity))
