# SPDX-License-Identifier: EUPL-1.2
"""Which of several chains is named, which share is asked for, and on how many days of the past is looked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment.dossier.relation import Relation, Role
from assessment.inquiry import days
from assessment.inquiry.attribution import attribute
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.control import control
from assessment.outcome import Tie
from assessment.outcome_control import Grip

from .world import CATALOGUE, TODAY, day, dossier, fact, holds, relation, tie

LONG_AGO = relation("p1", Role.DIRECTOR, "s", id="r1", since=day("2010"), until=day("2015-06-01"))
FAR_AND_LATER = relation("p2", Role.DIRECTOR, "x", id="r2", since=day("2016"), until=day("2020-06-01"))
STANDING = relation("x", Role.DIRECTOR, "s", id="r3", since=day("2012"))


def test_of_two_that_ended_the_one_that_still_ran_at_the_application_is_named() -> None:
    after = relation("p1", Role.DIRECTOR, "s", id="r2", since=day("2019"), until=day("2026-03-10"))
    for pair in ((LONG_AGO, after), (after, LONG_AGO)):
        got = tie(*pair)
        assert (got.running, got.until) == (True, day("2026-03-10"))


def test_only_the_share_that_is_missing_on_the_path_is_asked_for() -> None:
    got = tie(holds("p1", "x", None, id="open"), holds("x", "s", "0.6", id="recorded"))
    assert got.tie is Tie.NONE
    assert [one.about for one in got.unknown] == ["open"]


def test_a_holding_a_seat_and_a_holding_make_one_chain() -> None:
    got = tie(holds("p1", "h", "1"), relation("h", Role.DIRECTOR, "b"), holds("b", "s", "1"))
    assert (got.tie, got.path) == (Tie.C_CONTROLS, ("p1", "h", "b", "s"))


def test_whoever_leads_a_company_that_leads_and_is_led_by_the_subject_leads_the_subject() -> None:
    round_ = (relation("a", Role.DIRECTOR, "s"), relation("s", Role.DIRECTOR, "a"))
    got = tie(*round_, relation("z", Role.DIRECTOR, "a"), actor="z")
    assert (got.tie, got.path) == (Tie.C_LEADS, ("z", "a", "s"))


def test_of_two_subjects_behind_one_company_the_nearest_is_named() -> None:
    votes = relation("x", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.6")
    got = tie(
        holds("p1", "a", "0.6"), holds("p2", "x", "1"), votes, relation("p3", Role.DIRECTOR, "a"),
        actor="p3", subject=("p1", "p2"),
    )  # fmt: skip
    assert got.path == ("p3", "a", "p1")


def test_more_than_the_whole_on_one_path_is_no_second_path() -> None:
    (told,) = control(dossier(holds("p1", "s", "0.6", id="r1"), holds("p1", "s", "0.6", id="r2")), CATALOGUE, TODAY)
    assert told.share == 1
    assert "samen" not in told.words


@pytest.mark.parametrize(
    ("relations", "most", "looked", "complete"),
    [
        ((LONG_AGO, FAR_AND_LATER, STANDING), 100_000, [date(2015, 5, 31), date(2020, 5, 31)], True),
        ((LONG_AGO, FAR_AND_LATER, STANDING), 6, [date(2015, 5, 31), date(2020, 5, 31)], True),
        ((LONG_AGO, FAR_AND_LATER, STANDING), 5, [date(2015, 5, 31)], False),
        ((LONG_AGO, FAR_AND_LATER, STANDING), 1, [date(2015, 5, 31)], False),
        ((), 1, [], True),
    ],
    ids=["all", "just enough", "the subject's own first", "always one", "nothing"],
)
def test_days_that_are_left_out_are_told(
    monkeypatch: pytest.MonkeyPatch, relations: tuple[Relation, ...], most: int, looked: list[date], complete: bool
) -> None:
    monkeypatch.setattr(days, "MOST_WORK", most)
    case = dossier(*relations)
    assert days.days_to_look(case) == ((TODAY, *looked), complete)
    assert find_bonds(case, CATALOGUE).is_complete is complete


def test_where_days_were_left_out_no_relation_is_not_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    case = dossier(LONG_AGO, FAR_AND_LATER, STANDING)
    assert attribute(case, CATALOGUE, fact("p2")).tie is Tie.C_LEADS
    monkeypatch.setattr(days, "MOST_WORK", 1)
    got = attribute(case, CATALOGUE, fact("p2"))
    assert (got.tie, [one.about for one in got.unknown]) == (Tie.NONE, ["p2"])


def test_a_company_does_not_hold_itself_and_what_it_may_hold_leaves_the_rest_open() -> None:
    """Ids that were read apart are the same party when they read the same."""
    again = "S-1".lower()
    case = dossier(holds("s-1", again, None), holds("p1", "s-1", "0.2"), subject=("s-1",))
    (told,) = control(case, CATALOGUE, TODAY)
    assert (told.party, told.at_least, told.grip) == ("p1", True, Grip.OPEN)
    recorded = dossier(holds("s-1", again, "0.5"), holds("p1", "s-1", "0.2"), subject=("s-1",))
    (sure,) = control(recorded, CATALOGUE, TODAY)
    assert (sure.share, sure.at_least) == (Decimal("0.4"), False)


def test_what_one_company_of_a_ring_may_hold_of_itself_leaves_all_its_holders_open() -> None:
    ring = (holds("a", "b", "0.4"), holds("b", "a", "0.4"), holds("p1", "b", "0.2"))
    told = {(one.party, one.over): one.at_least for one in control(dossier(*ring), CATALOGUE, TODAY)}
    assert not any(told.values())
    own = dossier(*ring, holds("a", "a", None))
    told = {(one.party, one.over): one.at_least for one in control(own, CATALOGUE, TODAY)}
    assert told["p1", "a"]
    assert told["p1", "b"]
