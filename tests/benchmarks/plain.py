# SPDX-License-Identifier: EUPL-1.2
"""SQLite's own API on a copy of a store: the same file, key, settings and statements, and nothing around them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

import main
from storage import connecting
from storage.connecting import _SETTINGS
from storage.vault import FolderVault
from tests.journeys.places import CHEAP, PASSWORD

Statement = tuple[str, Any, bool]
"""Words, values, and whether there are several rows of values."""


@dataclass(frozen=True)
class Copies:
    """The same store three times: one to work in, one to listen to, one for SQLite's own API."""

    ours: FolderVault
    heard: FolderVault
    plain: Any


def key_of(vault: FolderVault) -> bytes:
    return bytes(vault._opened()._database_key)


def connect(path: Path, key: bytes) -> Any:
    """Open a database as anybody would who has its key; with the cache of statements that the library has by itself."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


@contextmanager
def copies(vault: FolderVault, apart: Path) -> Iterator[Copies]:
    """Lend copies of a store that is open, all of them open."""
    folder = vault._files.folder
    vault.lock()
    for name in ("heard", "plain"):
        shutil.copytree(folder, apart / name)
    heard = FolderVault(apart / "heard", main.now, CHEAP)
    vault.unlock(PASSWORD)
    plain = connect(apart / "plain" / "store.db", key_of(vault))
    try:
        with patch.object(connecting.sqlcipher, "connect", partial(sqlcipher.connect, factory=Hearing)):
            heard.unlock(PASSWORD)
        yield Copies(vault, heard, plain)
    finally:
        plain.close()
        heard.lock()


class Hearing(sqlcipher.Connection):  # type: ignore[misc]
    """A connection that remembers what it is asked to run, from whichever side that comes."""

    heard: ClassVar[list[Statement]] = []

    def cursor(self, *_: Any) -> Any:
        """Give a cursor that remembers."""
        return super().cursor(HearingCursor)


class HearingCursor(sqlcipher.Cursor):  # type: ignore[misc]
    """What remembers it."""

    def execute(self, words: str, values: Any = ()) -> Any:
        """Remember a statement, and run it."""
        Hearing.heard.append((words, values, False))
        return super().execute(words, values)

    def executemany(self, words: str, values: Any) -> Any:
        """Remember a statement with rows of values, and run it."""
        Hearing.heard.append((words, values, True))
        return super().executemany(words, values)


def statements_of(action: Callable[[], object]) -> list[Statement]:
    """Do something in the store that is heard and give the statements that were run for it, in their order."""
    Hearing.heard.clear()
    action()
    return list(Hearing.heard)


def replay(connection: Any, statements: Iterable[Statement]) -> None:
    """Run the same statements with the same values, and make them durable."""
    for words, values, many in statements:
        if many:
            connection.executemany(words, values)
        else:
            connection.execute(words, values).fetchall()
    connection.execute("COMMIT")
