# SPDX-License-Identifier: EUPL-1.2
"""A new catalogue: which answers stay, which are confirmed, which are gone; by what was asked, not by number."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.exchange import codes_of, dossier_from_wire, dossier_to_wire, read_dossier
from assessment.screening.carry_over import CarryOver, carried, carry_over, content_hash
from resources.files import read_example
from tests.assessment.catalogue.second import LATER, asked, changed, second, with_new, without
from tests.assessment.catalogue.shipped import catalogue

OLD = catalogue()
CAFE = read_dossier(read_example("cafe-de-verzonnen-vink"), codes_of(OLD))
SAME = second(lambda data: None)


def ids(answers: tuple[Answer, ...]) -> list[str]:
    return [one.question for one in answers]


def over(new: Any, of: Dossier = CAFE) -> CarryOver:
    return carry_over(of, OLD, new)


def test_with_the_same_questions_every_answer_stays() -> None:
    found = over(SAME)
    assert found == CarryOver(CAFE.answers, (), (), ())
    assert carried(CAFE, found, SAME) == replace(CAFE, catalogue=LATER)


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Is de herkomst van dit geld bij de geldgever bekend?"},
        {"signal_on": "nee"},
        {"kind": "completeness"},
        {"grounds": ["A", "R"]},
        {"when": {"has": "loan"}},
        {"finding": "De herkomst is niet bekend."},
        {"per": "landlord"},
    ],
)
def test_what_was_asked_or_what_an_answer_means_changed_and_is_confirmed(fields: dict[str, Any]) -> None:
    new = second(changed("FIN-13", **fields))
    found = over(new)
    assert (ids(found.changed), found.gone, found.new) == (["FIN-13"], (), ())
    moved = carried(CAFE, found, new)
    before, after = CAFE.answer_to("FIN-13"), moved.answer_to("FIN-13")
    assert before is not None
    assert after == replace(before, value=ONBEKEND)
    assert replace(moved, catalogue=OLD.date, answers=()) == replace(CAFE, answers=())
    assert ids(moved.answers) == ids(CAFE.answers)


@pytest.mark.parametrize("fields", [{"why": "Daarom."}, {"help": "Vraag."}, {"innocent": "Kan."}, {"sources": ["FM"]}])
def test_another_explanation_changes_no_answer(fields: dict[str, Any]) -> None:
    assert over(second(changed("FIN-13", **fields))) == CarryOver(CAFE.answers, (), (), ())


def test_the_answer_to_a_question_that_is_gone_is_told_and_does_not_go_over() -> None:
    new = second(without("PAN-02"))
    found = over(new)
    assert (ids(found.gone), found.changed) == (["PAN-02"], ())
    moved = carried(CAFE, found, new)
    assert "PAN-02" not in ids(moved.answers)
    assert "PAN-02" in ids(CAFE.answers)
    assert dossier_from_wire(dossier_to_wire(moved), codes_of(new)) == moved


def test_new_questions_are_named_when_this_dossier_is_asked_them() -> None:
    def both(data: Any) -> None:
        with_new("FIN-90", "FIN-01", text="Is dit nieuw?", finding="Dit is nieuw.")(data)
        with_new("FIN-91", "FIN-01", text="Is dit ook nieuw?", finding="Dit is ook nieuw.", permits=["SUB"])(data)

    assert over(second(both)).new == ("FIN-90",)


def test_a_number_that_comes_back_with_another_question_is_confirmed() -> None:
    def swap(data: Any) -> None:
        without("FIN-06")(data)
        with_new("FIN-06", "FIN-01", text="Is dit een andere vraag?", finding="Dit is een andere vraag.")(data)

    assert ids(over(second(swap)).changed) == ["FIN-06"]


def test_an_answer_about_a_party_goes_over_with_it_and_is_gone_where_no_party_is_asked_about() -> None:
    of = CAFE.with_answer(Answer("FIN-13", NEE, about="p5"))
    assert over(SAME, of).kept == of.answers
    found = over(second(_no_party), of)
    assert (ids(found.changed), [one.party for one in found.gone]) == (["FIN-13"], ["p5"])


def _no_party(data: Any) -> None:
    asked(data, "FIN-13").pop("per")


def test_an_answer_that_the_old_catalogue_did_not_know_does_not_go_over() -> None:
    strange = CAFE.with_answer(Answer("QQQ-01", JA))
    assert ids(over(SAME, strange).gone) == ["QQQ-01"]
    new = second(with_new("FIN-90", "FIN-01", text="Is dit nieuw?", finding="Dit is nieuw."))
    assert ids(over(new, CAFE.with_answer(Answer("FIN-90", JA))).gone) == ["FIN-90"]


def test_the_hash_is_of_the_content_and_not_of_the_number() -> None:
    one = OLD.questions["FIN-13"]
    assert content_hash(one) == content_hash(replace(one, id="FIN-99", why="Anders."))
    hashes = [content_hash(question) for question in OLD.questions.values()]
    assert len(set(hashes)) == len(hashes)
