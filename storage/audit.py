# SPDX-License-Identifier: EUPL-1.2
"""Holding a store against itself: pages, references, the chain of the journal, and the parts against their journal.

Whoever has the database key can put anything in it; so nothing here trusts the shape of what it reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Text, or_, select, type_coerce

from assessment.errors import Fault
from assessment.journal_end import JournalEnd
from storage import tables
from storage.chain import BEFORE_THE_FIRST, about_part, mac_of_texts, mark_of
from storage.journal import HEAD, dossier_in, is_within

_AT_ONCE: Final = 1000

KEPT: Final = {"old": "was", "words": "words"}
"""What is kept beside a line, and what its mark in the line is called; an older program called it `old` and kept none
of it."""

_CHECKS: Final = {
    "cipher_integrity_check": "de versleuteling van een bladzijde",
    "integrity_check": "een tabel of index",
    "foreign_key_check": "een verwijzing",
}


def faults_of_file(connection: Connection, with_ciphers: bool = True) -> tuple[Fault, ...]:
    """Check every page, then every index, then every reference; stops at the first kind of damage.

    Without the ciphers only the pages that are in use are checked, by reading them.
    """
    for check, where in list(_CHECKS.items())[0 if with_ciphers else 1 :]:
        rows = connection.exec_driver_sql(f"PRAGMA {check}").fetchall()
        if rows and rows[0][0] != "ok":
            return (Fault("database", f"{where} is beschadigd ({len(rows)} keer)"),)
    return ()


def faults_of_journal(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Walk the chain from the first line to the head."""
    line, head = tables.journal.c, tables.journal_head.c
    fields = (line.seq, type_coerce(line.at, Text), line.actor, line.action, line.about, line.detail)
    seq, mac = 0, BEFORE_THE_FIRST
    lines = select(*fields, line.mac).order_by(line.seq)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(lines):
        expected = mac_of_texts(map(str, row[:-1]), mac, key)
        if row[0] != seq + 1:
            yield Fault(f"journaal {seq + 1}", f"tussen regel {seq} en regel {row[0]} ontbreekt iets")
        elif expected != row[-1]:
            yield Fault(f"journaal {row[0]}", "deze regel is buiten het programma om gewijzigd")
        seq, mac = row[0], row[-1] if isinstance(row[-1], bytes) else expected
    if connection.execute(select(head.seq, head.mac).where(head.id == HEAD)).all() != [(seq, mac)]:
        yield Fault(f"journaal {seq}", "het einde van het journaal ontbreekt")


def faults_of_parts(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Hold each part against the last line about it, dossier by dossier."""
    dossier = tables.dossier.c
    for number, id_ in connection.execute(select(dossier.number, dossier.id).order_by(dossier.number)).all():
        marks = _marks(connection, id_)
        part = tables.part.c
        rows = select(part.kind, part.key, part.body).where(part.dossier == number)
        for kind, name, body in connection.execution_options(yield_per=_AT_ONCE).execute(rows):
            about = about_part(id_, kind, name)
            if marks.pop(about, "") != mark_of(about, str(body), key):
                yield Fault(about, "dit onderdeel is buiten het programma om gewijzigd")
        for about in sorted(marks):
            yield Fault(about, "dit onderdeel is buiten het programma om verwijderd")


def faults_of_words(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Hold what is kept beside the journal against the marks in its lines; of a dossier that is gone nothing is."""
    line, beside = tables.journal.c, tables.journal_words.c
    both = tables.journal.outerjoin(tables.journal_words, line.seq == beside.seq)
    wanted = select(line.seq, line.about, line.detail, beside.old, beside.words).select_from(both)
    there = set(connection.scalars(select(tables.dossier.c.id)))
    is_marked = or_(*(line.detail.contains(f'"{name}":', autoescape=True) for name in KEPT.values()))
    lines = wanted.where(or_(beside.seq.is_not(None), is_marked)).order_by(line.seq)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(lines):
        is_of_one = dossier_in(row.about) in there
        if is_of_one and not all(_fits(row, kept, mark, key) for kept, mark in KEPT.items()):
            yield Fault(f"journaal {row.seq}", "de woorden bij deze regel zijn buiten het programma om gewijzigd")


def _fits(row: Any, kept: str, name: str, key: bytearray) -> bool:
    """Whether a text is there when its line bears the mark of it, and is what was marked."""
    text, mark = getattr(row, kept), _mark(row.detail, name)
    return not mark if text is None else mark == mark_of(row.about, str(text), key)


def faults_of_end(end: JournalEnd) -> tuple[Fault, ...]:
    """Tell what the anchor says against where the journal ends."""
    return () if end.is_whole else (Fault("anker", end.what),)


def _marks(connection: Connection, id_: str) -> dict[str, str]:
    """Give the mark that each part of a dossier should bear, by what the journal says of it."""
    line = tables.journal.c
    wanted = select(line.action, line.about, line.detail).where(is_within(id_)).order_by(line.seq)
    marks: dict[str, str] = {}
    for action, about, detail in connection.execution_options(yield_per=_AT_ONCE).execute(wanted):
        if action in ("part.added", "part.changed"):
            marks[about] = _mark(detail, "new")
        elif action == "part.removed":
            marks.pop(about, None)
    return marks


def _mark(detail: str, name: str) -> str:
    """Give a mark in a line; an empty one, which nothing bears, when there is none to be read."""
    try:
        return str(json.loads(detail)[name])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
