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

from assessment.errors import DamagedStore, WrongPassword, WrongRecoveryKey
from storage.backup_folder import sweep
from storage.hindering import DATABASE
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import KeysOnDisk
from storage.keys.slot import SlotKind
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

    def _store_key(self, found: KeyFile, kind: SlotKind, secret: bytearray) -> bytearray:
        store_key = self._keys.store_key(found, kind, secret)
        if store_key is None:
            raise self._wrong(kind)
        return store_key

    def _wrong(self, kind: SlotKind) -> WrongPassword:
        self._wrong_attempts += 1
        over = self._wrong_attempts - FREE_ATTEMPTS
        wait = min(2**over, LONGEST_WAIT) if over > 0 else 0
        return WrongPassword(wait) if kind is SlotKind.PASSWORD else WrongRecoveryKey(wait)

    def _open(self, store_key: bytearray, vault: bytes) -> None:
        from storage.opened import OpenStore

        no_core_dumps()
        store = OpenStore.open_(self._files, store_key, vault, self._now)
        self._store = store
        store.note_opened()
        store.unfinished = store.finish_destruction()
        self._keys.settle()
        self._lock.sign(self._now())
        self._wrong_attempts = 0
