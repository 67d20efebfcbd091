# SPDX-License-Identifier: EUPL-1.2
"""The append-only record of who did what, when.

Actions are two words with a dot: `dossier.added`, `part.changed`, `store.opened`. `about` is a path that begins with
the dossier: `<dossier>/fact/f7`. The detail of a part holds marks of its old and new content, never the content: what
is removed from a dossier is gone, and still the present content can be held against the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, insert, or_, select, update

from assessment.ports import JournalEntry
from storage import tables
from storage.chain import BEFORE_THE_FIRST, mac_of

HEAD: Final = 1
"""The number of the one row that tells where the chain ends."""

_LAST_SIGN: Final = "\U0010ffff"


class SqlJournal:
    """The journal within one unit of work; lines are gathered and written together before it commits."""

    def __init__(self, connection: Connection, key: bytearray, actor: str, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._key = key
        self._actor = actor
        self._now = now
        self._waiting: list[tuple[str, str, str]] = []
        self.end: tuple[int, bytes] | None = None
        """Number and MAC of the last line that was written here, if any."""

    @property
    def actor(self) -> str:
        """Who does what is noted here."""
        return self._actor

    def note(self, action: str, about: str, detail: str = "") -> None:
        """Add one line."""
        self._waiting.append((action, about, detail))

    def entries(self, about: str = "", limit: int = 200) -> tuple[JournalEntry, ...]:
        """Give the newest lines: all, or about one thing and what is in it."""
        self.write()
        lines = tables.journal.c
        wanted = select(tables.journal).order_by(lines.seq.desc()).limit(limit)
        if about:
            wanted = wanted.where(or_(lines.about == about, is_within(about)))
        return tuple(entry_of(row) for row in self._connection.execute(wanted))

    def write(self) -> None:
        """Write the gathered lines behind the last, and move the head."""
        if not self._waiting:
            return
        seq, mac = head_of(self._connection)
        at, rows = self._now(), []
        for seq, (action, about, detail) in enumerate(self._waiting, start=seq + 1):  # noqa: B020 - from where it is
            line = JournalEntry(seq, at, self._actor, action, about, detail)
            mac = mac_of(line, mac, self._key)
            rows.append(
                {"seq": seq, "at": at, "actor": self._actor, "action": action, "about": about, "detail": detail,
                 "mac": mac}
            )  # fmt: skip
        self._connection.execute(insert(tables.journal), rows)
        self._connection.execute(
            update(tables.journal_head).where(tables.journal_head.c.id == HEAD).values(seq=seq, mac=mac)
        )
        self._waiting.clear()
        self.end = seq, mac


def entry_of(row: Row[Any]) -> JournalEntry:
    """Give a line as it was written."""
    return JournalEntry(row.seq, row.at, row.actor, row.action, row.about, row.detail)


def is_within(about: str) -> ColumnElement[bool]:
    """Say of a line that it is about something within this; a range and no LIKE: it is looked up in the index."""
    return tables.journal.c.about.between(f"{about}/", f"{about}/{_LAST_SIGN}")


def about_part(dossier: str, kind: str, key: str | None) -> str:
    """Give the path of a part; what is kept of it is held against the lines that bear the same path."""
    return f"{dossier}/{kind}/{key}"


def head_of(connection: Connection) -> tuple[int, bytes]:
    """Give the number and the MAC of the last line."""
    head = tables.journal_head.c
    row = connection.execute(select(head.seq, head.mac).where(head.id == HEAD)).one()
    return row.seq, row.mac


def begin_chain(connection: Connection) -> None:
    """Set the head of an empty journal."""
    connection.execute(insert(tables.journal_head).values(id=HEAD, seq=0, mac=BEFORE_THE_FIRST))
