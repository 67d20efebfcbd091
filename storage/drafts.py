# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text, kept encrypted until it is saved or thrown away; it is not journalled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from assessment.ports import DossierId
from storage import tables
from storage.dossier_number import NUMBER, number_of
from storage.prepared import Prepared


@dataclass(frozen=True, slots=True)
class _Statements:
    """What is asked of one of the two tables."""

    change: Prepared
    add: Prepared
    all: Prepared
    clear: Prepared


class SqlDrafts:
    """The drafts within one unit of work; without a dossier they are of the one that has not begun."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now

    def keep(self, dossier: DossierId | None, field: str, text: str) -> None:
        """Keep the text of one field; raises KeyError when the dossier is not there."""
        ask, values = _asked_of(dossier), {"text": _storable(text), "at": self._now()}
        if ask.change.run(self._connection, {"id": dossier, "which": field, **values}):
            return
        if dossier is not None:
            values["dossier"] = number_of(self._connection, dossier)
        ask.add.run(self._connection, {"field": field, **values})

    def all(self, dossier: DossierId | None) -> dict[str, str]:
        """Give all drafts of a dossier."""
        return dict(_asked_of(dossier).all.rows(self._connection, {"id": dossier}))

    def clear(self, dossier: DossierId | None, field: str) -> None:
        """Forget a draft."""
        _asked_of(dossier).clear.run(self._connection, {"id": dossier, "which": field})


def _storable(text: str) -> str:
    """Put a sign of its own in place of half a sign, which what was pasted can hold and the database cannot."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _statements(table: Table) -> _Statements:
    field = table.c.field
    owned = [table.c.dossier == NUMBER.scalar_subquery()] if "dossier" in table.c else []
    one = [*owned, field == bindparam("which")]
    wanted = select(field, table.c.text).where(*owned).order_by(field)
    change = Prepared(update(table).where(*one), "text", "at")
    return _Statements(change, Prepared(insert(table)), Prepared(wanted), Prepared(delete(table).where(*one)))


_OF_DOSSIER: Final = _statements(tables.draft)
_OF_NEW: Final = _statements(tables.draft_of_new)


def _asked_of(dossier: DossierId | None) -> _Statements:
    return _OF_NEW if dossier is None else _OF_DOSSIER
