# SPDX-License-Identifier: EUPL-1.2
"""The report on a new catalogue: which open dossiers would get another result; none of them is changed."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.catalogue.required import REQUIRED
from assessment.dates import When
from assessment.dossier.answer import NEE, Answer
from assessment.dossier.conclusion import Decision
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.exchange import codes_of, read_dossier
from assessment.known import NOT_KNOWN, NOT_LISTED
from assessment.services.dossiers import may_go_over
from assessment.services.new_catalogue import Report, Shift, effect
from resources.files import read_example
from tests.assessment.catalogue.second import LATER, changed, second, with_new, without
from tests.assessment.catalogue.shipped import catalogue, entry

OLD = catalogue()


def example(name: str, **fields: Any) -> Dossier:
    """Give a worked dossier that no second reader has sealed: going over breaks every seal."""
    found = read_dossier(read_example(name), codes_of(OLD))
    return replace(found, reviews=NOT_LISTED, **fields)


CAFE, BREAD = example("cafe-de-verzonnen-vink"), example("verzonnen-broodje")
SAME = second(lambda data: None)


@pytest.mark.parametrize("of", [CAFE, BREAD], ids=["cafe", "broodje"])
def test_the_same_questions_give_the_same_result(of: Dossier) -> None:
    found = effect(of, OLD, SAME)
    assert not found.is_another_result
    assert not found.asks_something
    assert found.answers.kept == of.answers


WIDE = second(with_new("FIN-90", "FIN-01", text="Is dit nieuw?", finding="Dit is nieuw.", decisive_for=["a", "b"]))
NONE, OPEN = ("none", "none", "none"), ("undetermined", "none", "serious")


def test_a_decisive_question_that_is_new_opens_a_range_and_is_asked() -> None:
    found = effect(replace(BREAD, conclusion=NOT_KNOWN), OLD, WIDE)
    assert found.shifts == (Shift("a", NONE, OPEN), Shift("b", NONE, OPEN))
    assert found.answers.new == ("FIN-90",)
    assert found.asks_something
    assert (set(found.options_gone), set(found.options_new)) == (
        {Decision.GRANT},
        {Decision.ASK_SUBJECT, Decision.ASK_BUREAU},
    )


def test_a_decisive_question_that_is_gone_shuts_it() -> None:
    found = effect(replace(BREAD, catalogue=LATER, conclusion=NOT_KNOWN), WIDE, OLD)
    assert found.shifts == (Shift("a", OPEN, NONE), Shift("b", OPEN, NONE))
    assert (found.answers.new, found.asks_something) == ((), False)
    assert found.options_new == (Decision.GRANT,)


def test_another_threshold_is_told_as_indications_and_checks() -> None:
    def milder(data: Any) -> None:
        for id_, value in (("unexplained_share", 1), ("large_benefit", 1_000_000)):
            setting = entry(data, "weighing.yaml", "settings", id_)
            setting.update(value=value, bounds={**setting["bounds"], "most": value})

    found = effect(CAFE, OLD, second(milder))
    assert [(one.ground, one.before[0], one.after[0]) for one in found.shifts] == [("a", "serious", "lesser")]
    assert "C11" in {one.id for one in found.checks_new}
    assert not found.asks_something
    back = effect(replace(CAFE, catalogue=LATER), second(milder), OLD)
    assert {one.id for one in back.checks_gone} == {one.id for one in found.checks_new}


def test_a_changed_question_asks_to_confirm() -> None:
    found = effect(CAFE, OLD, second(changed("FIN-13", text="Is de herkomst van dit geld bekend?")))
    assert [one.question for one in found.answers.changed] == ["FIN-13"]
    assert found.asks_something


def test_a_code_that_the_new_catalogue_does_not_know_is_named() -> None:
    def narrower(data: Any) -> None:
        data["offences.yaml"]["offences"] = [one for one in data["offences.yaml"]["offences"] if one["id"] not in extra]

    extra = [one for one in OLD.offences if one not in REQUIRED["offences"][1]][:1]
    of = replace(CAFE, facts=(replace(CAFE.facts[0], offence=extra[0]), *CAFE.facts[1:]))
    found = effect(of, OLD, second(narrower))
    assert [one.where for one in found.unknown] == ["$.facts[0].offence"]
    assert found.is_another_result


def test_a_dossier_of_another_date_is_not_compared() -> None:
    with pytest.raises(ValueError, match=LATER):
        effect(replace(CAFE, catalogue=LATER), OLD, SAME)


def test_only_an_open_dossier_under_an_older_catalogue_may_go_over() -> None:
    decided = replace(CAFE, events=(*CAFE.events, Event(EventKind.DECISION_MADE, When(2026, 5, 1))))
    later = replace(BREAD, catalogue=LATER)
    assert [may_go_over(one, WIDE) for one in (CAFE, decided, later, BREAD)] == [True, False, False, True]
    assert not may_go_over(CAFE, OLD)


def test_the_report_names_those_that_would_get_another_result() -> None:
    found = Report(tuple(effect(one, OLD, WIDE) for one in (CAFE, BREAD)), ("besloten",))
    assert found.another_result == (BREAD.reference,)


def test_nothing_is_changed_in_the_dossier_itself() -> None:
    of = CAFE.with_answer(Answer("FIN-13", NEE, about="p5"))
    before = replace(of)
    effect(of, OLD, second(without("FIN-13")))
    assert of == before
    assert of.catalogue == OLD.date
