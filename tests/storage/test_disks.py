# SPDX-License-Identifier: EUPL-1.2
"""A disk that is full, read-only or gone while somebody works: told, nothing lost, and work goes on after repair.

Real disks: a small one in memory that is mounted for the test. Who may not mount passes these tests by.
"""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assessment.errors import StoreOutOfReach
from assessment.ports import VaultState
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, answered, get, keep, small

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a disk cannot be mounted for a test")

MOUNT = ("mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    place = tmp_path / "schijf"
    place.mkdir()
    if os.geteuid() or subprocess.run([*MOUNT, place], check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def vault(disk: Path) -> Iterator[FolderVault]:
    vault = FolderVault(disk / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    yield vault
    vault.lock()


def fill(disk: Path) -> Path:
    """Leave not a byte."""
    filling = disk / "vulling"
    with filling.open("wb", buffering=0) as file:
        try:
            while file.write(secrets.token_bytes(4096)):
                pass
        except OSError:
            pass
    return filling


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", disk], check=True)


def refused(vault: FolderVault, action: str) -> str:
    """Add dossiers until the disk refuses; gives the sentence."""
    with pytest.raises(StoreOutOfReach) as refusal:
        add_many(vault, action)
    return refusal.value.sentence


def add_many(vault: FolderVault, action: str) -> None:
    for number in range(200):
        add(vault, small(f"{action}-{number}"))


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(vault: FolderVault, disk: Path) -> None:
    id_ = add(vault, small())
    filling = fill(disk)
    assert refused(vault, "vol").startswith("De schijf is vol.")
    assert get(vault, id_) == small()
    filling.unlink()
    changed = answered(small(), "IDA-06", "nee")
    keep(vault, id_, changed)
    assert get(vault, id_) == changed
    assert vault.faults() == ()


def test_a_store_on_a_full_disk_can_be_closed_and_opened_again(vault: FolderVault, disk: Path) -> None:
    id_ = add(vault, small())
    filling = fill(disk)
    refused(vault, "vol")
    with suppress(StoreOutOfReach):
        vault.lock()
    assert vault.state() is VaultState.LOCKED
    filling.unlink()
    vault.unlock(PASSWORD)
    assert get(vault, id_) == small()
    assert vault.faults() == ()


def test_a_disk_that_became_read_only_is_told_and_the_store_stays_whole(vault: FolderVault, disk: Path) -> None:
    id_ = add(vault, small())
    vault.lock()
    remount(disk, "ro")
    with pytest.raises(StoreOutOfReach) as refusal:
        vault.unlock(PASSWORD)
    remount(disk, "rw")
    assert "niet mag worden geschreven" in refusal.value.sentence
    vault.unlock(PASSWORD)
    assert get(vault, id_) == small()
    assert vault.faults() == ()


def test_a_disk_that_is_gone_is_told_and_the_store_is_there_when_it_is_back(
    vault: FolderVault, disk: Path, tmp_path: Path
) -> None:
    id_ = add(vault, small())
    gone = [int(one.name) for one in Path("/proc/self/fd").iterdir() if _is_of(one, disk)]
    assert gone
    nowhere = os.open(
        "/proc/self/mem", os.O_RDONLY
    )  # reading and writing there fails, as on a disk that was pulled out
    kept = {one: os.dup(one) for one in gone}
    for one in gone:
        os.dup2(nowhere, one)
    with pytest.raises(StoreOutOfReach) as refusal:
        add(vault, small("BIB-2026-0002"))
    for one, whole in kept.items():
        os.dup2(whole, one)
        os.close(whole)
    os.close(nowhere)
    assert "niet bereikbaar" in refusal.value.sentence
    vault.lock()
    vault.unlock(PASSWORD)
    assert get(vault, id_) == small()
    assert vault.faults() == ()


def _is_of(descriptor: Path, disk: Path) -> bool:
    try:
        return descriptor.readlink().is_relative_to(disk) and descriptor.readlink().suffix in (".db", ".db-wal")
    except FileNotFoundError:
        return False
