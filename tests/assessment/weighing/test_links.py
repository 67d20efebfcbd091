# SPDX-License-Identifier: EUPL-1.2
"""Ground b counts per permit what matches it or is connected with it (art. 3 par. 3 under a; weighing.md no. 10)."""

from __future__ import annotations

import pytest

from assessment.degree import Degree
from assessment.outcome import GroundOutcome

from .cases import Change, case_of, changed, put


@pytest.mark.parametrize(("link", "counts"), [("same", True), ("connected", True), ("none", False)])
def test_what_is_connected_counts_like_what_is_the_same(link: str, counts: bool) -> None:
    fact = case_of(changed(put("facts.0.links.0.link", link))).weighing.facts[0]
    assert ("b" in fact.counts_for) is counts


def linked(place: int, **links: str) -> list[Change]:
    """A serious suspicion with these links."""
    said = [{"permit": permit, "link": link, "reason": "In de zaak."} for permit, link in links.items()]
    return [
        put(f"facts.{place}.status", "prosecuted"),
        put(f"facts.{place}.suspicion", "serious"),
        put(f"facts.{place}.links", said),
    ]


def three(data: dict[str, object]) -> None:
    """A third fact beside the two."""
    facts = data["facts"]
    facts.append({**facts[0], "id": "f3"})  # type: ignore[attr-defined, index]


def ground_b(third: list[Change]) -> GroundOutcome:
    two = [*linked(0, EXP="same", ALC="none"), *linked(1, EXP="connected", ALC="none")]
    return case_of(changed(put("application.permit_types", ["EXP", "ALC"]), three, *two, *third)).weighing.b


@pytest.mark.parametrize(
    ("third", "low", "high"),
    [
        (linked(2, EXP="same"), Degree.SERIOUS, Degree.SERIOUS),
        (linked(2, ALC="same"), Degree.LESSER, Degree.SERIOUS),
        (linked(2), Degree.LESSER, Degree.SERIOUS),
        (linked(2, ALC="same", EXP="none"), Degree.LESSER, Degree.LESSER),
    ],
    ids=["the same permit", "another permit, this one not said", "neither said", "another permit only"],
)
def test_three_suspicions_weigh_together_on_one_permit_only(third: list[Change], low: Degree, high: Degree) -> None:
    got = ground_b(third)
    assert (got.low, got.high) == (low, high)
    assert got.would_raise == ((("f3",),) if low is not high else ())
