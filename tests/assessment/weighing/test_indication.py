# SPDX-License-Identifier: EUPL-1.2
"""The rows of the decision table, one by one, and what must hold of the table as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.degree import ORDER, Degree
from assessment.truth import Truth
from assessment.weighing.indication import Indicated, indicate
from assessment.weighing.weight import Balance, Strength, Weighed, Weight

from .balances import balance, balances, fact, limits, perhaps, sure, weights, worse

SERIOUS, MODERATE, SLIGHT, POINTS = Strength.SERIOUS, Strength.MODERATE, Strength.SLIGHT, Strength.POINTS_TO


def found(*weighed: Weighed, ground: str = "b", **more: object) -> Indicated:
    return indicate(balance(ground, *weighed, **more), limits())


def row(*facts: Weight, ground: str = "b", **more: object) -> tuple[str, str]:
    indicated = found(*map(sure, facts), ground=ground, **more)
    return indicated.degree.value, indicated.found.rule


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("f1", recent=True), fact("f2", SERIOUS)], ("serious", "b-serious-1")),
        ([fact("f1"), fact("f2", SERIOUS, recent=True)], ("serious", "b-serious-1")),
        ([fact("f1", recent=True)], ("lesser", "b-lesser-1")),
        ([fact("f1"), fact("f2", SERIOUS)], ("lesser", "b-lesser-1")),
        ([fact("f1", SERIOUS, recent=True), fact("f2", SERIOUS)], ("lesser", "b-lesser-1")),
        ([fact("f1", recent=True), fact("f2", MODERATE)], ("lesser", "b-lesser-1")),
        ([fact("f1", recent=True), fact("f2", SERIOUS, running=False)], ("lesser", "b-lesser-1")),
        ([fact("f1", recent=True, running=False), fact("f2", SERIOUS)], ("lesser", "b-lesser-1")),
    ],
)
def test_repeated_facts(facts: list[Weight], expected: tuple[str, str]) -> None:
    assert row(*facts) == expected


def test_three_old_facts_of_one_kind_make_up_for_their_age() -> None:
    facts = [fact(f"f{number}", kind="drugs", permits=frozenset({f"P{number}"})) for number in range(3)]
    assert row(*facts) == ("serious", "b-serious-1")
    assert row(*facts[:2], replace(facts[2], kind="tax")) == ("lesser", "b-lesser-1")
    assert row(*(replace(one, kind="") for one in facts)) == ("lesser", "b-lesser-1")


def test_three_serious_suspicions_of_one_activity_however_old() -> None:
    facts = [fact(f"f{number}", SERIOUS) for number in range(3)]
    assert row(*facts) == ("serious", "b-serious-2")
    assert row(*facts[:2], replace(facts[2], permits=frozenset({"ALC"}))) == ("lesser", "b-lesser-1")
    assert row(*facts[:2], replace(facts[2], running=False)) == ("lesser", "b-lesser-1")


@pytest.mark.parametrize("lacking", ["own", "heavy", "recent"])
def test_one_recent_heavy_fact_of_the_subject_itself(lacking: str) -> None:
    one = fact("f1", own=True, heavy=True, recent=True)
    assert row(one) == ("serious", "b-serious-3")
    assert row(replace(one, **{lacking: False})) == ("lesser", "b-lesser-1")
    assert row(replace(one, strength=SERIOUS)) == ("lesser", "b-lesser-1")


@pytest.mark.parametrize(("strength", "expected"), [(SLIGHT, "none"), (MODERATE, "lesser"), (SERIOUS, "lesser")])
def test_a_slight_suspicion_never_lifts(strength: Strength, expected: str) -> None:
    assert row(fact("f1", strength))[0] == expected
    assert row(fact("f1", strength), ground="a")[0] == expected


@pytest.mark.parametrize("lacking", ["running", "path", "large"])
def test_benefit_with_a_path_and_room(lacking: str) -> None:
    one = fact("f1", SERIOUS, path=True, large=True)
    assert row(one, ground="a") == ("serious", "a-serious-1")
    assert row(replace(one, **{lacking: False}), ground="a") == ("lesser", "a-lesser-1")
    assert row(replace(one, strength=MODERATE), ground="a") == ("lesser", "a-lesser-1")


def test_an_unexplained_financing_stands_in_for_a_large_benefit() -> None:
    one = fact("f1", path=True)
    assert row(one, ground="a", unexplained=Truth.YES) == ("serious", "a-serious-1")
    indicated = found(sure(one), ground="a", unexplained=Truth.UNKNOWN)
    assert (indicated.degree, indicated.low, indicated.high) == (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)


def test_nothing_counts() -> None:
    assert row() == ("none", "none")
    assert found(Weighed("f1", None, None)).high is Degree.NONE


def test_undetermined_only_where_nothing_is_known_yet() -> None:
    indicated = found(perhaps(fact("f1")))
    assert (indicated.degree, indicated.found.rule) == (Degree.UNDETERMINED, "undetermined")
    assert (indicated.low, indicated.high) == (Degree.NONE, Degree.LESSER)
    both = found(sure(fact("f1")), perhaps(fact("f2", recent=True)))
    assert (both.degree, both.low, both.high) == (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)


def test_an_open_question_leaves_room_for_anything() -> None:
    indicated = found(open=("STR-09",))
    assert (indicated.degree, indicated.low, indicated.high) == (Degree.UNDETERMINED, Degree.NONE, Degree.SERIOUS)


def test_what_the_law_deems_serious_is_serious() -> None:
    indicated = found(deemed=True)
    assert (indicated.degree, indicated.found.rule) == (Degree.SERIOUS, "deemed-serious")
    assert (indicated.low, indicated.high) == (Degree.SERIOUS, Degree.SERIOUS)


def rank(degree: Degree) -> int:
    return -1 if degree is Degree.UNDETERMINED else ORDER.index(degree)


@given(balances(), weights)
def test_one_more_adverse_fact_never_lowers(before: Balance, extra: Weight) -> None:
    after = replace(before, weighed=(*before.weighed, sure(replace(extra, fact="new"))))
    old, new = indicate(before, limits()), indicate(after, limits())
    assert ORDER.index(new.low) >= ORDER.index(old.low)
    assert ORDER.index(new.high) >= ORDER.index(old.high)
    assert rank(new.degree) >= rank(old.degree)


@given(balances())
def test_a_fact_that_does_not_count_changes_nothing(before: Balance) -> None:
    after = replace(before, weighed=(Weighed("never", None, None), *before.weighed))
    assert indicate(after, limits()) == indicate(before, limits())


@given(balances(), st.randoms(use_true_random=False))
def test_the_order_never_matters(before: Balance, chance: object) -> None:
    mixed = list(before.weighed)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = indicate(before, limits()), indicate(replace(before, weighed=tuple(mixed)), limits())
    assert (one.degree, one.low, one.high, one.found.rule) == (other.degree, other.low, other.high, other.found.rule)


@given(balances())
def test_the_range_holds_the_indication(some: Balance) -> None:
    indicated = indicate(some, limits())
    assert ORDER.index(indicated.low) <= ORDER.index(indicated.high)
    if indicated.degree is Degree.UNDETERMINED:
        assert (indicated.low, indicated.low is indicated.high) == (Degree.NONE, False)
    else:
        assert indicated.degree is indicated.low


@given(balances())
def test_what_is_unknown_never_counts(some: Balance) -> None:
    """Making a fact worse in what is unknown of it changes the high end only."""
    worsened = tuple(replace(one, high=worse(one.high) if one.high else None) for one in some.weighed)
    assert indicate(replace(some, weighed=worsened), limits()).low is indicate(some, limits()).low
