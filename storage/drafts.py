# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text, kept encrypted until it is saved or thrown away; it is not journalled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from assessment.ports import DossierId
from storage import tables


class SqlDrafts:
    """The drafts within one unit of work; without a dossier they are of the one that has not begun."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now

    def keep(self, dossier: DossierId | None, field: str, text: str) -> None:
        """Keep the text of one field; raises KeyError when the dossier is not there."""
        table, owner = self._owner(dossier)
        if None in owner.values():
            raise KeyError(dossier)
        values = {"text": text, "at": self._now()}
        if not self._connection.execute(update(table).where(*_at(table, owner, field)).values(values)).rowcount:
            self._connection.execute(insert(table).values(**owner, field=field, **values))

    def all(self, dossier: DossierId | None) -> dict[str, str]:
        """Give all drafts of a dossier."""
        table, owner = self._owner(dossier)
        wanted = select(table.c.field, table.c.text).where(*_at(table, owner)).order_by(table.c.field)
        return {row.field: row.text for row in self._connection.execute(wanted)}

    def clear(self, dossier: DossierId | None, field: str) -> None:
        """Forget a draft."""
        table, owner = self._owner(dossier)
        self._connection.execute(delete(table).where(*_at(table, owner, field)))

    def _owner(self, dossier: DossierId | None) -> tuple[Table, dict[str, int | None]]:
        """Give the table, and the number of the dossier in it by the name of its column; None is not there."""
        if dossier is None:
            return tables.draft_of_new, {}
        number = select(tables.dossier.c.number).where(tables.dossier.c.id == dossier)
        return tables.draft, {"dossier": self._connection.scalar(number)}


def _at(table: Table, owner: dict[str, int | None], field: str = "") -> Iterator[ColumnElement[bool]]:
    yield from (table.c[name] == value for name, value in owner.items())
    if field:
        yield table.c.field == field
