# SPDX-License-Identifier: EUPL-1.2
"""The key file on disk, and the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assessment.errors import DamagedStore
from storage.keys.key_file import KeyFile
from storage.keys.reading import LARGEST, read_key_file
from storage.keys.slot import PART, Entry, Slot, SlotKind
from storage.owned import write_whole


@dataclass(frozen=True, slots=True)
class KeysOnDisk:
    """Where the key file stands, and where the previous one is kept until the new one has opened the store."""

    path: Path
    previous: Path

    def read(self) -> KeyFile:
        """Read it; raises DamagedStore, NewerStore or OSError."""
        if not self.path.exists():
            raise DamagedStore(f"{PART} ontbreekt")
        with self.path.open("rb") as file:
            return read_key_file(file.read(LARGEST + 1))

    def enter(self, found: KeyFile, kind: SlotKind, secret: bytearray, user: str = "") -> Entry | None:
        """Give what a secret opens, or nothing; raises DamagedStore when the slots were tampered with."""
        entry = found.open_(kind, secret, user)
        if entry is not None and not found.is_genuine(entry.store_key):
            entry.wipe()
            raise DamagedStore(f"{PART}: er is iets toegevoegd of verwijderd")
        return entry

    def replace(self, found: KeyFile, slot: Slot, store_key: bytearray) -> None:
        """Put a slot in its place; raises OSError, and then the old file stands."""
        self.write(found, found.with_slot(slot, store_key))

    def write(self, found: KeyFile, new: KeyFile) -> None:
        """Put a key file in place of the one that was found; raises OSError, and then the old file stands."""
        write_whole(self.previous, found.to_bytes())
        write_whole(self.path, new.to_bytes())

    def settle(self) -> None:
        """The file has opened the store: let the previous one equal it, so that an old password opens nothing."""
        proven = self.path.read_bytes()
        if not self.previous.exists() or self.previous.read_bytes() != proven:
            write_whole(self.previous, proven)


@contextmanager
def lent(entry: Entry) -> Iterator[Entry]:
    """Lend what was opened, and overwrite the keys afterwards, whatever happens."""
    try:
        yield entry
    finally:
        entry.wipe()
