# SPDX-License-Identifier: EUPL-1.2
"""A look at a database before it is opened for writing: is it ours, whole, and not too new? Nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

from assessment.errors import DamagedStore, NewerStore
from storage.connecting import connect
from storage.hindering import DATABASE
from storage.log_damage import LOG, index_of, is_damaged, put_index_back
from storage.read_only import is_closed, reader, where_to_read
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, REVISIONS

CHECKED_AT_OPENING: Final = 32 * 1024 * 1024
"""Bytes; up to here every page is checked at opening (about 0.2 s). Larger stores are checked on request."""


def look(files: StoreFiles, key: bytearray) -> int:
    """Give the version of the store; raises DamagedStore or NewerStore, or an error of the library.

    Who then opens one of the present version calls `refuse_other` before anything else: nothing is to be migrated, and
    to read its tables here too would take longer than all else but the check of the pages.
    """
    was_closed, index = is_closed(files), index_of(files)
    with reading(files, key) as connection:
        version = _claimed_version(connection, APPLICATION_ID)
        if version < len(REVISIONS) or not was_closed:
            refuse_other(connection, version)
        if is_damaged(files, connection, index):
            raise DamagedStore(LOG)
        if was_closed and files.database.stat().st_size <= CHECKED_AT_OPENING:
            # After a power cut a page may be torn that the log still holds; so only after a proper close.
            _refuse(bool(connection.execute("PRAGMA cipher_integrity_check").fetchall()))
    return version


@contextmanager
def reading(files: StoreFiles, key: bytearray) -> Iterator[Any]:
    """Lend a connection that cannot write; nothing has been read yet. Nobody else has the database open."""
    index = index_of(files)
    try:
        with closing(connect(where_to_read(files), key)) as connection:
            yield connection
    finally:
        put_index_back(files, index)


def opens(files: StoreFiles, key: bytearray) -> bool:
    """Whether a key is that of the database; leaves no trace, also after a crash; raises OSError."""
    try:
        with reader(files, key) as engine, engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").fetchone()
    except DamagedStore:  # so it is told by the library for a wrong key too
        return False
    return True


def version_of(connection: Any, mark: int = APPLICATION_ID) -> int:
    """Give the version of a store that is open for reading; raises DamagedStore or NewerStore."""
    version = _claimed_version(connection, mark)
    refuse_other(connection, version)
    return version


def refuse_other(connection: Any, version: int) -> None:
    """Hold what the migrations wrote down against the version; raises DamagedStore or NewerStore."""
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision and revision[0] not in REVISIONS:
        raise NewerStore(found=str(revision[0]), known=REVISIONS[-1])
    _refuse(revision is None or revision[0] != REVISIONS[version - 1])


def _claimed_version(connection: Any, mark: int) -> int:
    """Give the version that stands at the head of a store; its tables are not read yet."""
    _refuse(_number(connection, "application_id") != mark)
    version = _number(connection, "user_version")
    if version > len(REVISIONS):
        raise NewerStore(found=str(version), known=str(len(REVISIONS)))
    _refuse(version < 1)
    return version


def _number(connection: Any, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _refuse(damaged: bool) -> None:
    if damaged:
        raise DamagedStore(DATABASE)
