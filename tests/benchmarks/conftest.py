# SPDX-License-Identifier: EUPL-1.2
"""The window of the journeys serves the benchmarks too, on a store with the café in it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from assessment.ports import DossierId
from assessment.services.dossiers import add
from storage.dossier_file import read_examples
from storage.vault import FolderVault
from tests.journeys.conftest import folder, parts, qapp, start
from tests.journeys.places import CHEAP, NAME, PASSWORD

DOSSIERS = 500

__all__ = ["folder", "parts", "qapp", "start", "store"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Measure a fuller store than the suite does: `pytest tests/benchmarks/test_full_store.py --dossiers 5000`."""
    parser.addoption("--dossiers", type=int, default=DOSSIERS, help="how many full dossiers the store holds")


@pytest.fixture(scope="session")
def dossiers(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--dossiers", default=DOSSIERS))


@pytest.fixture(autouse=True)
def only_what_is_measured() -> Iterator[None]:
    """Keep what thousands of tests before this one left in memory out of the collecting that the program does."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def store(folder: Path) -> Iterator[tuple[FolderVault, DossierId]]:
    """The café in a store of its own."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    yield vault, add(vault.work(), read_examples(main.catalogue())[0], main.catalogue())
    vault.lock()
