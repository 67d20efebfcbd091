# SPDX-License-Identifier: EUPL-1.2
"""Questions that are put to each party by itself; the party stands once in the dossier and is never copied."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.checklist import Per, Question
from assessment.catalogue.condition import Answered
from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.relation import Role
from assessment.known import NOT_KNOWN
from assessment.screening.applicability import applicable
from assessment.screening.findings import findings
from assessment.screening.group import group
from assessment.screening.open_points import open_points
from assessment.screening.walk import asked, next_open, progress, unused
from assessment.truth import Truth
from tests.assessment.inquiry.world import catalogue, company, dossier, holds, information, relation
from tests.assessment.inquiry.world import question as plain

LENDERS = (relation("p1", Role.FINANCIER, "s"), relation("p2", Role.FINANCIER, "s"))


def question(id_: str = "Q1", per: Per | None = Per.LENDER, **fields: Any) -> Question:
    return plain(id_, per=per, **fields)


WORLD = catalogue(question())


def case(*answers: Answer, relations: Any = LENDERS, **fields: Any) -> Dossier:
    return dossier(*relations, answers=answers, information=(information("i1"),), **fields)


def over(party: str, value: str, id_: str = "Q1") -> Answer:
    return Answer(id_, value, about=party)


def rows(of: Dossier, world: Any = WORLD) -> list[tuple[str, str, str]]:
    return [(row.question.id, row.about, str(row.answer.value) if row.answer else "") for row in asked(world, of)]


def test_with_more_than_one_party_it_is_put_to_each() -> None:
    assert rows(case()) == [("Q1", "p1", ""), ("Q1", "p2", "")]
    assert rows(case(over("p2", JA))) == [("Q1", "p1", ""), ("Q1", "p2", JA)]


@pytest.mark.parametrize("relations", [(), LENDERS[:1]])
def test_with_one_party_or_none_it_is_put_once(relations: Any) -> None:
    assert rows(case(relations=relations)) == [("Q1", "", "")]


def test_one_party_may_have_its_answer_by_name_and_that_goes_first() -> None:
    assert rows(case(over("p1", JA), relations=LENDERS[:1])) == [("Q1", "", JA)]
    assert rows(case(Answer("Q1", NEE), over("p1", JA), relations=LENDERS[:1])) == [("Q1", "", JA)]


def test_an_answer_without_a_party_answers_it_for_all() -> None:
    assert rows(case(Answer("Q1", NEE))) == [("Q1", "", NEE)]
    assert rows(case(Answer("Q1", NEE), over("p2", JA))) == [("Q1", "p1", NEE), ("Q1", "p2", JA)]


def test_a_question_for_all_hears_no_answer_about_one() -> None:
    world = catalogue(question(per=None))
    assert rows(case(over("p1", JA)), world) == [("Q1", "", "")]
    assert unused(world, case(over("p1", JA))) == (over("p1", JA),)


def test_an_answer_about_somebody_outside_the_group_is_kept_and_does_not_count() -> None:
    gone = over("s", JA)
    of = case(gone, over("p1", NEE))
    assert rows(of) == [("Q1", "p1", NEE), ("Q1", "p2", "")]
    assert unused(WORLD, of) == (gone,)
    assert findings(WORLD, case(gone)) == ()


def test_findings_open_points_and_progress_count_each() -> None:
    of = case(over("p2", JA))
    assert [(one.id, one.about, one.holds, one.rests_on) for one in findings(WORLD, of)] == [
        ("Q1", "p2", Truth.YES, ("answer:Q1",))
    ]
    told = [one.about for one in open_points(WORLD, of) if one.id == "Q1"]
    assert told == ["Nog te beantwoorden over p1: Vraag Q1?"]
    first = progress(WORLD, of)[0]
    assert (first.answered, first.open, first.total) == (1, 1, 2)
    tried = [one.about for one in open_points(WORLD, case(over("p1", ONBEKEND), over("p2", JA))) if one.id == "Q1"]
    assert tried == ["Beantwoord met onbekend over p1, zoek dit uit: Vraag Q1?"]


def test_it_is_open_until_every_party_was_asked_about() -> None:
    found = next_open(WORLD, case(over("p2", JA)))
    assert found is not None
    assert next_open(WORLD, case(over("p1", NEE), over("p2", JA))) is None
    assert next_open(WORLD, case(Answer("Q1", NEE))) is None


AFTER = plain("Q2", when=Answered("Q1", (JA,)))


@pytest.mark.parametrize(
    ("answers", "is_asked"),
    [
        ((), True),
        ((over("p1", NEE),), True),  # nobody asked about the other one yet
        ((over("p1", NEE), over("p2", NEE)), False),
        ((over("p1", NEE), over("p2", JA)), True),
        ((over("p1", NEE), over("p2", ONBEKEND)), True),
        ((over("p1", NEE), over("p2", NEE), over("s", JA)), False),  # about somebody outside the group
        ((Answer("Q1", NEE),), False),
    ],
)
def test_a_condition_holds_when_it_holds_for_one_of_them(answers: tuple[Answer, ...], is_asked: bool) -> None:
    world = catalogue(question(), AFTER)
    assert ("Q2" in [one.id for one in applicable(world, case(*answers))]) is is_asked


def test_an_answer_is_recorded_and_taken_away_for_its_own_party_only() -> None:
    of = case(over("p1", NEE)).with_answer(over("p2", JA)).with_answer(over("p1", ONBEKEND)).with_answer(Answer("Q1"))
    assert of.answers == (over("p1", ONBEKEND), over("p2", JA), Answer("Q1"))
    assert of.without_answer("Q1", "p2").answers == (over("p1", ONBEKEND), Answer("Q1"))
    assert of.without_answer("Q1").answer_to("Q1") is None
    assert of.answer_to("Q1", "p2") == over("p2", JA)


# --- who is asked about

BV = company("b")


def members(per: Per, *relations: Any, **fields: Any) -> tuple[str, ...]:
    return group(per, dossier(*relations, **{"subject": ("p0",), **fields}))


def test_lenders_are_those_of_the_financing_and_those_who_finance_the_subject() -> None:
    money = Financing(sources=(SourceLine("a", lender="p2"), SourceLine("b", lender="p0"), SourceLine("c")))
    found = members(
        Per.LENDER,
        relation("p1", Role.FINANCIER, "p0"),
        relation("p2", Role.FINANCIER, "p0"),
        relation("p3", Role.LIMITED_PARTNER, "b"),
        relation("p4", Role.FINANCIER, "elders"),
        holds("p0", "b", "1"),
        financing=money,
    )
    assert found == ("p2", "p1", "p3")


def test_a_lender_that_is_no_party_is_nobody() -> None:
    assert members(Per.LENDER, financing=Financing(sources=(SourceLine("a", lender="p9"),))) == ()
    assert members(Per.LENDER, financing=NOT_KNOWN) == ()


def test_managers_lead_the_subject_or_a_company_that_it_holds_along_a_chain() -> None:
    found = members(
        Per.MANAGER,
        holds("p0", "h", "1"),
        holds("h", "b", "1"),
        holds("b", "h", "0.1"),
        relation("p0", Role.DIRECTOR, "b"),
        relation("p1", Role.MANAGER, "b"),
        relation("p1", Role.NAMED_ON_PERMIT, "p0"),
        relation("p2", Role.DIRECTOR, "landlord"),
        relation("p3", Role.FAMILY, "p0"),
        relation("p0", Role.DIRECTOR, "p7"),
        relation("p4", Role.MANAGER, "p7"),
    )
    assert found == ("p1",)


def test_landlords_let_to_the_subject_or_its_company() -> None:
    lets = (relation("l1", Role.LANDLORD, "p0"), relation("l2", Role.LANDLORD, "b"), relation("l3", Role.LANDLORD, "x"))
    assert members(Per.LANDLORD, holds("p0", "b", "1"), *lets) == ("l1", "l2")


def test_organisations_are_the_subjects_own_without_a_sole_traders_firm() -> None:
    found = members(
        Per.ORGANISATION,
        holds("p0", "b", "1"),
        relation("p0", Role.DIRECTOR, "e"),
        relation("l1", Role.LANDLORD, "b"),
        parties=(company("e", "eenmanszaak"), BV),
    )
    assert found == ("b",)


def test_the_name_of_a_party_is_not_looked_at() -> None:
    of = case()
    renamed = replace(of, parties=tuple(replace(one, name="Anders") for one in of.parties))
    assert rows(renamed) == rows(of)
