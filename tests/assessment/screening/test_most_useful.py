# SPDX-License-Identifier: EUPL-1.2
"""The next most useful question: what can still change an indication goes first, and no question is starved."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.catalogue.checklist import Kind
from assessment.degree import Degree
from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.exchange import codes_of, read_dossier
from assessment.outcome import Assessment, Finding, GroundOutcome, Invoked, ObtainOutcome
from assessment.screening.walk import asked, most_useful, next_open
from assessment.truth import Truth
from resources.files import read_example
from tests.assessment.catalogue.shipped import catalogue as shipped
from tests.assessment.inquiry.world import catalogue, dossier, question

WORLD = catalogue(
    question("A1"),
    question("A2", decisive_for=("a",)),
    question("A3", decisive_for=("b",)),
    question("B1", theme="B", kind=Kind.PROCESS),
    question("B2", theme="B"),
    question("B3", theme="B", kind=Kind.MITIGATING),
)


def case(**answers: Any) -> Dossier:
    return dossier(answers=tuple(Answer(id_, value) for id_, value in answers.items()))


def ground(name: str, *sets: tuple[str, ...], high: Degree = Degree.SERIOUS) -> GroundOutcome:
    return GroundOutcome(name, {}, Degree.NONE, Degree.NONE, high, "none", would_raise=sets)


def outcome(a: GroundOutcome, b: GroundOutcome, *found: str, holds: Truth = Truth.YES) -> Assessment:
    blank: dict[str, Any] = dict.fromkeys(Assessment.__dataclass_fields__, ())
    findings = tuple(Finding(id_, holds, Kind.RISK, (), ()) for id_ in found)
    return Assessment(**{**blank, "a": a, "b": b, "c": ObtainOutcome(Invoked.NOT_INVOKED), "findings": findings})


SHUT = outcome(ground("a", high=Degree.NONE), ground("b", high=Degree.NONE))


def useful(of: Dossier, given_: Assessment, after: str | None = None) -> str | None:
    found = most_useful(WORLD, of, given_, after)
    return found.id if found else None


def test_what_can_change_an_indication_goes_first_the_smallest_change_before_the_larger() -> None:
    both = outcome(ground("a", ("A2", "f1")), ground("b", ("A3",)))
    assert useful(case(), both) == "A3"
    assert useful(case(A3=NEE), both) == "A2"
    assert useful(case(A3=ONBEKEND), both) == "A3"
    assert useful(case(A2=ONBEKEND), outcome(ground("a", ("A2",)), ground("b", ("A3",)))) == "A3"
    assert useful(case(), outcome(ground("a", high=Degree.NONE), ground("b", ("A3",), high=Degree.LESSER))) == "A3"


def test_a_ground_whose_range_is_shut_asks_for_nothing() -> None:
    assert useful(case(), SHUT) == "A1"
    assert useful(case(), outcome(ground("a", ("A2",), high=Degree.NONE), ground("b", high=Degree.NONE))) == "A1"
    assert useful(case(), outcome(ground("a", ("A3",)), ground("b", high=Degree.NONE))) == "A1"


def test_then_what_is_about_the_subject_in_a_theme_where_something_was_found() -> None:
    found = replace(SHUT, findings=outcome(SHUT.a, SHUT.b, "B2").findings)
    assert useful(case(B2=JA), found) == "B3"
    assert useful(case(B2=JA, B3=NEE), found) == "A1"
    assert useful(case(B2=NEE), replace(found, findings=outcome(SHUT.a, SHUT.b, "B2", holds=Truth.NO).findings)) == "A1"


def test_unknown_comes_last_where_it_decides_nothing() -> None:
    assert useful(case(A1=ONBEKEND), SHUT) == "A2"
    assert useful(case(A1=ONBEKEND, A2=JA, A3=JA, B1=JA, B2=JA, B3=JA), SHUT) == "A1"
    assert useful(case(A1=JA, A2=JA, A3=JA, B1=JA, B2=JA, B3=JA), SHUT) is None
    assert useful(case(A1=JA, A2=JA, A3=JA, B1=JA, B2=JA, B3=JA), SHUT, "A1") is None


def test_a_question_that_is_passed_over_comes_back_once_a_round() -> None:
    open_ = outcome(ground("a", ("A2",)), ground("b", high=Degree.NONE))
    walked, here = [], None
    for _ in range(7):
        here = useful(case(), open_, here)
        walked.append(here)
    assert walked == ["A2", "A1", "A3", "B1", "B2", "B3", "A2"]


def test_after_an_answer_the_round_goes_on_and_after_a_decisive_one_it_begins_anew() -> None:
    assert useful(case(B1=NEE), SHUT, "B1") == "B2"
    assert useful(case(A3=NEE), SHUT, "A3") == "A1"


@given(answers=st.dictionaries(st.sampled_from(list(WORLD.questions)), st.sampled_from([JA, NEE, ONBEKEND])))
def test_every_open_question_is_reached_in_one_round(answers: dict[str, str]) -> None:
    of = case(**answers)
    open_ = outcome(
        ground("a", ("A2", "A3")), ground("b", ("A3",)), *(id_ for id_, one in answers.items() if one == JA)
    )
    left = {row.question.id for row in asked(WORLD, of) if not row.is_answered}
    seen, here = set(), None
    for _ in left:
        here = useful(of, open_, here)
        seen.add(here)
    assert seen == left


def test_in_the_cafe_it_is_who_arranged_it() -> None:
    of = read_dossier(read_example("cafe-de-verzonnen-vink"), codes_of(shipped()))
    first = next_open(shipped(), of)
    found = most_useful(shipped(), of, assess(of, shipped()))
    assert found is not None
    assert first is not None
    assert (found.id, first.id) == ("STR-09", "IDA-01")
