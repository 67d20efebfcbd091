# SPDX-License-Identifier: EUPL-1.2
"""The number of a dossier in the tables, by its id: everybody who writes about one asks for it here."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, select

from storage import tables

NUMBER: Final = select(tables.dossier.c.number).where(tables.dossier.c.id == bindparam("id"))
"""Made once: to put a statement together takes longer than to run it."""


def find_number(connection: Connection, id_: str) -> int | None:
    """Give the number, or nothing when there is no such dossier."""
    number = connection.scalar(NUMBER, {"id": id_})
    return None if number is None else int(number)


def number_of(connection: Connection, id_: str) -> int:
    """Give the number; raises KeyError when there is no such dossier."""
    number = find_number(connection, id_)
    if number is None:
        raise KeyError(id_)
    return number
