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

from sqlalchemy import Connection, delete, insert, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from assessment.backup import Examined
from assessment.errors import DamagedBackup, DamagedStore, Hindrance
from assessment.users import LONGEST_NAME
from storage import setting, tables, users
from storage.backup_attachments import put_back as bring_attachments
from storage.backup_check import check, check_backup
from storage.backup_folder import MANIFEST, begin
from storage.backup_opening import OpenedBackup
from storage.connecting import close, make_engine
from storage.destroyed import TAKEN_OVER, SqlDestroyed
from storage.destroying import STORE
from storage.hindering import DATABASE, at_the_door
from storage.interruptible import Interruptible
from storage.journal import SqlJournal
from storage.keys.derive import Use, key_for
from storage.keys.secret import wiped
from storage.log_damage import index_of, is_damaged
from storage.owned import copy_whole
from storage.probe import reading, version_of
from storage.read_only import reader
from storage.replacing import put_in_place
from storage.sealed_copy import unseal_copy
from storage.settling import in_force, of_slot
from storage.store_files import StoreFiles

RESTORED: Final = "store.restored"
_ASIDE: Final = "terugzetten"
_UNREADABLE: Final = "wat de vervangen kluis van vernietigingen wist, was niet of niet helemaal te lezen"


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
        _tell(files, copy, backup, at)
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


def _tell(files: StoreFiles, copy: StoreFiles, backup: OpenedBackup, at: datetime) -> None:
    """Journal in the copy that it is put back, before it can be: whenever the program is killed, the store tells.

    In the same transaction what was destroyed is taken over from the present store: a backup does not undo that.
    """
    rows, is_whole = _destroyed(files, backup.database_key)
    engine = make_engine(copy.database, backup.database_key)
    try:
        with engine.begin() as connection, _journal_key(connection, backup) as key:
            journal = SqlJournal(connection, key, _who(connection, backup, key), lambda: at)
            journal.note(RESTORED, STORE, "" if is_whole else _UNREADABLE)
            _keep_destroyed(connection, journal, key, rows)
            journal.write()
        close(engine, is_fresh=True)
    finally:
        engine.dispose()


@contextmanager
def _journal_key(connection: Connection, backup: OpenedBackup) -> Iterator[bytearray]:
    """Lend the key that the chain of the copy goes on with."""
    store_key = in_force(backup.files, backup.entry, backup.file.vault)[-1]
    with wiped(key_for(Use.JOURNAL, store_key, backup.file.vault)) as key:
        setting.take_journal_key(connection, key)
        yield key


def _who(connection: Connection, backup: OpenedBackup, key: bytearray) -> str:
    """Name who puts it back: whoever will have it open; raises NotAllowed as opening it does."""
    there = users.roll(connection, key).users if inspect(connection).has_table(tables.user.name) else ()
    if not there:  # of before there were users
        return setting.read(connection, setting.USER)[:LONGEST_NAME]
    id_ = of_slot(there, backup.entry.slot, backup.file)
    return next((one.name for one in there if one.id == id_), backup.entry.slot.label)


def _keep_destroyed(connection: Connection, journal: SqlJournal, key: bytearray, rows: list[dict[str, Any]]) -> None:
    """Put the rows of the present store in the place of those of the copy, and note what no line there tells."""
    own = tables.destruction
    if not rows or not inspect(connection).has_table(own.name):  # it is of before anything was destroyed
        return
    ids = [row["id"] for row in rows]
    connection.execute(delete(own).where(own.c.id.in_(ids)))
    connection.execute(insert(own), rows)
    destroyed = SqlDestroyed(connection, journal, key)
    for one in destroyed.untold(ids):
        journal.note(TAKEN_OVER, one.dossier, destroyed.line_of(one.id))


def _destroyed(files: StoreFiles, key: bytearray) -> tuple[list[dict[str, Any]], bool]:
    """Read the rows in one go, so that a damaged store gives all of them or none; and whether that was everything."""
    if not files.database.exists():
        return [], not any(one.exists() for one in files.contents)
    rows: list[dict[str, Any]] = []
    try:
        index = index_of(files)
        with at_the_door(), reader(files, key) as engine, engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            version_of(raw)
            if inspect(connection).has_table(tables.destruction.name):
                rows = [dict(row) for row in connection.execute(select(tables.destruction)).mappings()]
            return rows, not is_damaged(files, raw, index)
    except (Hindrance, OSError, SQLAlchemyError, LookupError, TypeError, ValueError):
        return rows, False


def _newer_lines(files: StoreFiles, key: bytearray, seq: int) -> int | None:
    """Count the lines of the journal that the store has and a backup has not; None when the store cannot be read."""
    try:
        with at_the_door():
            index = index_of(files)
            with reading(files, key) as connection:
                version_of(connection)
                if is_damaged(files, connection, index):
                    return None
                (last,) = connection.execute("SELECT seq FROM journal_head").fetchone()
    except (Hindrance, TypeError):
        return None
    return max(0, int(last) - seq)
