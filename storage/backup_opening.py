# SPDX-License-Identifier: EUPL-1.2
"""Opening a backup with what its own key file asks: the password or the recovery key of its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assessment.errors import DamagedBackup, DamagedStore, WrongPassword
from storage.keys import recovery
from storage.keys.derive import Use, key_for
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import KeysOnDisk, lent
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import Entry, SlotKind
from storage.settling import in_force
from storage.store_files import StoreFiles


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup whose keys are known: its files, its key file, and the keys while they are lent."""

    files: StoreFiles
    file: KeyFile
    entry: Entry
    database_key: bytearray
    block_key: bytearray
    """Opens the keys of the dossiers, where the backup is a sealed one."""


@contextmanager
def opened(
    files: StoreFiles, secret: str, user: str, wrong: Callable[[SlotKind], WrongPassword]
) -> Iterator[OpenedBackup]:
    """Lend the keys of a backup; raises what `wrong` gives, or DamagedBackup, NewerStore or OSError."""
    keys = KeysOnDisk(files.keys, files.previous_keys)
    with _of_backup():
        found = keys.read()
    with _typed(secret, found) as (kind, typed):
        with _of_backup():
            entry = keys.enter(found, kind, typed, user)
        if entry is None:
            raise wrong(kind)
    with lent(entry):
        store_key = in_force(files, entry, found.vault)[-1]
        with (
            wiped(key_for(Use.DATABASE, store_key, found.vault)) as database_key,
            wiped(key_for(Use.DOSSIER_KEYS, store_key, found.vault)) as block_key,
        ):
            yield OpenedBackup(files, found, entry, database_key, block_key)


@contextmanager
def _typed(secret: str, found: KeyFile) -> Iterator[tuple[SlotKind, bytearray]]:
    """Take it for a recovery key when it is written as one of this store, and else for a password."""
    as_key = recovery.read(secret, found.vault)
    kind = SlotKind.PASSWORD if as_key is None else SlotKind.RECOVERY
    with wiped(password_bytes(secret) if as_key is None else as_key) as typed:
        yield kind, typed


@contextmanager
def _of_backup() -> Iterator[None]:
    """Tell what is wrong with its key file as what it is: damage to the backup, not to the store."""
    try:
        yield
    except DamagedStore as error:
        raise DamagedBackup(error.part) from error
