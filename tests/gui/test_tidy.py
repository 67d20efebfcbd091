# SPDX-License-Identifier: EUPL-1.2
import gc
import weakref

import pytest

from gui.tidy import QUIET, Tidy


class Knot:
    """Holds on to itself, so that only the collector frees it."""

    def __init__(self):
        self.self = self


@pytest.fixture
def quiet():
    return [0.0]


@pytest.fixture
def tidy(qapp, quiet):
    made = Tidy(qapp, lambda: quiet[0])
    made.start()
    yield made
    made.stop()
    assert gc.isenabled()


def knot():
    return weakref.ref(Knot())


def test_no_allocation_collects_by_itself(tidy):
    lost = knot()
    kept = [[] for _ in range(100_000)]
    assert len(kept) == 100_000
    assert lost() is not None


def test_what_is_young_goes_while_somebody_works(tidy):
    lost = knot()
    tidy.look()
    assert lost() is None


def test_everything_goes_once_when_nobody_works(tidy, quiet):
    old = Knot()
    lost = weakref.ref(old)
    gc.collect()
    del old
    tidy.look()
    assert lost() is not None
    quiet[0] = QUIET
    tidy.look()
    assert lost() is None
    rounds = gc.get_stats()[2]["collections"]
    tidy.look()
    assert gc.get_stats()[2]["collections"] == rounds
