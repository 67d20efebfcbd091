# SPDX-License-Identifier: EUPL-1.2
"""The list of, and a search over, dossiers with thirty facts and sixty answers each.

The suite does it with a tenth of them. For all five thousand (less than a minute):
`python -m pytest tests/benchmarks/test_full_store.py -s --dossiers 5000`.
"""

from collections.abc import Iterator

import pytest

from assessment.services.dossiers import find
from storage.vault import FolderVault
from tests.benchmarks.full_store import build
from tests.benchmarks.measuring import fixed_work, middle, scaled, tell, times

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

RUNS = 7
SHOWN = 500
"""Rows that a search shows at once (gui/shell/desk.py)."""

LIST, SEARCH = 0.3, 0.1
"""Seconds for five thousand dossiers (blueprint 6)."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, dossiers: int) -> Iterator[tuple[FolderVault, str, int]]:
    vault, common = build(tmp_path_factory.mktemp("vol") / "kluis", dossiers)
    yield vault, common, dossiers
    vault.lock()


def test_the_list(full: tuple[FolderVault, str, int]) -> None:
    vault, _, count = full
    assert len(find(vault.work(), "", count)) == count
    taken, yardstick = times(lambda: find(vault.work(), "", count), RUNS), times(fixed_work, 5)[0]
    tell(f"list of {count} full dossiers", best=taken[0], median=middle(taken))
    assert taken[0] < scaled(LIST, yardstick)


def test_a_search(full: tuple[FolderVault, str, int]) -> None:
    vault, common, count = full
    yardstick, slow = times(fixed_work, 5)[0], {}
    for what, words, hits in (
        ("a reference", "BIB-2026-00042", 1),
        ("a word that stands everywhere", common, min(count, SHOWN)),
        ("two of those", f"{common} verzonnen", min(count, SHOWN)),
        ("three letters", common[:3], min(count, SHOWN)),
        ("one letter", "v", min(count, SHOWN)),
        ("nothing", "bestaatniet", 0),
    ):
        assert len(find(vault.work(), words, SHOWN)) == hits
        taken = times(lambda words=words: find(vault.work(), words, SHOWN), RUNS)  # type: ignore[misc]
        tell(f"search over {count} full dossiers, {what}", best=taken[0], median=middle(taken))
        slow |= {what: taken[0]} if taken[0] >= scaled(SEARCH, yardstick) else {}
    assert not slow
