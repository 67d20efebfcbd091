# SPDX-License-Identifier: EUPL-1.2
"""Assessing the largest worked dossier takes less than one frame, so the panel can follow every change."""

import pytest

import main
from assessment.assess import assess
from assessment.exchange import write_dossier
from storage.dossier_file import read_examples
from tests.benchmarks.measuring import fixed_work, middle, scaled, tell, times

pytestmark = pytest.mark.benchmark

RUNS = 40
BAR = 0.016
"""Seconds: one frame (blueprint 6)."""


def test_assess() -> None:
    catalogue = main.catalogue()
    largest = max(read_examples(catalogue), key=lambda one: len(write_dossier(one)))
    ours, yardstick = times(lambda: assess(largest, catalogue), RUNS), times(fixed_work, RUNS)
    ratio = ours[0] / yardstick[0]
    tell("assess", best=ours[0], median=middle(ours), fixed_work=yardstick[0], ratio=ratio)
    assert ours[0] < scaled(BAR, yardstick[0])
