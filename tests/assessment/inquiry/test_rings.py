# SPDX-License-Identifier: EUPL-1.2
"""Rings of companies against another way of reckoning: follow the money round, step by step, until nothing is left."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.inquiry.holdings import LARGEST_RING, Stake, hold
from assessment.inquiry.ring import solve

COMPANIES = "abcde"
OUTSIDE = ("p", "q")
Direct = dict[tuple[str, str], int]

DIRECT = st.dictionaries(
    st.tuples(st.sampled_from((*COMPANIES, *OUTSIDE)), st.sampled_from(COMPANIES)), st.integers(1, 15), max_size=16
)
"""Per holder and company: percent. Six holders of fifteen percent stay under the whole, so that all comes to an end."""


def walked(direct: Direct, owner: str) -> dict[str, Fraction]:
    """Hand on what `owner` has, company by company; what comes back to the owner himself is not handed on again."""
    held = {company: Fraction(0) for company in COMPANIES}
    now = {company: Fraction(direct.get((owner, company), 0), 100) for company in COMPANIES}
    now.pop(owner, None)
    for _ in range(60):
        for company, part in now.items():
            held[company] += part
        now = {
            below: sum(
                (part * Fraction(direct.get((above, below), 0), 100) for above, part in now.items()), Fraction(0)
            )
            for below in COMPANIES
            if below != owner
        }
    return held


@given(direct=DIRECT)
def test_what_is_solved_is_what_comes_out_of_walking_round(direct: Direct) -> None:
    edges: dict[str, dict[str, Stake]] = {}
    for (holder, company), percent in direct.items():
        edges.setdefault(company, {})[holder] = Stake(Decimal(percent) / 100)
    found = hold(edges)
    for owner in (*OUTSIDE, *COMPANIES):
        for company, expected in walked(direct, owner).items():
            if company != owner:
                got = found[company].shares.get(owner, Decimal(0)) if company in found else Decimal(0)
                assert abs(Fraction(got) - expected) < Fraction(1, 10**8)


@pytest.mark.parametrize("size", [2, 3, LARGEST_RING])
def test_a_whole_ring_up_to_the_largest_is_solved_exactly(size: int) -> None:
    """Each holds a tenth of the next and an outsider the rest: in the end everything is the outsider's."""
    tenth, rest = Stake(Decimal("0.1")), Stake(Decimal("0.9"))
    ring = {f"c{n}": {f"c{(n + 1) % size}": tenth, "p": rest} for n in range(size)}
    got = hold(ring)
    assert {holders.shares["p"] for holders in got.values()} == {Decimal(1)}
    assert not any(holders.unsure for holders in got.values())


def test_a_ring_that_holds_all_of_itself_cannot_be_solved() -> None:
    whole = {"a": {"b": Decimal(1)}, "b": {"a": Decimal(1)}}
    assert solve(("a", "b"), whole, {"a": {}, "b": {}}) is None
