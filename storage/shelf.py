# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of an open store. Only what changed is written, and each change has its line in the journal."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.dossier import Dossier
from assessment.errors import DamagedStore, FaultyFile
from assessment.ports import DossierId, DossierRow, Summary
from storage import search, tables
from storage.attachments.rows import remove_of
from storage.chain import mark_of
from storage.difference import Difference, Kept, difference
from storage.hindering import DATABASE
from storage.journal import SqlJournal, about_part
from storage.mapping import Part, join, split

MOST_PARTS: Final = 1 << tables.PART_BITS


class SqlShelf:
    """The shelf within one unit of work."""

    def __init__(
        self, connection: Connection, journal: SqlJournal, key: bytearray, now: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._journal = journal
        self._key = key
        self._now = now
        self.loose: list[str] = []
        """Files of attachments that no row names any more once it was committed."""

    def add(self, dossier: Dossier, summary: Summary) -> DossierId:
        """Put a new dossier on the shelf; raises FaultyFile for what could not be read back."""
        change = difference((), split(dossier))
        id_ = DossierId(str(uuid.uuid4()))
        now = self._now()
        values = {"id": id_, "created_at": now, "changed_at": now, **_columns(summary)}
        self._connection.execute(insert(tables.dossier).values(values))
        self._journal.note("dossier.added", id_)
        self._write(id_, self._number(id_), change)
        return id_

    def get(self, id_: DossierId) -> Dossier:
        """Take a dossier; raises KeyError, or DamagedStore when its parts make no dossier."""
        return read_dossier(self._connection, self._number(id_))

    def keep(self, id_: DossierId, dossier: Dossier, summary: Summary) -> None:
        """Keep a changed dossier; raises KeyError, and FaultyFile for what could not be read back."""
        number = self._number(id_)
        change = difference(_parts(self._connection, number), split(dossier))
        columns = _columns(summary)
        if change.is_empty and columns == self._summary(number):
            return
        self._connection.execute(
            update(tables.dossier).where(tables.dossier.c.number == number).values(changed_at=self._now(), **columns)
        )
        self._write(id_, number, change)

    def remove(self, id_: DossierId) -> None:
        """Take a dossier away with parts, drafts, attachments and what was indexed of it; raises KeyError."""
        number = self._number(id_)
        self.loose += remove_of(self._connection, self._journal, id_, number)
        search.drop(self._connection, [one.number for one in _parts(self._connection, number)])
        for table in (tables.part, tables.draft):
            self._connection.execute(delete(table).where(table.c.dossier == number))
        self._connection.execute(delete(tables.dossier).where(tables.dossier.c.number == number))
        self._journal.note("dossier.removed", id_)

    def find(self, words: str = "", limit: int = 500, offset: int = 0) -> tuple[DossierRow, ...]:
        """List the dossiers in which each word begins a word somewhere, newest change first."""
        table = tables.dossier
        wanted = select(table).where(*search.all_occur(words)).limit(limit).offset(offset)
        rows = self._connection.execute(wanted.order_by(table.c.changed_at.desc(), table.c.number.desc()))
        return tuple(_row(one) for one in rows)

    def count(self, words: str = "") -> int:
        """Count them."""
        wanted = select(func.count()).select_from(tables.dossier).where(*search.all_occur(words))
        return self._connection.execute(wanted).scalar_one()

    def _number(self, id_: DossierId) -> int:
        number = self._connection.scalar(select(tables.dossier.c.number).where(tables.dossier.c.id == id_))
        if number is None:
            raise KeyError(id_)
        return int(number)

    def _summary(self, number: int) -> dict[str, Any]:
        row = self._connection.execute(select(tables.dossier).where(tables.dossier.c.number == number)).one()
        return _columns(_row(row).summary)

    def _write(self, id_: DossierId, number: int, change: Difference) -> None:
        self._take_away(id_, change.removed)
        self._change(id_, change.changed)
        self._put(id_, number, change.added)
        for kind in change.reordered:
            self._journal.note("part.moved", f"{id_}/{kind}")

    def _take_away(self, id_: DossierId, removed: Iterable[Kept]) -> None:
        told = [{"was": one.number} for one in removed]
        if told:
            self._connection.execute(delete(tables.part).where(tables.part.c.number == bindparam("was")), told)
            search.drop(self._connection, [one["was"] for one in told])
        for one in removed:
            self._note("part.removed", id_, one.part, old=one.part.body)

    def _change(self, id_: DossierId, changed: Iterable[tuple[Kept, int, Part]]) -> None:
        told = [{"was": one.number, "position": place, "body": part.body} for one, place, part in changed]
        if told:
            self._connection.execute(update(tables.part).where(tables.part.c.number == bindparam("was")), told)
        other = [(one, part) for one, _, part in changed if one.part.body != part.body]
        search.put(self._connection, [(one.number, part.body) for one, part in other])
        for one, part in other:
            self._note("part.changed", id_, part, old=one.part.body, new=part.body)

    def _put(self, id_: DossierId, number: int, added: Sequence[tuple[int, Part]]) -> None:
        first = self._next(number)
        if first + len(added) > (number + 1) * MOST_PARTS:
            raise OverflowError("more parts than a dossier can hold")
        numbered = [(own, place, part) for own, (place, part) in enumerate(added, first)]
        rows = [
            {"number": own, "dossier": number, "kind": part.kind, "key": part.key, "position": place,
             "body": part.body}
            for own, place, part in numbered
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert(tables.part), rows)
        search.put(self._connection, [(own, part.body) for own, _, part in numbered])
        for _, part in added:
            self._note("part.added", id_, part, new=part.body)

    def _next(self, number: int) -> int:
        part = tables.part.c
        last = self._connection.scalar(select(func.max(part.number)).where(part.dossier == number))
        return number * MOST_PARTS if last is None else int(last) + 1

    def _note(self, action: str, id_: DossierId, part: Part, **content: str) -> None:
        about = about_part(id_, part.kind, part.key)
        marks = {name: mark_of(about, body, self._key) for name, body in content.items()}
        self._journal.note(action, about, json.dumps(marks, separators=(",", ":")))


def read_dossier(connection: Connection, number: int) -> Dossier:
    """Put a dossier together from its parts; raises DamagedStore when they make no dossier."""
    try:
        return join(one.part for one in _parts(connection, number))
    except (FaultyFile, ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedStore(DATABASE) from error


def _parts(connection: Connection, number: int) -> Sequence[Kept]:
    part = tables.part.c
    wanted = select(part.number, part.position, part.kind, part.key, part.body).where(part.dossier == number)
    rows = connection.execute(wanted.order_by(part.kind, part.position, part.number))
    return [Kept(one.number, one.position, Part(one.kind, one.key, one.body)) for one in rows]


def _columns(summary: Summary) -> dict[str, Any]:
    return {
        "reference": summary.reference, "title": summary.title, "subject": summary.subject,
        "permit_types": list(summary.permit_types), "place": summary.place, "received_on": summary.received_on,
        "decide_before": summary.decide_before, "step": summary.step, "deadlines": _packed(summary.deadlines),
    }  # fmt: skip


def _row(row: Row[Any]) -> DossierRow:
    summary = Summary(
        row.reference, row.title, row.subject, tuple(row.permit_types), row.place, row.received_on, row.decide_before,
        row.step, _unpacked(row.deadlines),
    )  # fmt: skip
    return DossierRow(DossierId(row.id), summary, row.changed_at)


def _packed(deadlines: tuple[Deadline, ...] | None) -> list[list[str]] | None:
    """Write deadlines as lists of texts; from when and until when they stand only where that is not always."""
    return None if deadlines is None else [_deadline_texts(one) for one in deadlines]


def _deadline_texts(one: Deadline) -> list[str]:
    days = [one.plan_on, one.last]
    if (one.since, one.until) != (date.min, date.max):
        days += [one.since, one.until]
    return [one.kind.value, one.id, *map(str, days)]


def _unpacked(packed: list[list[str]] | None) -> tuple[Deadline, ...] | None:
    if packed is None:
        return None
    return tuple(Deadline(DeadlineKind(kind), id_, *map(date.fromisoformat, days)) for kind, id_, *days in packed)
