# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.checklist import COUNTING_KINDS, Kind
from assessment.catalogue.condition import Answered
from assessment.dossier.answer import JA, NEE, NVT, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import SourceKind
from assessment.inquiry.gate import admit
from assessment.outcome import Finding
from assessment.screening.findings import ABOUT_SOMEBODY, findings
from assessment.truth import Truth
from tests.assessment.inquiry.world import catalogue, dossier, information, question

GOOD = information("i1")
PRESS = information("i2", source_kind=SourceKind.PRESS)


def case(*answers: Answer) -> Dossier:
    return dossier(answers=answers, information=(GOOD, PRESS))


def found(value: Any, sources: tuple[str, ...] = (), **fields: Any) -> Finding | None:
    got = findings(catalogue(question("Q1", **fields)), case(Answer("Q1", value, sources=sources)))
    return got[0] if got else None


@pytest.mark.parametrize(
    ("signal_on", "value", "holds"),
    [
        (JA, JA, Truth.YES),
        (JA, True, Truth.YES),
        (JA, NEE, Truth.NO),
        (JA, False, Truth.NO),
        (JA, ONBEKEND, Truth.UNKNOWN),
        (NEE, NEE, Truth.YES),
        (NEE, JA, Truth.NO),
    ],
)
def test_an_answer_is_held_against_the_signal(signal_on: str, value: Any, holds: Truth) -> None:
    got = found(value, signal_on=signal_on)
    assert got is not None
    assert got.holds is holds
    assert got.rests_on == ("answer:Q1",)


@pytest.mark.parametrize("value", [NVT, "een vrije tekst", Decimal("12.50")])
def test_what_is_neither_yes_nor_no_makes_no_finding(value: Any) -> None:
    assert found(value) is None


def test_a_question_that_was_not_answered_makes_no_finding() -> None:
    assert findings(catalogue(question("Q1")), case()) == ()


def test_a_hidden_answer_makes_no_finding() -> None:
    world = catalogue(question("Q1"), question("Q2", when=Answered("Q1", (JA,))))
    assert [one.id for one in findings(world, case(Answer("Q1", NEE), Answer("Q2", JA)))] == ["Q1"]


def test_a_finding_names_the_sources_it_rests_on() -> None:
    got = found(JA, ("i1", "i2"))
    assert got is not None
    assert (got.holds, got.rests_on, got.text) == (Truth.YES, ("answer:Q1", "i1", "i2"), "Bevinding Q1.")


def test_weak_sources_alone_never_make_a_finding_hold() -> None:
    got = found(JA, ("i2",))
    assert got is not None
    assert got.holds is Truth.UNKNOWN
    assert "geen feit kunnen dragen" in got.text


def test_what_speaks_for_somebody_needs_no_strong_source() -> None:
    got = found(NEE, ("i2",))
    assert got is not None
    assert got.holds is Truth.NO


@pytest.mark.parametrize("kind", list(Kind))
def test_only_counting_kinds_are_about_somebody(kind: Kind) -> None:
    got = found(JA, kind=kind, grounds=("A", "B", "R", "F", "L", "proces"))
    assert got is not None
    assert got.kind == kind
    assert set(got.grounds) == ({*ABOUT_SOMEBODY, "proces"} if kind in COUNTING_KINDS else {"proces"})


def test_admissions_at_hand_give_the_same() -> None:
    world = catalogue(question("Q1"))
    of = case(Answer("Q1", JA, sources=("i2",)))
    assert findings(world, of, admit(of, world)) == findings(world, of)


QUESTIONS = [question(f"Q{n}", when=Answered(f"Q{n - 1}", (JA,)) if n % 3 else None) for n in range(6)]


@given(
    answers=st.dictionaries(st.sampled_from([one.id for one in QUESTIONS]), st.sampled_from([JA, NEE, ONBEKEND, NVT]))
)
def test_an_unanswered_question_never_makes_a_finding_hold(answers: dict[str, str]) -> None:
    got = findings(catalogue(*QUESTIONS), case(*(Answer(id_, value) for id_, value in answers.items())))
    assert {one.id for one in got if one.holds is Truth.YES} <= {id_ for id_, value in answers.items() if value == JA}
    assert {one.id for one in got} <= set(answers)
