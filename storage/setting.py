# SPDX-License-Identifier: EUPL-1.2
"""Single values that belong to the store, such as the name of its user."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, insert

from storage import tables

USER: Final = "user"
RECOVERY_CONFIRMED: Final = "recovery-confirmed"
"""Not empty once the officer typed groups of the present recovery key back."""
ANCHORED: Final = "anchored"
"""Not empty once the journal was given an anchor: since then one has to be there."""

_READ: Final = "SELECT value FROM setting WHERE name = ?"
"""In words: asked once or twice of an engine that is new, putting it together would take ten times as long."""


def read(connection: Connection, name: str) -> str:
    """Give a setting, or an empty text."""
    return str(connection.exec_driver_sql(_READ, (name,)).scalar() or "")


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a setting; an earlier value gives way."""
    connection.execute(delete(tables.setting).where(tables.setting.c.name == name))
    connection.execute(insert(tables.setting).values(name=name, value=value))
