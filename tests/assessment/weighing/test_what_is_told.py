# SPDX-License-Identifier: EUPL-1.2
"""What a ground tells: how far it may still rise and through what, and the amounts (weighing.md no. 19)."""

from __future__ import annotations

import pytest

from assessment.degree import Degree
from assessment.outcome import GroundOutcome, Reason
from assessment.weighing.indication import FINANCING

from .cases import Change, case_of, changed, put

SMALL = put("facts.0.benefit", {"amount": "10.00", "low": None, "high": None, "money_path": "Via de bar."})


def ground(name: str, *changes: Change) -> GroundOutcome:
    return case_of(changed(*changes)).ground(name)


def ranges(found: GroundOutcome) -> list[Reason]:
    return [one for one in found.reasons if one.rule == "range"]


def financed(evidence: str) -> Change:
    line = {"label": "geld", "amount": "1000.00", "evidence": evidence, "kind": "own-savings"}
    return put("financing", {"need": [{"label": "inventaris", "amount": "1000.00"}], "sources": [line]})


def test_where_nothing_is_unknown_no_room_is_told() -> None:
    assert ranges(ground("b")) == []


def test_room_is_told_with_what_is_unknown_and_nothing_else() -> None:
    """Not the fact that is known in full, nor the financing, which plays no part in ground b."""
    found = ground("b", put("facts.1.links", []), put("facts.0.committed", "2015"))
    assert (found.low, found.high) == (Degree.LESSER, Degree.SERIOUS)
    (told,) = ranges(found)
    assert told.about == ("f2",)
    assert "f2" in told.text
    assert "f1" not in told.text


@pytest.mark.parametrize(
    ("changes", "low", "high"),
    [
        ([financed("E0")], Degree.SERIOUS, Degree.SERIOUS),
        ([financed("E4")], Degree.LESSER, Degree.LESSER),
        ([], Degree.LESSER, Degree.SERIOUS),
    ],
    ids=["unexplained", "explained", "not recorded"],
)
def test_an_unexplained_financing_weighs_for_a_and_one_that_is_not_known_may(
    changes: list[Change], low: Degree, high: Degree
) -> None:
    found = ground("a", SMALL, *changes)
    assert (found.low, found.high) == (low, high)
    assert [one.about for one in ranges(found)] == ([(FINANCING,)] if low is not high else [])


@pytest.mark.parametrize(
    ("benefit", "told"),
    [
        ({"amount": "90.00", "low": "1.00", "high": "100.00"}, "€ 90,00"),
        ({"amount": None, "low": "1.00", "high": "100.00"}, "€ 1,00 – € 100,00"),
        ({"low": "1.00"}, "€ 1,00"),
        ({"amount": "90.00"}, "€ 90,00"),
    ],
)
def test_the_amount_is_told_else_the_ends_that_are_known(benefit: dict[str, object], told: str) -> None:
    found = ground("a", put("facts.0.benefit", {"money_path": "Via de bar.", **benefit}))
    words = str(found.criteria["benefit"]).replace("\u00a0", " ")
    assert words == f"f1: {told}"
