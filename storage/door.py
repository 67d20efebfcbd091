# SPDX-License-Identifier: EUPL-1.2
"""The door of a store: its lock, its key file, and the way from a secret to an open store and back.

Importing this module is cheap: the database library and the ciphers are loaded when a store is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessment.errors import DamagedStore, Hindrance, WrongPassword, WrongRecoveryKey
from assessment.users import User
from storage.backup_folder import sweep
from storage.hindering import DATABASE
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import KeysOnDisk, lent
from storage.keys.slot import Entry, SlotKind
from storage.lock_file import LockFile
from storage.no_core_dumps import no_core_dumps
from storage.replacing import finish
from storage.store_files import StoreFiles

if TYPE_CHECKING:
    from storage.opened import OpenStore

FREE_ATTEMPTS: Final = 3
"""Wrong passwords after which no wait is asked yet."""

LONGEST_WAIT: Final = 60
"""Seconds."""


class Door:
    """What a vault stands behind; one program at a time goes through."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._files = StoreFiles(folder)
        self._keys = KeysOnDisk(self._files.keys, self._files.previous_keys)
        self._lock = LockFile(self._files.lock)
        self._now = now
        self._store: OpenStore | None = None
        self._wrong_attempts = 0

    @property
    def name(self) -> str:
        """The name that the unlock screen shows."""
        return self._files.folder.name

    @property
    def user(self) -> str:
        """The name of who has it open, or an empty text."""
        return self._store.user if self._store else ""

    def users_at_the_door(self) -> tuple[str, ...]:
        """Name who has a password, from the key file; nobody where it cannot be read or names none."""
        return self._named(SlotKind.PASSWORD)

    def _named(self, kind: SlotKind) -> tuple[str, ...]:
        try:
            return self._keys.read().users(kind)
        except (Hindrance, OSError):
            return ()

    def _opened(self) -> OpenStore:
        if self._store is None:
            raise RuntimeError("the store is not open")
        return self._store

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Take the lock of the store, and let go of it when the store does not open."""
        if self._store:
            raise RuntimeError("the store is open already")
        self._lock.take()
        try:
            finish(self._files)
            sweep(self._files)
            yield
        except BaseException:
            self._shut()
            raise

    def _shut(self) -> None:
        store, self._store = self._store, None
        try:
            if store:
                store.close()
                self._lock.clear()
        finally:
            self._lock.release()

    def _found(self) -> KeyFile:
        if not self._files.database.exists():
            raise DamagedStore(f"{DATABASE} ontbreekt")
        return self._keys.read()

    def _entry(self, found: KeyFile, kind: SlotKind, secret: bytearray, user: str = "") -> Entry:
        entry = self._keys.enter(found, kind, secret, user)
        if entry is None:
            raise self._wrong(kind)
        return entry

    def _entered(self, kind: SlotKind, secret: bytearray, user: str) -> None:
        """Open it for who has the slot."""
        found = self._found()
        with lent(self._entry(found, kind, secret, user)) as entry:
            self._open(found, entry, lambda _: entry.slot.id)

    def _wrong(self, kind: SlotKind) -> WrongPassword:
        self._wrong_attempts += 1
        over = self._wrong_attempts - FREE_ATTEMPTS
        wait = min(2**over, LONGEST_WAIT) if over > 0 else 0
        return WrongPassword(wait) if kind is SlotKind.PASSWORD else WrongRecoveryKey(wait)

    def _open(self, found: KeyFile, entry: Entry, who: Callable[[tuple[User, ...]], str]) -> KeyFile:
        """Open it, and settle what was broken off; `who` says as which user. Gives the key file that is in force."""
        from storage.opened import OpenStore
        from storage.settling import in_force, settled

        no_core_dumps()
        keys = in_force(self._files, entry, found.vault)
        store = self._store = OpenStore.open_(self._files, keys, found.vault, self._now)
        store.enter(who(store.users()))
        if len(keys) > 1:
            store.note_rekeyed("afgemaakt bij het openen")
        store.note_opened()
        file = settled(found, entry, keys[-1], store.users())
        if file != found:
            self._keys.write(found, file)
        store.unfinished = store.finish_destruction()
        self._keys.settle()
        self._lock.sign(self._now())
        self._wrong_attempts = 0
        return file
