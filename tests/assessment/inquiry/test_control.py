# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.control import control
from assessment.inquiry.holding import active_relations, holdings
from assessment.inquiry.holdings import FOLLOWED, LARGEST_RING, Stake, hold
from assessment.outcome_control import Control, Grip

from .world import CATALOGUE, TODAY, day, dossier, holds, relation


def found(*relations: Relation, on: date = TODAY) -> dict[tuple[str, str], Control]:
    return {(one.party, one.over): one for one in control(dossier(*relations), CATALOGUE, on)}


def shares(*relations: Relation) -> dict[tuple[str, str], Decimal | None]:
    return {pair: one.share for pair, one in found(*relations).items()}


def test_shares_are_multiplied_along_a_chain() -> None:
    one = found(holds("p1", "a", "0.6"), holds("a", "b", "0.5"))["p1", "b"]
    assert (one.share, one.path, one.roles) == (Decimal("0.3"), ("p1", "a", "b"), ("shareholder",))


def test_paths_are_added_up() -> None:
    ways = (holds("p1", "a", "0.5"), holds("p1", "b", "1"), holds("a", "c", "0.5"), holds("b", "c", "0.25"))
    assert shares(*ways)["p1", "c"] == Decimal("0.5")


def test_a_quarter_of_many_shells_is_found_in_full() -> None:
    shells = [part for n in range(100) for part in (holds("p1", f"x{n}", "1"), holds(f"x{n}", "c", "0.01"))]
    assert shares(*shells)["p1", "c"] == 1


def test_two_parcels_of_one_holder_are_added() -> None:
    assert shares(holds("p1", "a", "0.2", id="r1"), holds("p1", "a", "0.1", id="r2"))["p1", "a"] == Decimal("0.3")


def test_nobody_is_told_to_hold_more_than_the_whole() -> None:
    assert shares(holds("p1", "a", "1", id="r1"), holds("p1", "a", "1", id="r2"))["p1", "a"] == 1


def test_only_what_existed_on_the_day_counts() -> None:
    past = holds("p1", "a", "1", until=day("2025-07-01"))
    assert found(past) == {}
    assert ("p1", "a") in found(past, on=date(2025, 6, 30))
    assert found(holds("p1", "a", "1", since=day("2027"))) == {}


def test_a_share_that_is_not_known_stays_unknown() -> None:
    chain = found(holds("p1", "a", None), holds("a", "b", "0.5"))
    assert chain["p1", "a"].share is None
    assert chain["p1", "b"].share is None
    assert chain["p1", "b"].path == ("p1", "a", "b")
    assert chain["a", "b"].share == Decimal("0.5")


def test_a_known_part_beside_an_unknown_one_is_a_lower_bound() -> None:
    parts = (holds("p1", "a", "0.2", id="r1"), holds("p1", "a", None, id="r2"), holds("p2", "a", "0.3"))
    told = {one.party: one for one in holdings(parts, ())}
    assert (told["p1"].share, told["p1"].is_lower_bound) == (Decimal("0.2"), True)
    assert (told["p2"].share, told["p2"].is_lower_bound) == (Decimal("0.3"), False)


def test_an_outside_owner_of_a_ring_gets_what_goes_round() -> None:
    ring = (holds("p1", "a", "0.6"), holds("b", "a", "0.4"), holds("a", "b", "0.5"), holds("p2", "b", "0.5"))
    got = shares(*ring)
    assert got["p1", "a"] == Decimal("0.75")
    assert got["p2", "a"] == Decimal("0.25")
    assert got["p1", "a"] + got["p2", "a"] == 1  # type: ignore[operator]


def test_a_member_of_a_ring_does_not_gain_by_what_returns_to_it() -> None:
    got = shares(holds("p1", "a", "0.6"), holds("b", "a", "0.4"), holds("a", "b", "0.5"))
    assert got["a", "b"] == Decimal("0.5")
    assert got["b", "a"] == Decimal("0.4")
    assert ("a", "a") not in got


def test_a_company_that_holds_its_own_shares_leaves_all_to_the_others() -> None:
    got = shares(holds("p1", "a", "0.5"), holds("a", "a", "0.5"), holds("a", "b", "0.5"))
    assert got["p1", "a"] == 1
    assert got["p1", "b"] == Decimal("0.5")
    assert ("a", "a") not in got


def test_what_holds_a_ring_reaches_what_the_ring_holds() -> None:
    one = found(
        holds("p1", "a", "0.5"), holds("b", "a", "0.5"), holds("a", "b", "0.5"), holds("p1", "b", "0.5"),
        holds("b", "c", "1"),
    )["p1", "c"]  # fmt: skip
    assert one.share == 1
    assert one.path == ("p1", "b", "c")


def test_a_ring_that_holds_all_of_itself_has_no_solution_and_says_so() -> None:
    got = holdings((holds("a", "b", "1"), holds("b", "a", "1"), holds("p1", "a", "0.1")), ())
    told = {(one.party, one.over): one for one in got}
    assert told["p1", "a"].share == Decimal("0.1")
    assert told["p1", "a"].is_lower_bound
    assert told["p1", "b"].share is None


def test_doubt_goes_round_a_ring() -> None:
    got = holdings((holds("p1", "a", None), holds("a", "b", "0.5"), holds("b", "a", "0.5")), ())
    told = {(one.party, one.over): one for one in got}
    assert told["p1", "b"].is_lower_bound
    assert told["p1", "b"].path == ("p1", "a", "b")


def test_a_ring_that_is_too_large_is_told_as_a_lower_bound() -> None:
    size = LARGEST_RING + 1
    ring = {f"c{n}": {f"c{(n + 1) % size}": Stake(Decimal("0.5"))} for n in range(size)}
    got = hold(ring)
    assert got["c0"].shares == {"c1": Decimal("0.5")}
    assert got["c0"].unsure == {"c1"}


def test_of_very_many_holders_the_ultimate_and_the_largest_are_followed() -> None:
    many = {f"x{n}": {"p1": Stake(Decimal(1))} for n in range(FOLLOWED // 2)}
    wide = {
        **many,
        "a": {**{f"x{n}": Stake(Decimal("0.01")) for n in range(99)}, "p2": Stake(Decimal("0.01"))},
        "b": {"a": Stake(Decimal(1))},
    }
    assert hold(wide)["b"].shares == {"a": Decimal(1), "p1": Decimal("0.99")}


def test_votes_count_beside_capital_and_the_larger_is_told() -> None:
    votes = relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.6")
    got = found(holds("p1", "a", "0.1"), votes, holds("p2", "a", "0.9"), holds("a", "b", "0.5"))
    assert got["p1", "a"].share == Decimal("0.6")
    assert got["p1", "a"].roles == ("holder-of-voting-rights", "shareholder")
    assert got["p1", "b"].share == Decimal("0.3")
    assert got["p2", "a"].share == Decimal("0.9")
    assert got["p2", "a"].roles == ("shareholder",)


def test_where_capital_is_the_larger_the_votes_take_nothing_away() -> None:
    votes = relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.1")
    assert found(holds("p1", "a", "0.9"), votes)["p1", "a"].share == Decimal("0.9")


def test_capital_that_is_not_known_leaves_known_votes_the_least() -> None:
    votes = relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.3")
    got = found(holds("p1", "a", None), votes)["p1", "a"]
    assert (got.share, got.at_least, got.grip) == (Decimal("0.3"), True, Grip.JOINT)


def test_votes_alone_are_told_too() -> None:
    got = found(holds("p2", "a", "1"), relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "1"))
    assert got["p1", "a"].share == 1


def test_roles_stand_beside_shares() -> None:
    got = found(
        holds("p1", "a", "0.5"),
        relation("p1", Role.DIRECTOR, "a"),
        relation("p2", Role.FINANCIER, "a"),
        relation("p3", Role.LANDLORD, "a"),
    )
    assert got["p1", "a"].roles == ("director", "shareholder")
    assert (got["p2", "a"].share, got["p2", "a"].path) == (None, ("p2", "a"))
    assert ("p3", "a") not in got


def test_nobody_holds_a_person() -> None:
    assert found(holds("p1", "p2", "1"), relation("p1", Role.FACTUAL_MANAGER, "p2")) == {}


def test_a_chain_of_thousands_is_followed_to_its_end() -> None:
    links = [holds("p1", "c0", "1"), *(holds(f"c{n}", f"c{n + 1}", "1") for n in range(2000))]
    assert hold({one.to: {one.from_: Stake(Decimal(1))} for one in links})["c2000"].shares["p1"] == 1


NAMES = ("p1", "p2", "a", "b", "c", "d")
EDGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from("abcd"), st.integers(0, 19).map(lambda n: str(Decimal(n) / 100))),
    max_size=14,
    unique_by=lambda one: one[:2],
)


def some_relations(edges: list[tuple[str, str, str]]) -> tuple[Relation, ...]:
    return tuple(holds(from_, to, share) for from_, to, share in edges if from_ != to)


@given(edges=EDGES, chance=st.randoms())
def test_the_order_of_records_never_matters(edges: list[tuple[str, str, str]], chance: object) -> None:
    relations = list(some_relations(edges))
    before = control(dossier(*relations), CATALOGUE, TODAY)
    chance.shuffle(relations)  # type: ignore[attr-defined]
    assert control(dossier(*relations), CATALOGUE, TODAY) == before


@given(edges=EDGES, more=st.tuples(st.sampled_from(NAMES), st.sampled_from("abcd")))
def test_another_path_never_lowers_a_share(edges: list[tuple[str, str, str]], more: tuple[str, str]) -> None:
    from_, to = more
    relations = some_relations(edges)
    before = shares(*relations)
    after = shares(*relations, *([] if from_ == to else [holds(from_, to, "0.04", id="more")]))
    slack = Decimal("2e-9")  # what is negligible is not told, so a share may come up to that much too low
    assert all((after.get(pair) or 0) >= (share or 0) - slack for pair, share in before.items())


@given(edges=EDGES)
def test_rings_converge_and_nobody_holds_more_than_there_is(edges: list[tuple[str, str, str]]) -> None:
    got = shares(*some_relations(edges))
    assert all(share is not None and 0 < share <= 1 for share in got.values())
    for over in "abcd":
        ultimate = [got[party, over] or Decimal(0) for party in ("p1", "p2") if (party, over) in got]
        assert sum(ultimate, Decimal(0)) <= 1


@given(edges=EDGES)
def test_every_path_is_made_of_relations_of_the_dossier(edges: list[tuple[str, str, str]]) -> None:
    relations = some_relations(edges)
    steps = {(one.from_, one.to) for one in relations}
    for one in control(dossier(*relations), CATALOGUE, TODAY):
        assert (one.path[0], one.path[-1]) == (one.party, one.over)
        assert len(set(one.path)) == len(one.path)
        assert set(zip(one.path, one.path[1:], strict=False)) <= steps


def test_active_relations_are_those_whose_dates_allow_it() -> None:
    lasting, ended = holds("p1", "a", "1"), holds("p2", "a", "1", until=day("2021"))
    assert active_relations((lasting, ended), TODAY) == (lasting,)


@pytest.mark.parametrize(
    ("share", "grip"),
    [("0.51", Grip.SOLE), ("0.5", Grip.JOINT), ("0.2501", Grip.JOINT), ("0.25", Grip.NONE), (None, Grip.OPEN)],
)
def test_how_far_a_holding_reaches(share: str | None, grip: Grip) -> None:
    got = found(holds("p1", "a", share), relation("p2", Role.DIRECTOR, "a"))
    assert got["p1", "a"].grip is grip
    assert got["p2", "a"].grip is None


def test_two_halves_control_together_and_neither_alone() -> None:
    got = found(holds("p1", "a", "0.5"), holds("p2", "a", "0.5"))
    assert {one.grip for one in got.values()} == {Grip.JOINT}


def test_a_part_that_is_not_known_makes_the_share_the_least_and_takes_no_control_away() -> None:
    parts = (holds("p1", "a", "0.2", id="r1"), holds("p1", "a", None, id="r2"), holds("p2", "a", "0.6", id="r3"))
    got = found(*parts, holds("p2", "a", None, id="r4"))
    assert (got["p1", "a"].at_least, got["p1", "a"].grip) == (True, Grip.OPEN)
    assert (got["p2", "a"].at_least, got["p2", "a"].grip) == (True, Grip.SOLE)
    assert not found(holds("p1", "a", "0.2"))["p1", "a"].at_least


def test_whoever_is_not_followed_along_every_path_holds_at_least_what_is_told() -> None:
    many = {f"x{n}": {"p1": Stake(Decimal(1))} for n in range(FOLLOWED // 2)}
    wide = {
        **many,
        "a": {**{f"q{n}": Stake(Decimal("0.3")) for n in range(2)}, "q9": Stake(Decimal("0.1"))},
        "b": {"a": Stake(Decimal("0.5")), "q9": Stake(Decimal("0.5"))},
    }
    got = hold(wide)["b"]
    assert got.shares["q9"] == Decimal("0.5")
    assert got.unsure == {"q9"}
