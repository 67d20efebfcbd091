# SPDX-License-Identifier: EUPL-1.2
"""Opening the encrypted database: which library, which key, which settings. Nobody else knows them.

The settings were measured (stack-storage.md 3 to 5). `temp_store=MEMORY` is a matter of secrecy: with files, SQLite
writes readable temporary files. The pool must be a QueuePool: the default pool crashes the interpreter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool

from assessment.errors import Hindrance, StoreInUse
from storage.hindering import no_memory, told_by_database
from storage.keys.secret import wipe_text
from storage.lock_file import NOBODY_KNOWN

OLDEST_SQLITE: Final = (3, 53, 4)
"""Earlier ones can damage a file in WAL mode."""

_KEPT_STATEMENTS: Final = 128
_IN_MEMORY = 2
_SETTINGS: Final = (
    "temp_store=MEMORY", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON",
    "trusted_schema=OFF", "cell_size_check=ON", "cache_size=-65536", "busy_timeout=5000", "wal_autocheckpoint=1000",
    "journal_size_limit=67108864",
)  # fmt: skip
_SETTINGS_OF_READER: Final = (
    "temp_store=MEMORY", "query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "cache_size=-65536",
    "busy_timeout=5000",
)  # fmt: skip


def connect(where: str, key: bytearray, statements: int = 0) -> Any:
    """Open a database with its raw key; nothing has been read yet when this returns.

    So many statements are kept to be run again; none in whose text a key stands.
    """
    connection = sqlcipher.connect(
        where, isolation_level=None, check_same_thread=False, timeout=5, uri=where.startswith("file:"),
        cached_statements=statements,
    )  # fmt: skip
    # First of all: else the library tells about wrong keys on standard error.
    connection.execute("PRAGMA cipher_log_level=NONE")
    _hand_over(connection, key)
    return connection


def make_engine(path: Path, key: bytearray) -> Engine:
    """Give an engine of which every connection is unlocked and set; `key` is read whenever one is opened."""
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlcipher.sqlite_version} is too old to be trusted with a store")
    return _engine(lambda: _opened(str(path), key, _SETTINGS), "BEGIN IMMEDIATE")


def make_reader(where: str, key: bytearray) -> Engine:
    """Give an engine that writes nothing; `where` is a URI that says how the file may be opened."""
    return _engine(lambda: _opened(where, key, _SETTINGS_OF_READER), "BEGIN")


def change_key(engine: Engine, path: Path, key: bytearray, new: bytearray) -> None:
    """Encipher every page with another key, in one transaction; nobody else may have a connection.

    The library leaves no pages of the old key behind: the log is emptied before and after.
    """
    engine.dispose()
    with closing(_opened(str(path), key, _SETTINGS)) as connection:
        _empty_log(connection)
        _hand_over(connection, new, "rekey")
        _empty_log(connection)


def empty_log(engine: Engine) -> None:
    """Write what the log holds into the database file: where that is of another key, no page of the file is left."""
    raw = engine.raw_connection()
    try:
        _empty_log(raw.driver_connection)
    finally:
        raw.close()


def _empty_log(connection: Any) -> None:
    (busy, *_counts) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreInUse(NOBODY_KNOWN)


def close(engine: Engine, is_fresh: bool = False) -> None:
    """Write everything into the database file, leave no log beside it, and close.

    The library counts its rows on closing, to look things up in the best order; counts of an empty store mislead it.
    """
    raw = engine.raw_connection()
    try:
        for words in ("wal_checkpoint(TRUNCATE)",) if is_fresh else ("optimize", "wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(f"PRAGMA {words}").fetchall()
    finally:
        raw.close()
        engine.dispose()


def make_memory(key: bytearray) -> Engine:
    """Give an engine on a database that is only in memory, and gone with its one connection."""
    return _engine(lambda: _opened(":memory:", key, _SETTINGS), "BEGIN IMMEDIATE")


def _engine(creator: Callable[[], Any], begin: str) -> Engine:
    pool = QueuePool(creator, pool_size=3, max_overflow=2, dialect=_LEARNED.dialect)
    engine = Engine(pool, _LEARNED.dialect, _LEARNED.url, hide_parameters=True)
    # For writing the right is taken at once: a transaction that reads first can be refused when it comes to write.
    event.listen(engine, "begin", lambda connection: run(connection, begin))
    event.listen(engine, "handle_error", _tell)
    return engine


def _learned() -> Engine:
    """Give an engine on nothing, which has learned of the library what all of them know; to learn it takes a while."""
    engine = create_engine("sqlite://", module=sqlcipher, poolclass=QueuePool)
    engine.connect().close()
    engine.dispose()
    return engine


_LEARNED: Final = _learned()


def _opened(where: str, key: bytearray, settings: Iterable[str]) -> Any:
    connection = connect(where, key, _KEPT_STATEMENTS)
    for setting in settings:
        connection.execute(f"PRAGMA {setting}").fetchall()
    if connection.execute("PRAGMA temp_store").fetchone() != (_IN_MEMORY,):
        raise RuntimeError("temporary data would be written to disk in clear")
    return connection


def _hand_over(connection: Any, key: bytearray, word: str = "key") -> None:
    """Pass the key, or the next; the library takes it only within the text of a statement, overwritten at once."""
    digits = key.hex()
    statement = f"PRAGMA {word}=\"x'{digits}'\""
    try:
        connection.executescript(statement)  # which keeps no statement to be run again
    finally:
        wipe_text(digits)
        wipe_text(statement)


def attach(connection: Any, where: str, key: bytearray, name: str) -> None:
    """Open another database beside the first, under a name of ours; the first was opened by a URI, as this one is."""
    digits = key.hex()
    statement = f"ATTACH DATABASE ? AS {name} KEY \"x'{digits}'\""
    try:
        connection.execute(statement, (where,))
    finally:
        wipe_text(digits)
        wipe_text(statement)


def run(connection: Connection, words: str, values: Any = (), *, is_many: bool = False) -> Any:
    """Run a statement past SQLAlchemy, which costs more than most statements do (measured); gives the library's cursor.

    Errors are told as they are for all others.
    """
    raw: Any = connection.connection.dbapi_connection
    try:
        return raw.executemany(words, values) if is_many else raw.execute(words, values)
    except (sqlcipher.Error, MemoryError) as error:
        hindrance = _hindrance(error, raw)
        _give_up_undone(connection, raw)
        if hindrance is None:
            raise
        raise hindrance from error


def _tell(context: ExceptionContext) -> None:
    raw = context.connection.connection.dbapi_connection if context.connection else None
    hindrance = _hindrance(context.original_exception, raw)
    if context.connection:
        _give_up_undone(context.connection, raw)
    if hindrance is not None:
        raise hindrance from context.original_exception


def _give_up_undone(connection: Connection, raw: Any) -> None:
    """Let nothing more be done in a transaction that the library has undone itself, as it does when the disk is full.

    What came after would be kept at once, one by one, and a part of the work told to be the whole.
    """
    if connection.in_transaction() and not raw.in_transaction:
        connection.invalidate()


def _hindrance(error: BaseException, raw: Any) -> Hindrance | None:
    return no_memory(_is_damaged(raw)) if isinstance(error, MemoryError) else told_by_database(error)


def _is_damaged(raw: Any) -> bool:
    """Whether a page is damaged; when one is met in the middle of writing, the library says that memory is short."""
    return raw is not None and bool(raw.cursor().execute("PRAGMA cipher_integrity_check").fetchall())
