# SPDX-License-Identifier: EUPL-1.2
"""The append-only record of who did what, when.

Actions are two words with a dot: `dossier.added`, `part.changed`, `store.opened`. `about` is a path that begins with
the dossier: `<dossier>/fact/f7`. The detail of a part holds marks of its old and new content, never the content, and
so it is with what somebody typed about a dossier: the words themselves stand beside the journal and go when the dossier
is destroyed, and still what is there can be held against the journal.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, bindparam, insert, or_, select, update

from assessment.journal import JournalEntry, JournalQuery
from storage import tables
from storage.chain import BEFORE_THE_FIRST, mac_of, mark_of
from storage.dossier_number import find_number
from storage.journal_told import told
from storage.prepared import Prepared

HEAD: Final = 1
"""The number of the one row that tells where the chain ends."""

_LAST_SIGN: Final = "\U0010ffff"

_HEAD = tables.journal_head.c
_LINE: Final = Prepared(insert(tables.journal))
_WORDS: Final = Prepared(insert(tables.journal_words))
_END: Final = Prepared(select(_HEAD.seq, _HEAD.mac).where(_HEAD.id == bindparam("which")))
_MOVE_END: Final = Prepared(update(tables.journal_head).where(_HEAD.id == bindparam("which")), "seq", "mac")


class SqlJournal:
    """The journal within one unit of work; lines are gathered and written together before it commits."""

    def __init__(self, connection: Connection, key: bytearray, actor: str, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._key = key
        self._actor = actor
        self._now = now
        self._waiting: list[tuple[str, str, str, dict[str, str]]] = []
        self._known: dict[str, int] = {}
        self.end: tuple[int, bytes] | None = None
        """Number and MAC of the last line that was written here, if any."""

    @property
    def actor(self) -> str:
        """Who does what is noted here."""
        return self._actor

    def note(self, action: str, about: str, detail: str = "", words: str = "") -> None:
        """Add one line; words about a dossier are kept beside it, and those about anything else in the detail."""
        if not words:
            self.note_kept(action, about, detail)
        elif self._numbers({dossier_in(about)}):
            marked = {"detail": detail, "words": mark_of(about, words, self._key)}
            self.note_kept(action, about, json.dumps(marked, separators=(",", ":")), words=words)
        else:
            self.note_kept(action, about, " · ".join(filter(None, (words, detail))))

    def note_kept(self, action: str, about: str, detail: str, **kept: str) -> None:
        """Add one line of which the detail holds marks of what is kept beside it: `old` or `words`."""
        self._waiting.append((action, about, detail, kept))

    def entries(self, about: str = "", limit: int = 200) -> tuple[JournalEntry, ...]:
        """Give the newest lines: all, or about one thing and what is in it."""
        return self.find(JournalQuery(about), limit)

    def find(self, asked: JournalQuery, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Give the newest lines that are asked for."""
        self.write()
        lines = tables.journal.c
        wanted = select(tables.journal).order_by(lines.seq.desc()).limit(limit)
        if asked.about:
            wanted = wanted.where(or_(lines.about == asked.about, is_within(asked.about)))
        if asked.before:
            wanted = wanted.where(lines.seq < asked.before)
        if asked.only:
            wanted = wanted.where(lines.action.in_(sorted(asked.only)))
        if asked.without:
            wanted = wanted.where(lines.action.not_in(sorted(asked.without)))
        return told(self._connection, [entry_of(row) for row in self._connection.execute(wanted)])

    def write(self) -> None:
        """Write the gathered lines behind the last, and move the head."""
        if not self._waiting:
            return
        seq, mac = head_of(self._connection)
        at, rows, beside = self._now(), [], []
        for seq, (action, about, detail, kept) in enumerate(self._waiting, start=seq + 1):  # noqa: B020 - from where it is
            line = JournalEntry(seq, at, self._actor, action, about, detail)
            mac = mac_of(line, mac, self._key)
            rows.append(
                {"seq": seq, "at": at, "actor": self._actor, "action": action, "about": about, "detail": detail,
                 "mac": mac}
            )  # fmt: skip
            if kept:
                beside.append((seq, dossier_in(about), kept))
        _LINE.run_all(self._connection, rows)
        self._keep(beside)
        _MOVE_END.run(self._connection, {"which": HEAD, "seq": seq, "mac": mac})
        self._waiting.clear()
        self.end = seq, mac

    def _keep(self, beside: list[tuple[int, str, dict[str, str]]]) -> None:
        """Keep the words of lines about dossiers that are still there."""
        numbers = self._numbers({id_ for _, id_, _ in beside})
        rows = (
            {"seq": seq, "dossier": numbers[id_], "old": kept.get("old"), "words": kept.get("words")}
            for seq, id_, kept in beside
            if id_ in numbers
        )
        _WORDS.run_all(self._connection, rows)

    def know(self, id_: str, number: int) -> None:
        """Take in the number of a dossier that is there, so that it need not be asked for each line about it."""
        self._known[id_] = number

    def forget(self, id_: str) -> None:
        """Take in that a dossier is not there any more."""
        self._known.pop(id_, None)

    def _numbers(self, ids: set[str]) -> dict[str, int]:
        """Give the numbers of those that are dossiers in the store."""
        for id_ in ids - self._known.keys():
            number = find_number(self._connection, id_)
            if number is not None:
                self._known[id_] = number
        return {id_: self._known[id_] for id_ in ids & self._known.keys()}


def entry_of(row: Row[Any]) -> JournalEntry:
    """Give a line as it was written."""
    return JournalEntry(row.seq, row.at, row.actor, row.action, row.about, row.detail)


def dossier_in(about: str) -> str:
    """Give the id of the dossier that a line is about, if it is about one."""
    return about.split("/", 1)[0]


def is_within(about: str) -> ColumnElement[bool]:
    """Say of a line that it is about something within this; a range and no LIKE: it is looked up in the index."""
    return tables.journal.c.about.between(f"{about}/", f"{about}/{_LAST_SIGN}")


def head_of(connection: Connection) -> tuple[int, bytes]:
    """Give the number and the MAC of the last line."""
    ((seq, mac),) = _END.rows(connection, {"which": HEAD})
    return seq, mac


def begin_chain(connection: Connection) -> None:
    """Set the head of an empty journal."""
    connection.execute(insert(tables.journal_head).values(id=HEAD, seq=0, mac=BEFORE_THE_FIRST))
