# SPDX-License-Identifier: EUPL-1.2
"""Statements of each opening and each change, put together once: that takes longer than to run them (measured)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from sqlalchemy import ClauseElement, Connection
from sqlalchemy.dialects import sqlite

from storage.connecting import run

_DIALECT: Final = sqlite.dialect(paramstyle="qmark")


class Prepared:
    """A statement with its values by name, written as the types of their columns say; what it gives is not converted.

    `columns` are those that an `insert` or `update` sets; left out, an `insert` sets them all.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        compiled: Any = statement.compile(dialect=_DIALECT, column_keys=list(columns) or None)
        self._words: str = compiled.string
        self._values = [(name, _writer(compiled.binds[name].type)) for name in compiled.positiontup]

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Give all rows that it finds."""
        found: list[Any] = run(_begun(connection), self._words, self._written(values)).fetchall()
        return found

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Run it once, and give how many rows were changed."""
        return int(run(_begun(connection), self._words, self._written(values)).rowcount)

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each row of values, if there are any."""
        written = [self._written(values) for values in rows]
        if written:
            run(_begun(connection), self._words, written, is_many=True)

    def _written(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple([write(values[name]) if write else values[name] for name, write in self._values])


def _begun(connection: Connection) -> Connection:
    if not connection.in_transaction():
        connection.begin()
    return connection


def _writer(kind: Any) -> Callable[[Any], Any] | None:
    """Give how values of a type are written; nothing where they are written as they are."""
    writer: Callable[[Any], Any] | None = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return writer
