# SPDX-License-Identifier: EUPL-1.2
"""Making a backup while others work with the store: written aside, synced, checked, and only then given its name.

A connection of its own reads the store as it was when it began, whatever is committed meanwhile, and writes a sealed
copy with the same key (stack-storage.md 6.1: the stepwise backup never ends while somebody writes).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Engine, select

from assessment.backup import Backup, BackupKind
from assessment.errors import DamagedStore, NoBackup, StoreInUse, StoreOutOfReach
from storage import anchor, tables
from storage.backup_attachments import take_along
from storage.backup_check import Checked, check_sealed
from storage.backup_folder import begin, listed, new_name, throw_away, write_manifest
from storage.backup_rotation import outlived
from storage.hindering import at_the_door
from storage.interruptible import Interruptible
from storage.journal import head_of
from storage.keys.on_disk import KeysOnDisk
from storage.owned import copy_whole, move, sync_folder
from storage.sealed_copy import seal_copy
from storage.store_files import StoreFiles

BACKED_UP: Final = "store.backed-up"
OPENED: Final = "store.opened"
_NO_CHANGE: Final = (BACKED_UP, OPENED, anchor.MADE, anchor.RENEWED)
"""Lines that tell of no change of what is kept."""

_DIFFERS: Final = "De kopie klopte niet toen zij werd nagekeken."
_BUSY: Final = "De kluis was te lang bezig met iets anders."


@dataclass(frozen=True, slots=True)
class BackupKeys:
    """The keys that a backup is made and opened with: of its database, and of the block with the dossiers' keys."""

    database: bytearray
    block: bytearray


def make_backup(
    engine: Engine, files: StoreFiles, keys: BackupKeys, now: Callable[[], datetime], work: Interruptible
) -> Backup:
    """Make a backup and check it; raises NoBackup, DamagedStore (the store itself) or Dropped; then nothing is left."""
    with _told_as_no_backup(), at_the_door():
        name = new_name(files, BackupKind.REGULAR, now())
        with written_aside(files, name) as beside:
            _copy(files, beside, keys, work)
            checked = _checked(beside, keys, work)
            take_along(files, beside, keys.database, work)
            if not _is_of(engine, checked):
                raise NoBackup(_DIFFERS)
            write_manifest(beside.folder, checked.contents)
        return next(one for one in listed(files) if one.id == name)


@contextmanager
def written_aside(files: StoreFiles, name: str) -> Iterator[StoreFiles]:
    """Lend a folder with a temporary name; it gets its own when the block was left well, and goes away otherwise."""
    beside = begin(files, name)
    try:
        yield StoreFiles(beside)
        move(beside, files.backups / name)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    sync_folder(files.backups)


def rotate(files: StoreFiles) -> None:
    """Take away what has had its time; only called after a backup was made and found good.

    What cannot be taken away now stays until the next time: the new backup is there all the same.
    """
    for one in outlived(listed(files)):
        with suppress(OSError):
            throw_away(files.backups / one.id)


def throw_away_these(files: StoreFiles, names: Collection[str]) -> bool:
    """Take some backups away; gives whether all of them are gone."""
    for one in listed(files):
        if one.id in names:
            with suppress(OSError):
                throw_away(files.backups / one.id)
    return not any(one.id in names for one in listed(files))


def has_changed_since(connection: Connection, seq: int) -> bool:
    """Whether the journal tells of a change after a line; also when it ends before it, in a store that was put back."""
    lines = tables.journal.c
    wanted = select(lines.seq).where(lines.seq > seq, lines.action.not_in(_NO_CHANGE)).limit(1)
    return head_of(connection)[0] < seq or connection.scalar(wanted) is not None


def _copy(files: StoreFiles, to: StoreFiles, keys: BackupKeys, work: Interruptible) -> None:
    seal_copy(files, to, keys.database, keys.block, work)
    # After the database: the newest key file opens it, whichever password was set meanwhile.
    KeysOnDisk(files.keys, files.previous_keys).read()
    copy_whole(files.keys, to.keys)


def _checked(copy: StoreFiles, keys: BackupKeys, work: Interruptible) -> Checked:
    try:
        KeysOnDisk(copy.keys, copy.previous_keys).read()
        return check_sealed(copy, keys.database, keys.block, work)
    except DamagedStore as error:
        raise NoBackup(_DIFFERS) from error


def _is_of(engine: Engine, checked: Checked) -> bool:
    """Whether the last line of the copy is a line of the store: the chain makes that stand for all lines before it."""
    with engine.connect() as connection:
        lines = tables.journal.c
        return connection.scalar(select(lines.mac).where(lines.seq == checked.contents.journal)) == checked.head


@contextmanager
def _told_as_no_backup() -> Iterator[None]:
    try:
        yield
    except StoreOutOfReach as error:
        raise NoBackup(error.why) from error
    except StoreInUse as error:
        raise NoBackup(_BUSY) from error
