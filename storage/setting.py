# SPDX-License-Identifier: EUPL-1.2
"""Single values that belong to the store, such as the name of its user."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage import tables
from storage.prepared import Prepared

USER: Final = "user"
RECOVERY_CONFIRMED: Final = "recovery-confirmed"
"""Not empty once the officer typed groups of the present recovery key back."""
ANCHORED: Final = "anchored"
"""Not empty once the journal was given an anchor: since then one has to be there."""
JOURNAL_KEY: Final = "journal-key"
"""The key of the journal as it was before the store was first re-keyed, in hexadecimals: the chain goes on with it."""
OLD_BACKUPS: Final = "old-backups"
"""The backups that open with the key before a re-keying, one a line, until they were taken away."""

_READ: Final = Prepared(select(tables.setting.c.value).where(tables.setting.c.name == bindparam("which")))

NAMES: Final = "names"
"""Which version of the folding made the names of the parts; empty in a store of before there were any."""


def read(connection: Connection, name: str) -> str:
    """Give a setting, or an empty text."""
    rows = _READ.rows(connection, {"which": name})
    return str(rows[0][0]) if rows else ""


def take_journal_key(connection: Connection, key: bytearray) -> None:
    """Put in place of the key that was derived the one that was kept when the store was re-keyed, if it was."""
    kept = read(connection, JOURNAL_KEY)
    if kept:
        key[:] = bytes.fromhex(kept)


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a setting; an earlier value gives way."""
    connection.execute(delete(tables.setting).where(tables.setting.c.name == name))
    connection.execute(insert(tables.setting).values(name=name, value=value))
