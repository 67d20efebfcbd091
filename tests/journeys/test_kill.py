# SPDX-License-Identifier: EUPL-1.2
"""The program is killed while somebody types, while it locks, and while it makes a store: nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

import main
from assessment.ports import VaultState
from assessment.services.dossiers import add
from storage.dossier_file import read_examples
from storage.vault import FolderVault
from tests.journeys.children import Child, child
from tests.journeys.conftest import Start
from tests.journeys.gate import makes_a_store, unlocks
from tests.journeys.places import CHEAP, NAME, PASSWORD
from tests.journeys.spots import SPOTS, allow

SAFE = 2.0
"""Seconds after which a keystroke is safe."""

SOONEST, LATEST = 2.1, 3.6
"""Seconds after the first word between which it is killed."""


@pytest.fixture
def filled(folder: Path) -> Path:
    """A store with the café in it, closed."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    add(vault.work(), read_examples(main.catalogue())[0], main.catalogue())
    allow(vault)
    vault.lock()
    return folder


def test_what_was_typed_two_seconds_ago_survives(filled: Path, kills: int) -> None:
    chance = random.Random()
    before: dict[str, str] = {}
    for spot in islice(cycle(SPOTS), kills):
        with child("writes", filled, spot) as typist:
            assert typist.hears("holds").rest == before.get(spot, typist.told[-1].rest)
            typist.hears("typed")
            wait_for(typist, chance.uniform(SOONEST, LATEST))
            killed_at = typist.kill()
        before[spot] = kept(filled, spot)
        nothing_is_lost(typist, killed_at, before[spot])


@pytest.mark.parametrize("pause", [0.0, 0.02, 0.1])
def test_what_was_typed_survives_a_kill_while_it_locks(filled: Path, pause: float) -> None:
    with child("locks", filled, "text") as typist:
        typist.hears("locks")
        wait_for(typist, pause)
        killed_at = typist.kill()
    nothing_is_lost(typist, killed_at, kept(filled, "text"))


def half_made(folder: Path) -> bool:
    return any(folder.parent.glob(".*"))


MOMENTS = {
    "at once": lambda _: True,
    "half made": half_made,
    "database there": lambda folder: any(folder.parent.glob(".*/store.db")),
    "keys there": lambda folder: any(folder.parent.glob(".*/store.keys.json")),
    "in its place": lambda folder: folder.exists(),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_while_a_store_is_made_shuts_nobody_out(folder: Path, start: Start, moment: str) -> None:
    folder.parent.mkdir(parents=True)
    with child("makes", folder) as typist:
        typist.hears("makes")
        # A moment may be over before it is seen; once the store is in its place it will not come again.
        while not MOMENTS[moment](folder) and not folder.exists():
            assert typist.process.poll() is None
        typist.kill()
    is_there = FolderVault(folder, main.now, CHEAP).state() is VaultState.LOCKED
    assert is_there or not folder.exists()
    (unlocks if is_there else makes_a_store)(start())
    assert not half_made(folder)


def wait_for(typist: Child, seconds: float) -> None:
    """Let it go on for a while; it must not end by itself."""
    assert typist.lives_for(seconds), typist.stderr()


def kept(folder: Path, spot: str) -> str:
    """Give the text as it stands in the store, which must be whole: every page, the chain, every part."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    try:
        assert vault.faults() == ()
        with vault.work() as work:
            (row,) = work.dossiers.find()
            new = {f"new.{field}": text for field, text in work.drafts.all(None).items()}
            return str(SPOTS[spot].kept(work.dossiers.get(row.id), work.drafts.all(row.id) | new))
    finally:
        vault.lock()


def words_typed(typist: Child, until: float) -> Iterator[int]:
    return (int(one.rest) for one in typist.told if one.word == "typed" and one.at <= until)


def nothing_is_lost(typist: Child, killed_at: float, text: str) -> None:
    """Every word that was typed two seconds before the end is there, and what is there was typed in this order."""
    numbers = [int(word) for word in text.split()]
    assert numbers == list(range(1, len(numbers) + 1))
    safe = max(words_typed(typist, killed_at - SAFE), default=0)
    assert len(numbers) >= safe, f"{safe} words were typed in time and {len(numbers)} kept"
    assert safe or not list(words_typed(typist, killed_at - SAFE))
