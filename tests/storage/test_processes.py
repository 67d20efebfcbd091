# SPDX-License-Identifier: EUPL-1.2
"""Killed processes lose nothing that was told to be kept; and two processes never have one store open."""

import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from assessment.errors import StoreInUse
from assessment.ports import VaultState
from storage.lock_file import NOBODY_KNOWN
from storage.temporary import PREFIX, TemporaryVault, sweep
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import PASSWORD, Clock, add, get, renamed, small

KILLS = 15

Vaults = Callable[[], FolderVault]


def test_killed_processes_lose_nothing_that_was_committed(vault: FolderVault, vaults: Vaults, folder: Path) -> None:
    id_ = add(vault, renamed(small(), "bestendig"))
    vault.lock()
    chance = random.Random(20260602)
    for _ in range(KILLS):
        with child("keep", folder) as process:
            told = [heard(process) for _ in range(chance.randint(1, 25))]
        again = vaults()
        again.unlock(PASSWORD)
        kept = get(again, id_)
        assert len(kept.answers) >= int(told[-1])
        assert [one.question for one in kept.answers[1:]] == [f"VRAAG-{n}" for n in range(1, len(kept.answers))]
        assert again.faults() == ()
        assert again.warnings() == ()
        again.lock()


def test_a_store_that_was_killed_while_it_was_made_is_not_there(folder: Path, vaults: Vaults) -> None:
    with child("half", folder) as process:
        assert heard(process) == "halverwege"
        (left,) = folder.parent.iterdir()
        assert (left / "store.db").exists()
        vault = vaults()
        assert vault.state() is VaultState.MISSING
    assert vault.state() is VaultState.MISSING
    vault.create("Ada Voorbeeld", PASSWORD)
    assert list(folder.parent.iterdir()) == [folder]


def test_a_store_that_another_process_is_making_is_left_alone(folder: Path, vaults: Vaults) -> None:
    with child("half", folder) as process:
        assert heard(process) == "halverwege"
        vaults().create("Ada Voorbeeld", PASSWORD)
        assert len(list(folder.parent.iterdir())) == 2


def test_another_process_has_it_open_until_it_dies(locked: FolderVault, folder: Path) -> None:
    with child("hold", folder) as process:
        assert heard(process) == "open"
        with pytest.raises(StoreInUse) as refusal:
            locked.unlock(PASSWORD)
        assert refusal.value.by != NOBODY_KNOWN
        assert "sinds 2 jun 2026, " in refusal.value.by
    assert (folder / "store.lock").read_bytes()
    locked.unlock(PASSWORD)


def test_of_processes_that_race_one_has_it(locked: FolderVault, folder: Path) -> None:
    with ExitStack() as stack:
        racers = [stack.enter_context(child("hold", folder)) for _ in range(4)]
        assert sorted(heard(one) for one in racers) == ["in gebruik", "in gebruik", "in gebruik", "open"]


def test_what_a_killed_example_left_is_swept(tmp_path: Path) -> None:
    with child("example", tmp_path) as process:
        assert heard(process) == "open"
        sweep(tmp_path)
        (left,) = tmp_path.glob(f"{PREFIX}*")
        assert (left / "voorbeeld" / "store.db").exists()
    everything = b"".join(path.read_bytes() for path in left.rglob("*") if path.is_file())
    assert b"Fictema" not in everything
    with TemporaryVault("Ada Voorbeeld", Clock(), tmp_path) as vault:
        assert not left.exists()
        assert vault.state() is VaultState.OPEN
    assert list(tmp_path.iterdir()) == []
