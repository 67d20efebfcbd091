# SPDX-License-Identifier: EUPL-1.2
"""Whether the tables, indexes and guards of a store are those that its migrations make."""

from __future__ import annotations

import os
from functools import cache
from typing import Final

from sqlalchemy import Connection

from storage.connecting import make_memory
from storage.keys.derive import KEY_SIZE
from storage.upgrade import upgrade
from storage.versions import REVISIONS

_ALL: Final = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def differing(connection: Connection, version: int) -> tuple[str, ...]:
    """Name what is missing, added or different in a store of this version."""
    return tuple(sorted({name for name, _ in schema_of(connection) ^ _expected(version)}))


def schema_of(connection: Connection) -> frozenset[tuple[str, str]]:
    """Give the statements that everything was made with, by name, but for what the library keeps for itself."""
    return frozenset((str(name), str(sql)) for name, sql in connection.exec_driver_sql(_ALL).fetchall())


@cache
def _expected(version: int) -> frozenset[tuple[str, str]]:
    """Run the migrations in memory and look at what they make."""
    engine = make_memory(bytearray(os.urandom(KEY_SIZE)))
    try:
        upgrade(engine, REVISIONS[version - 1])
        with engine.connect() as connection:
            return schema_of(connection)
    finally:
        engine.dispose()
