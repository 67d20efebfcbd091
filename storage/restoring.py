# SPDX-License-Identifier: EUPL-1.2
"""Looking into a backup before it is put back, and putting it back: copied aside, checked there, then put in place.

A sealed backup is unsealed on the way: a store is made of it, without the dossiers that it has forgotten.

Loaded only when somebody looks into a backup.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from assessment.backup import Examined
from assessment.errors import DamagedBackup, DamagedStore, Hindrance
from storage import tables
from storage.backup_attachments import put_back as bring_attachments
from storage.backup_check import check, check_backup
from storage.backup_folder import MANIFEST, begin
from storage.backup_opening import OpenedBackup
from storage.connecting import close, make_engine
from storage.hindering import DATABASE, at_the_door
from storage.interruptible import Interruptible
from storage.log_damage import index_of, is_damaged
from storage.owned import copy_whole
from storage.probe import reading, version_of
from storage.read_only import reader
from storage.replacing import put_in_place
from storage.sealed_copy import unseal_copy
from storage.store_files import StoreFiles

RESTORED: Final = "store.restored"
_ASIDE: Final = "terugzetten"


def examined(files: StoreFiles, backup: OpenedBackup) -> Examined:
    """Check a backup where it stands, and hold it against the store; raises DamagedBackup or NewerStore."""
    contents = check_backup(backup.files, backup.database_key, backup.block_key)
    return Examined(contents, _newer_lines(files, backup.database_key, contents.journal))


def put_back(files: StoreFiles, backup: OpenedBackup, at: datetime) -> None:
    """Put a backup in the place of the store, for whoever holds its lock.

    Raises:
        DamagedBackup, NewerStore, OSError; then the store stands as it was
    """
    with _aside(files) as copy:
        (_unseal if backup.files.dossier_keys.exists() else _copy)(backup, copy)
        bring_attachments(backup.files, copy)
        _keep_destroyed(files, copy, backup.database_key)
        put_in_place(files, copy, at)


@contextmanager
def _aside(files: StoreFiles) -> Iterator[StoreFiles]:
    """Lend a folder that goes away again, unless it was put in place."""
    copy = StoreFiles(begin(files, _ASIDE))
    try:
        yield copy
    finally:
        shutil.rmtree(copy.folder, ignore_errors=True)


def _copy(backup: OpenedBackup, copy: StoreFiles) -> None:
    """Copy a store that was kept as it was, and check the copy."""
    source = backup.files
    for one in (source.database, source.log, source.keys, source.folder / MANIFEST):
        if one.exists():
            copy_whole(one, copy.folder / one.name)
    if copy.log.exists():  # of a store that was not closed properly before it was kept aside
        close(make_engine(copy.database, backup.database_key), is_fresh=True)
    check_backup(copy, backup.database_key, backup.block_key)


def _unseal(backup: OpenedBackup, copy: StoreFiles) -> None:
    """Check a sealed backup, make a store of it, and see that all of it came over."""
    contents = check_backup(backup.files, backup.database_key, backup.block_key)
    try:
        with at_the_door():
            unseal_copy(backup.files, copy, backup.database_key, backup.block_key)
        copy_whole(backup.files.keys, copy.keys)
        found = check(copy, backup.database_key, Interruptible()).contents
    except DamagedStore as error:
        raise DamagedBackup(error.part) from error
    if found != contents:
        raise DamagedBackup(DATABASE)


def _keep_destroyed(files: StoreFiles, copy: StoreFiles, key: bytearray) -> None:
    """Take over from the present store, where it can be read, what was destroyed: a backup does not undo that."""
    rows = _destroyed(files, key)
    if not rows:
        return
    engine = make_engine(copy.database, key)
    with engine.begin() as connection:
        if inspect(connection).has_table(tables.destruction.name):  # else it is of before anything was destroyed
            own = tables.destruction
            connection.execute(delete(own).where(own.c.id.in_([row["id"] for row in rows])))
            connection.execute(insert(own), rows)
    close(engine, is_fresh=True)


def _destroyed(files: StoreFiles, key: bytearray) -> list[dict[str, Any]]:
    """Read the rows in one go, so that a damaged store gives all of them or none."""
    try:
        with at_the_door(), reader(files, key) as engine, engine.connect() as connection:
            version_of(connection.connection.dbapi_connection)
            if not inspect(connection).has_table(tables.destruction.name):
                return []
            return [dict(row) for row in connection.execute(select(tables.destruction)).mappings()]
    except (Hindrance, SQLAlchemyError, LookupError, TypeError, ValueError):
        return []


def _newer_lines(files: StoreFiles, key: bytearray, seq: int) -> int | None:
    """Count the lines of the journal that the store has and a backup has not; None when the store cannot be read."""
    try:
        index = index_of(files)
        with at_the_door(), reading(files, key) as connection:
            version_of(connection)
            if is_damaged(files, connection, index):
                return None
            (last,) = connection.execute("SELECT seq FROM journal_head").fetchone()
    except (Hindrance, TypeError):
        return None
    return max(0, int(last) - seq)
