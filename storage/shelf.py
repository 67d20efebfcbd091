# SPDX-License-Identifier: EUPL-1.2
"""The dossiers of an open store. Only what changed is written, and each change has its line in the journal."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Text, bindparam, delete, func, insert, select, type_coerce, update

from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.dossier import Dossier
from assessment.errors import DamagedStore, FaultyFile
from assessment.found import Asked, Elsewhere, Hits
from assessment.ports import DossierId, DossierRow, Summary
from storage import hits, likes, names, search, tables
from storage.chain import about_part, mark_of
from storage.difference import Difference, Kept, KeptRow, difference, unlike
from storage.dossier_number import NUMBER, find_number
from storage.hindering import DATABASE
from storage.journal import SqlJournal
from storage.mapping import Part, join
from storage.prepared import Prepared
from storage.splitting import Written

MOST_PARTS: Final = 1 << tables.PART_BITS

_DOSSIER, _PART = tables.dossier.c, tables.part.c
_SHOWN: Final = [type_coerce(one, Text) for one in _DOSSIER if one.name not in ("number", "created_at")]
"""What a list shows of a dossier, as it is kept: text, of which most is the same each time."""
_ROWS: Final = select(*_SHOWN)
_LIST: Final = (
    _ROWS.order_by(_DOSSIER.changed_at.desc(), _DOSSIER.number.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_WHOLE_LIST: Final = Prepared(_LIST)
_BESIDE_INDEX: Final = select(_DOSSIER.created_at).where(_DOSSIER.id.concat("") == bindparam("id"))
"""What stands in no index, by what no index is asked: so the table itself is read."""
_OF_SUMMARY: Final = (
    "reference", "title", "subject", "permit_types", "place", "received_on", "decide_before", "step", "deadlines",
)  # fmt: skip
_KEEP_DOSSIER: Final = Prepared(
    update(tables.dossier).where(_DOSSIER.number == bindparam("was")), "changed_at", *_OF_SUMMARY
)
_ROW: Final = (_PART.number, _PART.position, _PART.kind, _PART.key, _PART.body)
_IN_ORDER: Final = (_PART.kind, _PART.position, _PART.number)
_PARTS: Final = Prepared(select(*_ROW).where(_PART.dossier == bindparam("dossier")).order_by(*_IN_ORDER))
_PARTS_BY_ID: Final = Prepared(select(*_ROW).where(_PART.dossier == NUMBER.scalar_subquery()).order_by(*_IN_ORDER))
_LAST_PART: Final = Prepared(select(func.max(_PART.number)).where(_PART.dossier == bindparam("dossier")))
_ADD_PART: Final = Prepared(insert(tables.part))
_KEEP_PART: Final = Prepared(update(tables.part).where(_PART.number == bindparam("was")), "position", "body")
_DROP_PART: Final = Prepared(delete(tables.part).where(_PART.number == bindparam("was")))


class SqlShelf:
    """The shelf within one unit of work."""

    def __init__(
        self,
        connection: Connection,
        journal: SqlJournal,
        key: bytearray,
        now: Callable[[], datetime],
        written: Written,
    ) -> None:
        """`written` outlives the unit of work: it knows how the dossier was written the last time."""
        self._connection = connection
        self._written = written
        self._journal = journal
        self._key = key
        self._now = now

    def add(self, dossier: Dossier, summary: Summary) -> DossierId:
        """Put a new dossier on the shelf; raises FaultyFile for what could not be read back."""
        change = difference((), self._written.parts(dossier))
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
        rows: list[KeptRow] = _PARTS_BY_ID.rows(self._connection, {"id": id_})
        if not rows:
            raise self._not_found(id_)
        number = rows[0][0] >> tables.PART_BITS
        change = difference(*unlike(rows, self._written.parts(dossier)))
        columns = _columns(summary)
        if change.is_empty and columns == self._summary(number):
            return
        _KEEP_DOSSIER.run(self._connection, {"was": number, "changed_at": self._now(), **columns})
        self._write(id_, number, change)

    def find(self, words: str = "", limit: int = 500, offset: int = 0) -> tuple[DossierRow, ...]:
        """List the dossiers in which each word begins a word somewhere, newest change first."""
        within = {"limit": limit, "offset": offset}
        sought = search.all_occur(words)
        if not sought:
            return tuple(map(_row, _WHOLE_LIST.rows(self._connection, within)))
        return tuple(map(_row, self._connection.execute(_LIST.where(*sought), within)))

    def count(self, words: str = "") -> int:
        """Count them."""
        wanted = select(func.count()).select_from(tables.dossier).where(*search.all_occur(words))
        return self._connection.execute(wanted).scalar_one()

    def search(self, words: str, limit: int = 200) -> Hits:
        """Say where the words stand, by letters and by sound, grouped by dossier."""
        return hits.find(self._connection, words, limit)

    def find_sounding(self, words: str, limit: int = 500) -> tuple[DossierRow, ...]:
        """List the dossiers with a name that sounds like these words, newest change first."""
        numbers = hits.sounding_dossiers(self._connection, words)[:limit]
        rows = self._connection.execute(_ROWS.where(_DOSSIER.number.in_(numbers)))
        return tuple(sorted(map(_row, rows), key=lambda row: row.changed_at, reverse=True))

    def alike(self, id_: DossierId, asked: Asked) -> tuple[Elsewhere, ...]:
        """List the records of other dossiers that are like what is asked, the most alike first; raises KeyError."""
        return likes.elsewhere(self._connection, self._number(id_), asked)

    def _number(self, id_: DossierId) -> int:
        number = find_number(self._connection, id_)
        if number is None:
            raise self._not_found(id_)
        return number

    def _not_found(self, id_: DossierId) -> Exception:
        """Tell a dossier that is not there from one that only the index does not know: then the index is damaged."""
        return DamagedStore(DATABASE) if self._connection.scalar(_BESIDE_INDEX, {"id": id_}) else KeyError(id_)

    def _summary(self, number: int) -> dict[str, Any]:
        row = self._connection.execute(_ROWS.where(_DOSSIER.number == number)).one()
        return _columns(_row(row).summary)

    def _write(self, id_: DossierId, number: int, change: Difference) -> None:
        self._journal.know(id_, number)
        self._take_away(id_, change.removed)
        self._change(id_, change.changed)
        self._put(id_, number, change.added)
        for kind in change.reordered:
            self._journal.note("part.moved", f"{id_}/{kind}")

    def _take_away(self, id_: DossierId, removed: Sequence[Kept]) -> None:
        _DROP_PART.run_all(self._connection, ({"was": one.number} for one in removed))
        search.drop(self._connection, (one.number for one in removed))
        for one in removed:
            self._note("part.removed", id_, one.part, was=one.part.body)

    def _change(self, id_: DossierId, changed: Sequence[tuple[Kept, int, Part]]) -> None:
        told = ({"was": one.number, "position": place, "body": part.body} for one, place, part in changed)
        _KEEP_PART.run_all(self._connection, told)
        other = [(one, part) for one, _, part in changed if one.part.body != part.body]
        search.put(self._connection, [(one.number, part.body) for one, part in other])
        names.change(self._connection, [(one.number, part.kind, one.part.body, part.body) for one, part in other])
        for one, part in other:
            self._note("part.changed", id_, part, was=one.part.body, new=part.body)

    def _put(self, id_: DossierId, number: int, added: Sequence[tuple[int, Part]]) -> None:
        if not added:
            return
        first = self._next(number)
        if first + len(added) > (number + 1) * MOST_PARTS:
            raise OverflowError("more parts than a dossier can hold")
        numbered = [(own, place, part) for own, (place, part) in enumerate(added, first)]
        rows = [
            {"number": own, "dossier": number, "kind": part.kind, "key": part.key, "position": place,
             "body": part.body}
            for own, place, part in numbered
        ]  # fmt: skip
        _ADD_PART.run_all(self._connection, rows)
        search.put(self._connection, [(own, part.body) for own, _, part in numbered])
        names.add(self._connection, [(own, part.kind, part.body) for own, _, part in numbered])
        for _, part in added:
            self._note("part.added", id_, part, new=part.body)

    def _next(self, number: int) -> int:
        ((last,),) = _LAST_PART.rows(self._connection, {"dossier": number})
        return number * MOST_PARTS if last is None else int(last) + 1

    def _note(self, action: str, id_: DossierId, part: Part, **content: str) -> None:
        about = about_part(id_, part.kind, part.key)
        marks = {name: mark_of(about, body, self._key) for name, body in content.items()}
        kept = {"old": content["was"]} if "was" in content else {}
        self._journal.note_kept(action, about, json.dumps(marks, separators=(",", ":")), **kept)


def read_dossier(connection: Connection, number: int) -> Dossier:
    """Put a dossier together from its parts; raises DamagedStore when they make no dossier."""
    try:
        return join(one.part for one in _parts(connection, number))
    except (FaultyFile, ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedStore(DATABASE) from error


def _parts(connection: Connection, number: int) -> Sequence[Kept]:
    """Give the parts of a dossier, those of a kind in their order."""
    rows: list[KeptRow] = _PARTS.rows(connection, {"dossier": number})
    return [Kept(own, place, Part(kind, key, body)) for own, place, kind, key, body in rows]


def _columns(summary: Summary) -> dict[str, Any]:
    return {
        "reference": summary.reference, "title": summary.title, "subject": summary.subject,
        "permit_types": list(summary.permit_types), "place": summary.place, "received_on": summary.received_on,
        "decide_before": summary.decide_before, "step": summary.step, "deadlines": _packed(summary.deadlines),
    }  # fmt: skip


def _row(row: Sequence[Any]) -> DossierRow:
    id_, reference, title, subject, permit_types, place, received_on, decide_before, step, deadlines, changed_at = row
    summary = Summary(
        reference, title, subject, _permit_types(permit_types), place, _day(received_on), _day(decide_before), step,
        _unpacked(deadlines),
    )  # fmt: skip
    return DossierRow(DossierId(id_), summary, tables.read_instant(changed_at))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


# A list is shown again and again, and most of it stays as it was.
@lru_cache(1 << 10)
def _permit_types(packed: str) -> tuple[str, ...]:
    return tuple(json.loads(packed))


def _packed(deadlines: tuple[Deadline, ...] | None) -> list[list[str]] | None:
    """Write deadlines as lists of texts; from when and until when they stand only where that is not always."""
    return None if deadlines is None else [_deadline_texts(one) for one in deadlines]


def _deadline_texts(one: Deadline) -> list[str]:
    days = [one.plan_on, one.last]
    if (one.since, one.until) != (date.min, date.max):
        days += [one.since, one.until]
    return [one.kind.value, one.id, *map(str, days)]


@lru_cache(1 << 14)
def _unpacked(packed: str | None) -> tuple[Deadline, ...] | None:
    if packed is None:
        return None
    return tuple(
        Deadline(DeadlineKind(kind), id_, *map(date.fromisoformat, days)) for kind, id_, *days in json.loads(packed)
    )
