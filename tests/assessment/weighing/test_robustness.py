# SPDX-License-Identifier: EUPL-1.2
"""Which facts are decisive, and which unknowns would raise the indication: against trying everything."""

from itertools import combinations

from hypothesis import given, settings

from assessment.degree import ORDER, Degree
from assessment.truth import Truth
from assessment.weighing.indication import FINANCING, indicate, is_below, look
from assessment.weighing.robustness import decisive, unknowns, would_raise
from assessment.weighing.weight import Balance, Strength, Weighed

from .balances import balance, balances, fact, limits, perhaps, shipped, sure

FRAMEWORK = shipped().framework


def decides(some: Balance) -> tuple[tuple[str, ...], ...]:
    return decisive(some, indicate(some, limits()), FRAMEWORK)


def raises(some: Balance) -> tuple[tuple[str, ...], ...]:
    return would_raise(some, indicate(some, limits()), FRAMEWORK)


def test_one_fact_carries_a_lesser_degree() -> None:
    assert decides(balance("b", sure(fact("f1")))) == (("f1",),)


def test_without_either_of_two_facts_the_degree_drops() -> None:
    assert decides(balance("b", sure(fact("f1", recent=True)), sure(fact("f2", Strength.SERIOUS)))) == (
        ("f1",),
        ("f2",),
    )


def test_two_facts_that_replace_each_other_are_decisive_together() -> None:
    money = {"path": True, "large": True}
    assert decides(balance("a", sure(fact("f7", **money)), sure(fact("f8", **money)))) == (("f7", "f8"),)


def test_nothing_is_decisive_where_nothing_counts_or_the_law_decides() -> None:
    assert decides(balance("b", Weighed("f1", None, None))) == ()
    assert decides(balance("b", perhaps(fact("f1")))) == ()
    assert decides(balance("b", sure(fact("f1")), deemed=True)) == ()


def test_unknowns_that_would_raise() -> None:
    assert raises(balance("b", perhaps(fact("f5")))) == (("f5",),)
    assert raises(balance("b", sure(fact("f1")), perhaps(fact("f5", recent=True)))) == (("f5",),)
    assert raises(balance("b", sure(fact("f1")))) == ()
    assert raises(balance("b", sure(fact("f1")), open=("STR-09",))) == (("STR-09",),)


def test_two_unknowns_that_raise_only_together() -> None:
    some = balance(
        "b",
        sure(fact("f1", Strength.SERIOUS)),
        perhaps(fact("f2", Strength.SERIOUS)),
        perhaps(fact("f3", Strength.SERIOUS)),
    )
    assert raises(some) == (("f2", "f3"),)


def test_a_financing_that_is_not_known_is_named() -> None:
    some = balance("a", sure(fact("f1", path=True)), unexplained=Truth.UNKNOWN)
    assert raises(some) == ((FINANCING,),)
    assert unknowns(balance("a", unexplained=Truth.UNKNOWN)) == ()


def smallest(sets: list[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    kept = [one for one in sets if not any(other < one for other in sets)]
    return tuple(tuple(sorted(one)) for one in sorted(kept, key=lambda one: (len(one), sorted(one))))


def subsets(names: list[str]) -> list[frozenset[str]]:
    return [frozenset(one) for size in (1, 2, 3) for one in combinations(names, size)]


@settings(deadline=None)
@given(balances())
def test_decisive_finds_what_trying_everything_finds(some: Balance) -> None:
    indicated = indicate(some, limits())
    names = [one.fact for one in some.weighed]
    breaking = [one for one in subsets(names) if is_below(look(some, limits(), without=one).degree, indicated.low)]
    expected = smallest(breaking) if indicated.degree in ORDER else ()
    assert decides(some) == expected


@settings(deadline=None)
@given(balances())
def test_would_raise_finds_what_trying_everything_finds(some: Balance) -> None:
    indicated = indicate(some, limits())
    lifting = [
        one
        for one in subsets(list(unknowns(some)))
        if is_below(indicated.low, look(some, limits(), adverse=one).degree)
    ]
    assert raises(some) == smallest(lifting)[: FRAMEWORK.whole("sets_told")]


def test_what_more_than_three_facts_carry_is_not_told() -> None:
    assert decides(balance("b", *(sure(fact(f"f{number}", Strength.MODERATE)) for number in range(4)))) == ()


def test_no_more_sets_are_told_than_the_framework_says() -> None:
    open_ = [perhaps(fact(f"f{number:02}", Strength.MODERATE)) for number in range(30)]
    idle = [perhaps(fact(f"x{number}", Strength.SLIGHT)) for number in range(3)]
    assert raises(balance("b", *open_, *idle)) == tuple((f"f{number:02}",) for number in range(24))


def test_a_large_balance_is_searched_without_delay() -> None:
    strong = [sure(fact(f"f{number}", Strength.SERIOUS, permits=frozenset({f"P{number}"}))) for number in range(60)]
    open_ = [
        perhaps(fact(f"u{number}", Strength.SERIOUS, permits=frozenset({f"Q{number}"})), None) for number in range(90)
    ]
    some = balance("b", *strong, *open_)
    assert indicate(some, limits()).degree is Degree.LESSER
    assert raises(some) == ()
    assert len(decides(balance("b", *strong[:3]))) == 1


def test_what_weighs_less_than_what_is_known_raises_nothing() -> None:
    slight = perhaps(fact("f2", Strength.SLIGHT))
    one = balance("b", sure(fact("f1", Strength.MODERATE)), slight, open=("STR-09",))
    assert raises(one) == (("STR-09",),)


def test_three_unknowns_that_raise_only_together() -> None:
    doubtful = [perhaps(fact(id_, Strength.SERIOUS)) for id_ in ("f1", "f2", "f3")]
    assert raises(balance("b", sure(fact("f0", Strength.MODERATE)), *doubtful)) == (("f1", "f2", "f3"),)


def test_a_set_that_holds_a_smaller_one_is_not_told() -> None:
    some = balance("b", sure(fact("f1", recent=True)), *(sure(fact(id_, Strength.SERIOUS)) for id_ in ("f2", "f3")))
    assert decides(some) == (("f1",), ("f2", "f3"))
