# SPDX-License-Identifier: EUPL-1.2
"""Single values that belong to the store, such as the name of its user."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, delete, insert, select

from storage import tables

USER: Final = "user"
RECOVERY_CONFIRMED: Final = "recovery-confirmed"
"""Not empty once the officer typed groups of the present recovery key back."""
ANCHORED: Final = "anchored"
"""Not empty once the journal was given an anchor: since then one has to be there."""

NAMES: Final = "names"
"""Which version of the folding made the names of the parts; empty in a store of before there were any."""


def read(connection: Connection, name: str) -> str:
    """Give a setting, or an empty text."""
    return connection.scalar(select(tables.setting.c.value).where(tables.setting.c.name == name)) or ""


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a setting; an earlier value gives way."""
    connection.execute(delete(tables.setting).where(tables.setting.c.name == name))
    connection.execute(insert(tables.setting).values(name=name, value=value))
