# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text, kept encrypted until it is saved or thrown away; it is not journalled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, ScalarSelect, delete, insert, select, update

from assessment.ports import DossierId
from storage import tables


class SqlDrafts:
    """The drafts within one unit of work."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._now = now

    def keep(self, dossier: DossierId, field: str, text: str) -> None:
        """Keep the text of one field; raises KeyError when the dossier is not there."""
        there = (tables.draft.c.dossier == _number(dossier), tables.draft.c.field == field)
        values = {"text": text, "at": self._now()}
        if self._connection.execute(update(tables.draft).where(*there).values(values)).rowcount:
            return
        number = self._connection.scalar(select(_number(dossier)))
        if number is None:
            raise KeyError(dossier)
        self._connection.execute(insert(tables.draft).values(dossier=number, field=field, **values))

    def all(self, dossier: DossierId) -> dict[str, str]:
        """Give all drafts of a dossier."""
        wanted = select(tables.draft.c.field, tables.draft.c.text).where(tables.draft.c.dossier == _number(dossier))
        return {row.field: row.text for row in self._connection.execute(wanted.order_by(tables.draft.c.field))}

    def clear(self, dossier: DossierId, field: str) -> None:
        """Forget a draft."""
        self._connection.execute(
            delete(tables.draft).where(tables.draft.c.dossier == _number(dossier), tables.draft.c.field == field)
        )


def _number(dossier: DossierId) -> ScalarSelect[int]:
    return select(tables.dossier.c.number).where(tables.dossier.c.id == dossier).scalar_subquery()
