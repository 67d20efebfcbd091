# SPDX-License-Identifier: EUPL-1.2
"""Holding a store against itself: pages, references, the chain of the journal, and the parts against their journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, select

from assessment.errors import Fault
from assessment.journal_end import JournalEnd
from assessment.ports import JournalEntry
from storage import tables
from storage.chain import BEFORE_THE_FIRST, mac_of, mark_of
from storage.journal import about_part, entry_of, head_of

_AT_ONCE: Final = 1000

_CHECKS: Final = {
    "cipher_integrity_check": "de versleuteling van een bladzijde",
    "integrity_check": "een tabel of index",
    "foreign_key_check": "een verwijzing",
}


def faults_of_file(connection: Connection) -> tuple[Fault, ...]:
    """Check every page, then every index, then every reference; stops at the first kind of damage."""
    for check, where in _CHECKS.items():
        rows = connection.exec_driver_sql(f"PRAGMA {check}").fetchall()
        if rows and rows[0][0] != "ok":
            return (Fault("database", f"{where} is beschadigd ({len(rows)} keer)"),)
    return ()


def faults_of_journal(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Walk the chain from the first line to the head; then hold each part against its last line."""
    seq, mac = 0, BEFORE_THE_FIRST
    marks: dict[str, str] = {}
    lines = select(tables.journal).order_by(tables.journal.c.seq)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(lines):
        line = entry_of(row)
        if line.seq != seq + 1:
            yield Fault(f"journaal {seq + 1}", f"tussen regel {seq} en regel {line.seq} ontbreekt iets")
        elif mac_of(line, mac, key) != row.mac:
            yield Fault(f"journaal {line.seq}", "deze regel is buiten het programma om gewijzigd")
        seq, mac = line.seq, row.mac
        _remember(marks, line)
    if head_of(connection) != (seq, mac):
        yield Fault(f"journaal {seq}", "het einde van het journaal ontbreekt")
    yield from _faults_of_parts(connection, marks, key)


def faults_of_end(end: JournalEnd) -> tuple[Fault, ...]:
    """Tell what the anchor says against where the journal ends."""
    return () if end.is_whole else (Fault("anker", end.what),)


def _remember(marks: dict[str, str], line: JournalEntry) -> None:
    if line.action in ("part.added", "part.changed"):
        marks[line.about] = json.loads(line.detail)["new"]
    elif line.action == "part.removed":
        marks.pop(line.about, None)


def _faults_of_parts(connection: Connection, marks: dict[str, str], key: bytearray) -> Iterator[Fault]:
    part, dossier = tables.part.c, tables.dossier.c
    rows = select(dossier.id, part.kind, part.key, part.body).where(part.dossier == dossier.number)
    gone = set(marks)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(rows):
        about = about_part(row.id, row.kind, row.key)
        gone.discard(about)
        if marks.get(about) != mark_of(about, row.body, key):
            yield Fault(about, "dit onderdeel is buiten het programma om gewijzigd")
    there = set(connection.scalars(select(dossier.id)))
    for about in sorted(gone):
        if about.split("/", 1)[0] in there:
            yield Fault(about, "dit onderdeel is buiten het programma om verwijderd")
