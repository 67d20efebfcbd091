# SPDX-License-Identifier: EUPL-1.2
"""What the table sees of a fact, value by value: as far as known, and if all that is unknown were adverse."""

from collections.abc import Mapping
from typing import Any

import pytest

from assessment.degree import Degree
from assessment.inquiry.unknown import Missing
from assessment.truth import Truth
from assessment.weighing.grounds import Counted, Grounds
from assessment.weighing.indication import FINANCING, look
from assessment.weighing.weight import Strength, Weight

from .balances import balance, fact, limits, perhaps, shipped, sure
from .cases import Change, case_of, changed, drop, put
from .changes import EXISTING

BENEFIT: Mapping[str, Any] = {"amount": "90000.00", "money_path": "Via de bar."}
TWO = put("application.permit_types", ["EXP", "ALC"])
PATH: Mapping[str, Any] = {"money_path": "Via de bar."}


def counted(ground: str, *changes: Change) -> Counted:
    case = case_of(changed(*changes))
    return Grounds(case.dossier, shipped().framework).count(ground, case.standings[0])


def low(ground: str, *changes: Change) -> Weight:
    found = counted(ground, *changes).weighed.low
    assert found is not None
    return found


def high(ground: str, *changes: Change) -> Weight:
    found = counted(ground, *changes).weighed.high
    assert found is not None
    return found


def test_a_fact_of_which_all_is_known_weighs_the_same_at_its_worst() -> None:
    assert low("b") == Weight(
        "f1", Strength.POINTS_TO, running=True, recent=True, heavy=low("b").heavy, kind="drugs",
        permits=frozenset({"EXP"}),
    ) == high("b")  # fmt: skip
    assert low("a", put("facts.0.benefit", BENEFIT)) == high("a", put("facts.0.benefit", BENEFIT))


def test_an_offence_that_the_catalogue_does_not_know_has_no_kind() -> None:
    assert low("b", put("facts.0.offence", "onbekend")).kind == ""


def test_permits_of_which_the_link_is_not_known_count_at_the_worst_only() -> None:
    assert low("b", TWO).permits == {"EXP"}
    assert high("b", TWO).permits == {"EXP", "ALC"}
    assert counted("b", TWO).missing == (Missing.LINK,)
    assert counted("b").missing == ()
    none = put("facts.0.links.+", {"permit": "ALC", "link": "none"})
    assert high("b", TWO, none).permits == {"EXP"}


@pytest.mark.parametrize("links", [("same", "none"), ("none", "same")])
def test_a_link_that_is_affirmed_and_denied_is_not_known(links: tuple[str, str]) -> None:
    found = counted("b", put("facts.0.links", [{"permit": "EXP", "link": one} for one in links]))
    assert (found.weighed.low, found.missing) == (None, (Missing.LINK,))
    assert found.weighed.high is not None


@pytest.mark.parametrize(
    ("benefit", "large", "may_be_large"),
    [
        ({"amount": "25000.00"}, True, True),
        ({"amount": "25000.01"}, True, True),
        ({"amount": "24999.99"}, False, False),
        ({"low": "25000.00", "high": "90000.00"}, True, True),
        ({"low": "30000.00", "high": "90000.00"}, True, True),
        ({"low": "1.00", "high": "25000.00"}, False, True),
        ({"low": "1.00", "high": "60000.00"}, False, True),
        ({"low": "1.00", "high": "24999.99"}, False, False),
        ({"low": "1.00"}, False, True),
    ],
)
def test_a_large_benefit(benefit: dict[str, str], large: bool, may_be_large: bool) -> None:
    change = put("facts.0.benefit", {**PATH, **benefit})
    assert (low("a", change).large, high("a", change).large) == (large, may_be_large)


@pytest.mark.parametrize(
    ("benefit", "counts"),
    [
        ({"amount": "0.01"}, True),
        ({"amount": "0.00"}, False),
        ({"low": "0.00", "high": "0.01"}, True),
        ({"low": "0.00", "high": "0.00", "amount": None}, False),
    ],
)
def test_any_benefit_at_all_counts(benefit: dict[str, Any], counts: bool) -> None:
    assert counted("a", put("facts.0.benefit", {**PATH, **benefit})).counts is counts


@pytest.mark.parametrize(
    ("path", "stated", "may_be", "missing"),
    [
        ({"money_path": "Via de bar."}, True, True, ()),
        ({"money_path": None}, False, False, ()),
        ({"money_path": " "}, False, False, ()),
        ({}, False, True, (Missing.MONEY_PATH,)),
    ],
)
def test_the_path_of_the_money(path: dict[str, Any], stated: bool, may_be: bool, missing: tuple[Missing, ...]) -> None:
    change = put("facts.0.benefit", {"amount": "5.00", **path})
    assert (low("a", change).path, high("a", change).path) == (stated, may_be)
    assert counted("a", change).missing == missing


def test_a_benefit_that_is_not_known_waits_and_may_be_large() -> None:
    found = counted("a", drop("facts.0.benefit"))
    assert found.weighed.low is None
    assert found.missing == (Missing.BENEFIT, Missing.MONEY_PATH)
    assert high("a", drop("facts.0.benefit")).large


UNRATED = [put("facts.0.status", "prosecuted")]


def test_an_unknown_suspicion_is_slight_as_known_and_serious_at_the_worst() -> None:
    change = put("facts.0.benefit", BENEFIT)
    for ground in ("a", "b"):
        assert counted(ground, change, *UNRATED).weighed.low is None
        assert high(ground, change, *UNRATED).strength is Strength.SERIOUS


def test_a_relation_that_ended_runs_at_the_worst_only_where_another_is_not_known() -> None:
    over = put("relations.0.until", "2025-01-01")
    assert not low("b", over).running
    assert not high("b", over).running
    nobody = drop("facts.0.actor")
    assert high("b", nobody).running
    assert high("b", nobody).own


def test_somebody_else_is_never_the_subject_itself_at_the_worst() -> None:
    assert not high("b").own
    assert low("b", put("facts.0.actor", "p1")).own


def test_an_undated_fact_is_recent_at_the_worst_only() -> None:
    change = drop("facts.0.committed")
    assert (low("b", change).recent, high("b", change).recent) == (False, True)
    with_benefit = put("facts.0.benefit", BENEFIT)
    assert (low("a", change, with_benefit).recent, high("a", change, with_benefit).recent) == (False, True)


@pytest.mark.parametrize(("day", "recent"), [("2021-07-08", True), ("2021-05-25", False), ("2021-06-01", False)])
def test_recent_is_under_five_years(day: str, recent: bool) -> None:
    assert low("b", put("facts.0.committed", day)).recent is recent


def test_a_slight_suspicion_says_so_and_a_moderate_one_does_not() -> None:
    slight, moderate, serious = (
        counted("b", put("facts.0.status", "prosecuted"), put("facts.0.suspicion", one)).reason.rule
        for one in ("slight", "moderate", "serious")
    )
    assert (slight, moderate, serious) == ("slight", "counts-b", "counts-b")


def rests_on(*facts: Weight, ground: str = "b") -> tuple[str, tuple[str, ...]]:
    found = look(balance(ground, *map(sure, facts)), limits())
    return found.rule, found.rests_on


def of_kind(number: int, kind: str, **more: Any) -> Weight:
    more.setdefault("permits", frozenset({f"P{number}"}))
    return fact(f"f{number}", kind=kind, **more)


def test_the_row_of_one_kind_rests_on_facts_of_that_kind() -> None:
    others = (of_kind(1, "alcohol", strength=Strength.SERIOUS), of_kind(2, "tax", strength=Strength.SERIOUS))
    drugs = tuple(of_kind(number, "drugs", strength=Strength.SERIOUS) for number in (3, 4, 5))
    pointing = of_kind(6, "drugs")
    rule, facts = rests_on(*others, *drugs, pointing)
    assert rule == "b-serious-1"
    assert set(facts) <= {"f3", "f4", "f5", "f6"}
    assert len(facts) >= 3


def test_more_than_enough_of_one_kind_or_one_activity_is_enough() -> None:
    four = tuple(of_kind(number, "drugs") for number in range(4))
    assert rests_on(*four)[0] == "b-serious-1"
    same = tuple(fact(f"f{number}", Strength.SERIOUS) for number in range(4))
    assert rests_on(*same) == ("b-serious-2", ("f0", "f1", "f2"))


def test_one_heavy_fact_is_enough_and_no_more_is_named() -> None:
    heavy = tuple(of_kind(number, f"k{number}", own=True, heavy=True, recent=True) for number in range(1))
    assert rests_on(*heavy) == ("b-serious-3", ("f0",))
    two = look(balance("b", *map(sure, (*heavy, *heavy))), replace_facts(3))
    assert two.rests_on == ("f0",)


def replace_facts(least: int) -> Any:
    from dataclasses import replace

    return replace(limits(), facts=least)


@pytest.mark.parametrize(
    ("unexplained", "adverse", "degree"),
    [
        (Truth.YES, (), Degree.SERIOUS),
        (Truth.UNKNOWN, (), Degree.LESSER),
        (Truth.UNKNOWN, (FINANCING,), Degree.SERIOUS),
        (Truth.NO, (FINANCING,), Degree.LESSER),
        (Truth.NO, (), Degree.LESSER),
    ],
)
def test_the_financing_counts_when_its_gap_is_known_or_feared(
    unexplained: Truth, adverse: tuple[str, ...], degree: Degree
) -> None:
    found = look(balance("a", sure(fact("f1", path=True)), unexplained=unexplained), limits(), adverse)
    assert found.degree is degree


def test_an_open_question_counts_only_when_it_is_feared() -> None:
    lying = balance("b", perhaps(fact("f1")), open=("STR-09",))
    assert look(lying, limits()).degree is Degree.NONE
    assert look(lying, limits(), ("STR-09",)).degree is Degree.SERIOUS
    assert look(lying, limits(), ("f1",)).degree is Degree.LESSER
    assert look(lying, limits(), ("f1",), without=("f1",)).degree is Degree.NONE


def test_existing_permits_are_weighed_alike() -> None:
    assert low("b", *EXISTING) == low("b")
