# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest

from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.document import Document
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import EventKind
from assessment.dossier.fact import Link, PermitLink, Plausible, Status, Suspicion
from assessment.dossier.financing import Evidence, Financing, FundingKind, SourceLine
from assessment.dossier.relation import Role
from assessment.inquiry.bonds import find_bonds
from assessment.known import NOT_KNOWN
from assessment.money import money
from assessment.screening.open_points import FINANCING, SUPPLEMENT, open_points
from tests.assessment.inquiry.world import (
    CATALOGUE,
    catalogue,
    company,
    day,
    dossier,
    event,
    fact,
    holds,
    information,
    period,
    question,
    relation,
)

NOTHING = Financing()


def points(of: Dossier) -> list[tuple[str, str]]:
    return [(one.id, one.about) for one in open_points(CATALOGUE, of)]


def case(*relations: Any, **fields: Any) -> Dossier:
    """Write a dossier whose subject is a partnership: nobody asks who holds its shares."""
    return dossier(*relations, **{"financing": NOTHING, "parties": (company("s", "vof"),), **fields})


def test_a_dossier_without_gaps_has_no_tasks() -> None:
    assert points(case()) == []


def test_questions_without_answer_and_unknown_answers_are_tasks() -> None:
    world = catalogue(question("Q1"), question("Q2"), question("Q3"), question("Q4"))
    of = case(answers=(Answer("Q1", JA), Answer("Q2", ONBEKEND), Answer("Q3", NEE)))
    got = {one.id: one.about for one in open_points(world, of)}
    assert set(got) == {"Q2", "Q4"}
    assert got["Q2"].startswith("Beantwoord met onbekend")
    assert got["Q4"] == "Nog te beantwoorden: Vraag Q4?"


def test_information_that_is_still_out() -> None:
    out = information("i1", received_on=NOT_KNOWN, requested_on=day("2026-04-13"))
    other = information("i2", received_on=None, partner="elders")
    assert points(case(information=(out, other, information("i3")))) == [
        ("i1", "De informatie van RIEC, gevraagd op 13 apr 2026, is nog niet ontvangen."),
        ("i2", "De informatie van elders is nog niet ontvangen."),
    ]


def test_what_keeps_information_from_carrying_because_nobody_recorded_it_is_asked() -> None:
    bare = information("i1", purpose=NOT_KNOWN, source_kind=NOT_KNOWN)
    assert points(case(information=(bare,))) == [
        ("i1", "Leg vast voor welk doel deze informatie is verstrekt."),
        ("i1", "Leg vast wat voor bron dit is."),
    ]


def test_everything_that_a_fact_lacks_is_asked_for() -> None:
    got = points(case(facts=(fact(""),)))
    assert {id_ for id_, _ in got} == {"f1"}
    asked = " ".join(about for _, about in got)
    for word in ("hoe ver de zaak", "aannemelijk", "hoe ernstig", "wie feit", "EXP", "wanneer", "welke bron"):
        assert word in asked


def test_a_complete_fact_asks_for_nothing() -> None:
    whole = fact(
        "s",
        status=Status.SUSPECT,
        offence_plausible=Plausible.YES,
        suspicion=Suspicion.SLIGHT,
        committed=period("2024", "2025"),
        links=(PermitLink("EXP", Link.NONE),),
        sources=("i1",),
    )
    assert points(case(facts=(whole,))) == []


@pytest.mark.parametrize("fields", [{"status": Status.ACQUITTED}, {"offence_plausible": Plausible.NO}])
def test_a_fact_that_cannot_count_asks_for_nothing(fields: dict[str, Any]) -> None:
    assert points(case(facts=(fact("", **fields),))) == []


def test_relations_ask_for_dates_share_and_indicators_where_they_can_count() -> None:
    bare: dict[str, Any] = {"since": NOT_KNOWN, "until": NOT_KNOWN}
    of = case(
        relation("p1", Role.DIRECTOR, "s", id="r1", **bare),
        holds("p1", "s", None, id="r2"),
        relation("p1", Role.BUSINESS_PARTNER, "s", id="r3"),
        relation("p1", Role.FAMILY, "s", id="r4", **bare),
        holds("p1", "s", "0.1", id="r5"),
        relation("p1", Role.BUSINESS_PARTNER, "s", id="r6", indicators=("Zij delen de kosten.",)),
    )
    assert [id_ for id_, _ in points(of)] == ["r1", "r1", "r2", "r3"]


def test_documents_that_are_missing_or_incomplete() -> None:
    documents = (
        Document("d1", "jaarrekening"),
        Document("d2", "huurcontract", received_on=day("2026-03-01"), complete=False),
        Document("d3", "begroting", received_on=day("2026-03-01")),
        Document("d4", "formulier", received_on=day("2026-03-01"), complete=True),
    )
    assert [id_ for id_, _ in points(case(documents=documents))] == ["d1", "d2", "d3"]


def test_a_financing_that_is_not_known_and_what_its_sources_lack() -> None:
    assert points(case(financing=NOT_KNOWN)) == [(FINANCING, "Leg de investering en de bronnen van het geld vast.")]
    assert points(case(financing=None)) == []
    whole = SourceLine("spaargeld", FundingKind.OWN_SAVINGS, cash=money(0), evidence=Evidence.E0)
    assert [id_ for id_, _ in points(case(financing=Financing(sources=(SourceLine("lening"), whole))))] == [
        FINANCING
    ] * 3


INVITED = event(EventKind.SUPPLEMENT_INVITED, "2026-03-25", due=day("2026-04-22"))


def test_an_invitation_stays_open_until_it_is_answered_in_full() -> None:
    earlier = event(EventKind.SUPPLEMENT_INVITED, "2026-02-02")
    whole = event(EventKind.SUPPLEMENT_RECEIVED, "2026-02-12", complete=True)
    part = event(EventKind.SUPPLEMENT_RECEIVED, "2026-04-01", complete=False)
    all_ = event(EventKind.SUPPLEMENT_RECEIVED, "2026-04-02", complete=True)
    assert points(case(events=(earlier, whole))) == []
    asked = "Het verzoek om aanvulling van 25 mrt 2026 is nog niet beantwoord."
    assert points(case(events=(INVITED, earlier, whole))) == [
        (SUPPLEMENT, f"{asked} De termijn loopt tot en met 22 apr 2026."),
    ]
    assert "niet volledig" in points(case(events=(INVITED, part)))[0][1]
    assert points(case(events=(INVITED, part, all_))) == []
    assert points(case(events=(earlier,))) == [
        (SUPPLEMENT, "Het verzoek om aanvulling van 2 feb 2026 is nog niet beantwoord.")
    ]


def test_bonds_at_hand_give_the_same() -> None:
    of = case(holds("p1", "s", None), facts=(fact(),))
    assert open_points(CATALOGUE, of, find_bonds(of, CATALOGUE)) == open_points(CATALOGUE, of)


def test_who_holds_the_part_behind_which_somebody_may_control_the_subject_is_asked() -> None:
    half = case(holds("p1", "s", "0.6"), holds("h", "s", "0.4"), parties=(company("s"), company("h")))
    asked = "Leg vast wie de overige 100,00\u00a0% van h houdt; daarachter kan iemand met zeggenschap staan."
    assert points(half) == [("h", asked)]
    known = case(holds("p1", "s", "0.75"), parties=(company("s"),))
    assert points(known) == []
