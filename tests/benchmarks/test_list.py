# SPDX-License-Identifier: EUPL-1.2
"""The list of 5,000 dossiers in the real window: shown, and searched."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from storage.vault import FolderVault
from tests.benchmarks.measuring import fixed_work, scaled, tell, times
from tests.journeys.conftest import Start
from tests.journeys.gate import unlocks
from tests.journeys.places import CHEAP, NAME, PASSWORD
from tests.storage.stores import Clock, fill

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]

DOSSIERS = 5000
RUNS = 5
LIST, SEARCH = 0.3, 0.1
"""Seconds (blueprint 6)."""


@pytest.fixture
def full(folder: Path) -> Iterator[None]:
    """A store with so many dossiers, closed."""
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    fill(vault, DOSSIERS)
    vault.lock()


def test_the_list_of_dossiers(full: None, start: Start, qtbot: object) -> None:
    officer = start()
    unlocks(officer)
    officer.waits_until(lambda: officer.has_row("Dossiers", "BIB-2026-4999"), "the newest dossier")
    page = officer.window.place.dossiers
    taken: dict[str, list[float]] = {"2026-0042": [], "": []}
    for _ in range(RUNS):
        for words, times_ in taken.items():
            begun = perf_counter()
            with qtbot.waitSignal(page.table.model.modelReset):
                page.search_for(words)
            times_.append(perf_counter() - begun)
    shown, found = min(taken[""]), min(taken["2026-0042"])
    tell(f"list of {DOSSIERS} dossiers", shown=shown, search=found)
    yardstick = times(fixed_work, 5)[0]
    assert shown < scaled(LIST, yardstick)
    assert found < scaled(SEARCH, yardstick)
