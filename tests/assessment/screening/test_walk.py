# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.condition import Answered, Not
from assessment.dossier.answer import JA, NEE, NVT, ONBEKEND, Answer
from assessment.dossier.application import Application, Permit
from assessment.dossier.dossier import Dossier
from assessment.screening.applicability import applicable
from assessment.screening.walk import Progress, before, next_after, next_open, open_questions, progress, unused
from tests.assessment.inquiry.world import catalogue, dossier, question

LOAN = question("Q1")
LENDER = question("Q2", when=Answered("Q1", (JA,)))
ORIGIN = question("Q3", when=Answered("Q2", (JA,)))
BUILDING = question("Q4", theme="B", permits=("OBM",))
LAST = question("Q5", theme="B")
WORLD = catalogue(LOAN, LENDER, ORIGIN, BUILDING, LAST)


def case(permits: tuple[str, ...] = ("EXP",), **answers: Any) -> Dossier:
    application = Application(permit_types=tuple(Permit(one, one) for one in permits))
    return dossier(application=application, answers=tuple(Answer(id_, value) for id_, value in answers.items()))


def asked(of: Dossier, world: Catalogue = WORLD) -> list[str]:
    return [one.id for one in applicable(world, of)]


def test_what_is_not_known_is_asked() -> None:
    assert asked(case()) == ["Q1", "Q2", "Q3", "Q5"]
    assert asked(case(Q1=ONBEKEND)) == ["Q1", "Q2", "Q3", "Q5"]


def test_a_question_for_other_permits_is_not_asked() -> None:
    assert "Q4" in asked(case(("EXP", "OBM")))
    assert "Q4" not in asked(case())
    assert "Q4" in asked(case(permits=()))


def test_the_answer_to_a_hidden_question_is_kept_and_does_not_count() -> None:
    hidden = case(Q1=NEE, Q2=JA)
    assert asked(hidden) == ["Q1", "Q5"]
    assert unused(WORLD, hidden) == (Answer("Q2", JA),)
    assert asked(case(Q1=JA, Q2=JA)) == ["Q1", "Q2", "Q3", "Q5"]


def test_a_condition_may_look_at_a_question_that_stands_later() -> None:
    world = catalogue(
        question("Q1", when=Answered("Q2", (JA,))), question("Q2", when=Answered("Q3", (JA,))), question("Q3")
    )
    assert asked(case(Q2=JA, Q3=NEE), world) == ["Q3"]


def test_a_hidden_question_is_seen_as_not_applicable() -> None:
    world = catalogue(LOAN, LENDER, question("Q3", when=Not(Answered("Q2", (JA,)))))
    assert asked(case(Q1=NEE, Q2=JA), world) == ["Q1", "Q3"]


def test_unknown_is_a_task_and_not_an_answer() -> None:
    world = catalogue(question("Q1"), question("Q2"), question("Q3"), question("Q5"))
    assert [one.id for one in open_questions(world, case(Q1=ONBEKEND, Q2=NEE, Q5=NVT))] == ["Q1", "Q3"]


def test_progress_counts_what_is_asked_per_theme() -> None:
    first, second = WORLD.themes
    assert progress(WORLD, case(Q1=JA, Q2=ONBEKEND, Q4=JA)) == (Progress(first, 1, 2, 3), Progress(second, 0, 1, 1))


def test_the_next_open_question_comes_round() -> None:
    of = case(Q1=JA, Q2=JA)
    assert next_open(WORLD, of) == ORIGIN
    assert next_open(WORLD, of, after="Q3") == LAST
    assert next_open(WORLD, of, after="Q5") == ORIGIN
    assert next_open(WORLD, of, after="Q4") == LAST


def test_unknown_comes_back_only_when_nothing_else_is_left() -> None:
    assert next_open(WORLD, case(Q1=ONBEKEND, Q2=NEE)) == LAST
    assert next_open(WORLD, case(Q1=ONBEKEND, Q2=NEE, Q5=JA)) == LOAN
    assert next_open(WORLD, case(Q1=NEE, Q5=JA)) is None


def test_forth_and_back() -> None:
    of = case(Q1=NEE)
    assert next_after(WORLD, of, "Q1") == LAST
    assert next_after(WORLD, of, "Q2") == LAST
    assert next_after(WORLD, of, "Q5") is None
    assert before(WORLD, of, "Q5") == LOAN
    assert before(WORLD, of, "Q1") is None


@pytest.mark.parametrize("ask", [next_after, before])
def test_an_unknown_question_is_a_mistake_of_ours(ask: Any) -> None:
    with pytest.raises(KeyError):
        ask(WORLD, case(), "Q99")


VALUES = st.sampled_from([JA, NEE, ONBEKEND, NVT])


@given(answers=st.dictionaries(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "Q5"]), VALUES), chance=st.randoms())
def test_the_order_of_answering_does_not_matter(answers: dict[str, str], chance: Any) -> None:
    of = case(**answers)
    given_ = list(of.answers)
    chance.shuffle(given_)
    assert asked(replace(of, answers=tuple(given_))) == asked(of)


@given(answers=st.dictionaries(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "Q5"]), VALUES))
def test_the_walk_always_ends(answers: dict[str, str]) -> None:
    of = case(**answers)
    steps = 0
    while (now := next_open(WORLD, of)) is not None:
        of = of.with_answer(Answer(now.id, NEE))
        steps += 1
    assert steps <= len(WORLD.questions)
    assert all(one.open == 0 for one in progress(WORLD, of))
