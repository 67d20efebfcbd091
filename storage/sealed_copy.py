# SPDX-License-Identifier: EUPL-1.2
"""Copying a store into a sealed backup, and a sealed backup into a store: table by table, in one reading transaction.

The new database is the one that is written; the other is attached to it and only read, as it was when the reading
began. Whoever works with the store goes on writing meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from assessment.errors import DamagedStore
from storage import names, search
from storage.connecting import attach, close, connect, make_engine
from storage.dossier_keys import keys_in, write_keys
from storage.hindering import DATABASE
from storage.interruptible import Interruptible
from storage.keys.derive import KEY_SIZE
from storage.keys.secret import wipe
from storage.owned import make_file
from storage.read_only import where_to_read
from storage.sealing import DERIVED, NEW, NUMBER_OF_NEW, SEALED, Sealer
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, SEALED_ID

_SETTINGS: Final = (
    "temp_store=MEMORY", "main.journal_mode=OFF", "main.synchronous=OFF", "trusted_schema=OFF", "cell_size_check=ON",
    "main.cache_size=-65536", "store.cache_size=-16384", "busy_timeout=5000",
)  # fmt: skip
"""Nothing is kept of a copy that was not written to its end, so it needs no log; at the end it is synced whole."""

_OF_NEW: Final = {NUMBER_OF_NEW: NEW}


def seal_copy(store: StoreFiles, copy: StoreFiles, key: bytearray, block_key: bytearray, work: Interruptible) -> None:
    """Write the database of a sealed backup and its keys, where none are yet; raises OSError, or as the database."""
    make_file(copy.database)
    read_only = f"{store.database.absolute().as_uri()}?mode=ro"
    with work.going_on(), _two(copy, read_only, key) as connection, work.watching(connection):
        ids = dict(connection.execute("SELECT number, id FROM store.dossier").fetchall()) | _OF_NEW
        with _fresh_keys(ids) as keys:
            connection.create_function("seal", 4, Sealer(keys).seal)
            _copy(connection, SEALED_ID, _sealed)
            write_keys(copy, {ids[number]: one for number, one in keys.items()}, block_key)
    _sync(copy.database)


def unseal_copy(backup: StoreFiles, copy: StoreFiles, key: bytearray, block_key: bytearray) -> None:
    """Write a store as it was when the backup was made, without the dossiers that the backup has forgotten.

    Raises:
        DamagedStore, OSError, or as the database does
    """
    make_file(copy.database)
    with keys_in(backup, block_key) as keys, _two(copy, where_to_read(backup), key) as connection:
        sealer = Sealer(numbered(connection, keys))
        connection.create_function("unseal", 4, sealer.unseal)
        connection.create_function("has_key", 1, sealer.has)
        try:
            _copy(connection, APPLICATION_ID, _unsealed)
        except sqlcipher.OperationalError as error:
            if sealer.met_damage:
                raise DamagedStore(DATABASE) from error
            raise
    _sync(copy.database)
    engine = make_engine(copy.database, key)
    with engine.begin() as told:
        search.rebuild(told)
        names.rebuild(told)
    close(engine, is_fresh=True)


def numbered(connection: Any, keys: Mapping[str, bytearray]) -> dict[int, bytearray]:
    """Give the keys by the numbers that the dossiers bear in this backup, which is the first to have a `dossier`."""
    numbers = dict(connection.execute("SELECT number, id FROM dossier").fetchall()) | _OF_NEW
    return {number: keys[id_] for number, id_ in numbers.items() if id_ in keys}


@contextmanager
def _two(new: StoreFiles, other: str, key: bytearray) -> Iterator[Any]:
    """Lend a connection that writes a new database and reads another as `store`, within one transaction."""
    with closing(connect(new.database.absolute().as_uri(), key)) as connection:
        attach(connection, other, key, "store")
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _fresh_keys(numbers: Iterable[int]) -> Iterator[dict[int, bytearray]]:
    keys = {number: bytearray(os.urandom(KEY_SIZE)) for number in numbers}
    try:
        yield keys
    finally:
        wipe(*keys.values())


def _copy(connection: Any, mark: int, become: Callable[[str, list[str]], str]) -> None:
    """Make everything that the other database has, and fill it; indexes and guards come last, when rows are there."""
    tables, others = _schema(connection)
    for name, words in tables.items():
        connection.execute(words)
        if words.startswith("CREATE VIRTUAL"):  # its settings stand in a table of its own
            settings = f"{name}_config"
            connection.execute(f"INSERT OR REPLACE INTO {settings} SELECT * FROM store.{settings}")  # noqa: S608 - ours
    for name in tables.keys() - DERIVED:
        rows = connection.execute(f"PRAGMA store.table_info({_quoted(name)})").fetchall()
        connection.execute(become(name, [str(row[1]) for row in rows]))
    for words in others:
        connection.execute(words)
    (version,) = connection.execute("PRAGMA store.user_version").fetchone()
    connection.execute(f"PRAGMA main.user_version={int(version)}")
    connection.execute(f"PRAGMA main.application_id={mark}")


def _schema(connection: Any) -> tuple[dict[str, str], list[str]]:
    """Give what makes each table by its name, and what makes the rest; what the library makes itself is left out."""
    rows = connection.execute("SELECT type, name, sql FROM store.sqlite_master WHERE sql IS NOT NULL").fetchall()
    own = [row for row in rows if not row[1].startswith("sqlite_")]
    virtual = tuple(f"{name}_" for _, name, words in own if words.startswith("CREATE VIRTUAL"))
    own = [row for row in own if not row[1].startswith(virtual)] if virtual else own
    return {name: words for kind, name, words in own if kind == "table"}, [row[2] for row in own if row[0] != "table"]


def _sealed(table: str, columns: list[str]) -> str:
    return _filled(table, columns, "seal")


def _unsealed(table: str, columns: list[str]) -> str:
    filled = _filled(table, columns, "unseal")
    return f"{filled} WHERE has_key({SEALED[table].dossier})" if table in SEALED else filled


def _filled(table: str, columns: list[str], how: str) -> str:
    """Say that a table is filled with what the other has; what is to be sealed or unsealed goes through a function."""
    sealed = SEALED.get(table)
    given = {column: _quoted(column) for column in columns}
    if sealed:
        for column in sealed.columns & given.keys():
            given[column] = f"{how}({sealed.dossier}, '{table}.{column}', {sealed.row}, {_quoted(column)})"
        given.setdefault(sealed.row, sealed.row)
    into = ", ".join(column if column == "rowid" else _quoted(column) for column in given)
    own = f"{_quoted(table)} ({into})"
    return f"INSERT INTO {own} SELECT {', '.join(given.values())} FROM store.{_quoted(table)}"  # noqa: S608 - quoted


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
