# SPDX-License-Identifier: EUPL-1.2
"""Assessing a café takes less than one frame, so the panel can follow every change; the largest a quarter second."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

import main
from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Status
from assessment.dossier.relation import Role
from assessment.exchange import codes_of, dossier_from_wire, read_dossier
from assessment.outcome import EvidenceClass, Verdict
from resources.files import read_example
from tests.benchmarks.large import large
from tests.benchmarks.measuring import fixed_work, middle, scaled, tell, times

pytestmark = pytest.mark.benchmark

RUNS = 40
BAR = 0.016
"""Seconds: one frame (blueprint 6)."""

RUNS_LARGE = 8
BAR_LARGE = 0.25
"""Seconds for 200 parties, 400 relations, 150 facts and 300 items of information, robustness included."""


@cache
def catalogue() -> Catalogue:
    return main.catalogue()


@cache
def data() -> dict[str, Any]:
    return large(catalogue())


def read(raw: dict[str, Any]) -> Dossier:
    return dossier_from_wire(raw, codes_of(catalogue()))


def doubtful() -> dict[str, Any]:
    """Give the same where most of the facts are the subject's own and hardly known, so that very much could raise."""
    raw = deepcopy(data())
    raw["answers"], raw["facts"] = [], [{**one, "actor": "p1", "sources": ["i1"]} for one in raw["facts"]]
    for number, one in enumerate(raw["facts"]):
        one["status"], one["suspicion"] = "suspect", "slight"
        for key in ("offence_plausible", "suspicion", "benefit")[: 0 if number < 6 else 3]:
            one.pop(key, None)
    raw["information"][0].update(
        partner="om", basis="wjsg-39f", about=["p1"], purpose="bibob", received_on="2026-03-20",
        source_kind="official-record", classification="internal", visible_to_subject="yes", forward="yes",
    )  # fmt: skip
    return raw


def test_everything_occurs_in_the_large_dossier() -> None:
    raw, outcome = data(), assess(read(data()), catalogue())
    sizes = [len(raw[rows]) for rows in ("parties", "relations", "facts", "information")]
    assert sizes == [200, 400, 150, 300]
    assert {one["role"] for one in raw["relations"]} == {one.value for one in Role}
    assert {one.get("status") for one in raw["facts"]} == {None, *(one.value for one in Status)}
    assert {one["partner"] for one in raw["information"]} == set(catalogue().partners)
    assert {one["basis"] for one in raw["information"] if "basis" in one} == set(catalogue().bases)
    assert {one.evidence_class for one in outcome.facts} == set(EvidenceClass)
    assert {one.verdict for one in outcome.admissions} == set(Verdict)
    assert len({one.relation for one in outcome.facts}) > 4
    assert len(max((one.path for one in outcome.control), key=len)) > 4
    assert Counter(len(one.counts_for) for one in outcome.facts)[2] > 5
    unsure = assess(read(doubtful()), catalogue())
    assert (len(unsure.a.would_raise), len(unsure.b.would_raise)) == (24, 24)
    assert len({*outcome.options}) > 1


@pytest.mark.parametrize("make", [data, doubtful])
def test_the_large_dossier(make: Callable[[], dict[str, Any]]) -> None:
    dossier = read(make())
    ours = times(lambda: assess(dossier, catalogue()), RUNS_LARGE)
    yardstick = times(fixed_work, RUNS)
    ratio = ours[0] / yardstick[0]
    tell(f"assess large, {make.__name__}", best=ours[0], median=middle(ours), fixed_work=yardstick[0], ratio=ratio)
    assert ours[0] < scaled(BAR_LARGE, yardstick[0])


def test_assess() -> None:
    cafe = read_dossier(read_example("cafe-de-verzonnen-vink"))
    ours, yardstick = times(lambda: assess(cafe, catalogue()), RUNS), times(fixed_work, RUNS)
    ratio = ours[0] / yardstick[0]
    tell("assess", best=ours[0], median=middle(ours), fixed_work=yardstick[0], ratio=ratio)
    assert ours[0] < scaled(BAR, yardstick[0])
