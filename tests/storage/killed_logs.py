# SPDX-License-Identifier: EUPL-1.2
"""Stores as a kill leaves them, with a log, and what comes of them once it is damaged."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessment.errors import DamagedStore
from storage.keys.secret import password_bytes
from storage.keys.slot import SlotKind
from storage.log_damage import LOG
from storage.opened import OpenStore
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, small

HEADER, FRAME_HEADER, FRAME = 32, 24, 24 + 4096
NOTE = "dossier.exported"


@dataclass(frozen=True)
class Killed:
    """A store as it was found after a kill; `ends` are the frames in its log after each change, from before the first.

    `keys` are its store key and its id, so that it is opened as often as needed at the cost of an opening.
    """

    folder: Path
    ends: tuple[int, ...]
    keys: tuple[bytearray, bytes]

    @property
    def log(self) -> bytes:
        return (self.folder / "store.db-wal").read_bytes()

    @property
    def changes(self) -> int:
        return len(self.ends) - 1


def change(vault: FolderVault, number: int) -> None:
    with vault.work() as work:
        work.journal.note(NOTE, "store", f"{number} " + "x" * (number % 7) * 900)
        work.commit()


def frames_of(folder: Path) -> int:
    return ((folder / "store.db-wal").stat().st_size - HEADER) // FRAME


def killed_after(folder: Path, changes: int, before: Callable[[FolderVault], object] = lambda _: None) -> Killed:
    """Copy a store while it is open: what is found then is what a kill leaves behind."""
    vault = FolderVault(folder / "open", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    add(vault, small())
    vault.lock()
    vault.unlock(PASSWORD)
    before(vault)
    ends = [frames_of(folder / "open")]
    for number in range(changes):
        change(vault, number)
        ends.append(frames_of(folder / "open"))
    shutil.copytree(folder / "open", folder / "gedood")
    found = vault._keys.read()
    entry = found.open_(SlotKind.PASSWORD, password_bytes(PASSWORD))
    assert entry
    vault.lock()
    return Killed(folder / "gedood", tuple(ends), (entry.store_key, found.vault))


def opened(killed: Killed, apart: Path, damage: Callable[[Path], object]) -> int | None:
    """Damage a copy, open it, and give the changes that are in it, those of the begin of the log; None when refused."""
    shutil.rmtree(apart, ignore_errors=True)
    shutil.copytree(killed.folder, apart)
    damage(apart / "store.db-wal")
    store_key, vault = killed.keys
    try:
        store = OpenStore.open_(StoreFiles(apart), (store_key,), vault, Clock())
    except DamagedStore as refusal:
        return None if refusal.part == LOG else -1
    try:
        with store.work() as work:
            numbers = [int(one.detail.split()[0]) for one in work.journal.entries(limit=1000) if one.action == NOTE]
    finally:
        store.forget()
    assert numbers == list(reversed(range(len(numbers))))
    return len(numbers)


def alone(damage: Callable[[Path], object]) -> Callable[[Path], None]:
    """Leave no index, or one that a power cut kept from being written; which comes to the same."""

    def without_index(log: Path) -> None:
        damage(log)
        log.with_name("store.db-shm").unlink()

    return without_index


def emptied(vault: FolderVault) -> None:
    """Write much, bring it into the database, and begin the log from the front: behind it the old frames stay."""
    for number in range(30):
        change(vault, number)
    vault._opened()._engine.raw_connection().driver_connection.execute("PRAGMA wal_checkpoint(FULL)").fetchall()  # type: ignore[union-attr]
    for line in range(2):
        add(vault, small(f"BIB-{line}"))
