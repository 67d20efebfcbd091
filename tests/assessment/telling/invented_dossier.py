# SPDX-License-Identifier: EUPL-1.2
"""A dossier with one of everything."""

from datetime import date
from decimal import Decimal

from assessment.dates import Period, When
from assessment.degree import Degree
from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Authority, Instrument, Location, Permit, Route, Trigger
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import (
    CheckAnswer,
    Conclusion,
    Condition,
    Decision,
    GroundConclusion,
    Measure,
    ObtainConclusion,
    RegularGrounds,
)
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.fact import Benefit, Fact, Link, PermitLink, Plausible, Status, Suspicion
from assessment.dossier.financing import Evidence, Financing, FundingKind, NeedLine, SourceLine
from assessment.dossier.hearing import Hearing
from assessment.dossier.information import Classification, Consent, Information, Purpose, SourceKind
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.money import money

ON = date(2026, 4, 15)
APPLICATION = Application(
    Instrument.PERMIT,
    (Permit("ALC", "ALC"), Permit("EXP", "EXP")),
    False,
    When(2026, 1, 26),
    activity="café met terras",
    location=Location("Denkbeeldstraat 12", "9991 ZZ", "Fictenveen"),
    trigger=Trigger.ALWAYS,
    route=Route.EXTENDED,
    route_reason="Reden van de route, letterlijk.",
)
PARTIES = (
    Person("p1", "Daan Fictema", When(1998, 4, 17), "999991012"),
    Organisation("p2", "Verzonnen Vink B.V.", "bv", "99000011"),
    Person("p4", "Sjors Bedenksel"),
)
RELATIONS = (
    Relation("r1", "p1", "p2", Role.SHAREHOLDER, Decimal("1.0"), When(2026, 1, 5), None, ("i1",)),
    Relation("r2", "p4", "p1", Role.FACTUAL_MANAGER, until=None, indicators=("Geeft aanwijzingen.",)),
    Relation("r3", "p4", "p2", Role.FINANCIER, since=When(2024), until=When(2025, 3)),
)
INFORMATION = (
    Information(
        "i1",
        "kvk",
        "bibob-7b",
        Purpose.BIBOB,
        ("p1", "p2"),
        received_on=When(2026, 3, 5),
        content="Open inhoud van i1.",
        source_kind=SourceKind.PUBLIC_REGISTER,
        classification=Classification.PUBLIC,
        forward=Consent.YES,
    ),
    Information(
        "i7",
        "om",
        "wjsg-39f",
        Purpose.BIBOB,
        ("p4",),
        When(2026, 3, 10),
        When(2026, 3, 24),
        content="Gesloten inhoud van i7.",
        classification=Classification.SECRET,
        forward=Consent.NO,
    ),
    Information("i9", "kvk", None, about=("p4",), requested_on=When(2026, 4, 1), content="Blokkade van i9."),
)
FACTS = (
    Fact(
        "f7",
        "sr-420bis",
        "Vermoeden van witwassen.",
        "p4",
        "own",
        Period(When(2023, 1), When(2024, 6)),
        Status.PROSECUTED,
        When(2026, 3, 24),
        Plausible.YES,
        Suspicion.SERIOUS,
        "Reden van de ernst.",
        (PermitLink("EXP", Link.CONNECTED, "Reden van de samenhang."),),
        Benefit(money(18400), None, None, "Methode van f7.", "Geldspoor van f7."),
        sources=("i1", "i7"),
    ),
    Fact("f8", "opiumwet-3", "Beschreven als f8.", "p4", status=Status.ACQUITTED, sources=("i1",)),
)
FINANCING = Financing(
    (NeedLine("goodwill", money(245000), Evidence.E2),),
    (
        SourceLine("eigen geld", FundingKind.OWN_SAVINGS, None, money(12400), money(0), Evidence.E4),
        SourceLine(
            "lening", FundingKind.PRIVATE_LOAN, "p4", money(217600), evidence=Evidence.E2, evidenced=money(10000)
        ),
    ),
)
ANSWERS = (
    Answer("IDA-01", "nee", "Niets gebleken.", sources=("i1",), on=When(2026, 3, 1)),
    Answer("FIN-02", "ja", "De bronnen zijn lager.", "Onschuldige uitleg.", ("i1",), When(2026, 3, 30)),
    Answer("GEB-08", "ja", "Alleen context.", on=When(2026, 3, 30)),
)
EVENTS = (
    Event(EventKind.APPLICATION_RECEIVED, When(2026, 1, 26)),
    Event(EventKind.SUPPLEMENT_INVITED, When(2026, 2, 2), When(2026, 2, 16)),
)
HEARINGS = (
    Hearing("h1", "p1", ("draft", "f7"), When(2026, 4, 1), statement="Zienswijze van p1.", response="Weerwoord."),
)
CONCLUSION = Conclusion(
    GroundConclusion(Degree.SERIOUS, "Redenen voor a, letterlijk."),
    GroundConclusion(Degree.NONE, "Redenen voor b, letterlijk."),
    ObtainConclusion(YesNo.NO, "Redenen voor lid 6."),
    "Over de leeftijd van de feiten.",
    "Reden om af te wijken.",
    (
        Measure(
            "ALC",
            Decision.GRANT_WITH_CONDITIONS,
            "Belangen ALC.",
            "Past mate.",
            "Past ernst.",
            "Overwogen.",
            "Vergeleken.",
            (Condition("Halfjaarcijfers.", "Geldstroom.", "Zicht.", "Inzage."),),
        ),
        Measure("EXP", Decision.REFUSE, "Belangen EXP.", "Past mate.", "Past ernst.", "Overwogen.", None),
    ),
    RegularGrounds(True, "Uitkomst van de gewone gronden."),
    check_answers=(CheckAnswer("C02", ("f7",), "Antwoord op controle C02, letterlijk."),),
)


def dossier():
    return Dossier(
        reference="BIB-2026-0099",
        catalogue="2026-01-01",
        assessed_on=ON,
        authority=Authority("gemeente Fictenveen", "GM9990", "burgemeester"),
        application=APPLICATION,
        subject=("p1",),
        parties=PARTIES,
        relations=RELATIONS,
        information=INFORMATION,
        facts=FACTS,
        financing=FINANCING,
        answers=ANSWERS,
        events=EVENTS,
        hearings=HEARINGS,
        conclusion=CONCLUSION,
    )


def empty_dossier():
    return Dossier("BIB-2026-0001", "2026-01-01", ON)
