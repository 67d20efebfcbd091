# SPDX-License-Identifier: EUPL-1.2
"""The number of a dossier in the tables, by its id: everybody who writes about one asks for it here."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, select

from storage import tables
from storage.prepared import Prepared

NUMBER: Final = select(tables.dossier.c.number).where(tables.dossier.c.id == bindparam("id"))
_NUMBER: Final = Prepared(NUMBER)


def find_number(connection: Connection, id_: str) -> int | None:
    """Give the number, or nothing when there is no such dossier."""
    rows = _NUMBER.rows(connection, {"id": id_})
    return int(rows[0][0]) if rows else None


def number_of(connection: Connection, id_: str) -> int:
    """Give the number; raises KeyError when there is no such dossier."""
    number = find_number(connection, id_)
    if number is None:
        raise KeyError(id_)
    return number
