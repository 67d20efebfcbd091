# SPDX-License-Identifier: EUPL-1.2
"""Holding the attachments against their rows: is each file there, is it its size, and on request, is it what it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, select

from assessment.errors import DamagedStore, Fault
from storage import tables
from storage.attachments.place import path_of, there
from storage.attachments.reading import pieces
from storage.attachments.row import FILE_COLUMNS, Row, named_files

_GONE: Final = "het versleutelde bestand ontbreekt"
_SIZE: Final = "het versleutelde bestand is langer of korter dan het was"
_CONTENT: Final = "de inhoud is niet meer wat zij was"


def has_attachments(connection: Connection) -> bool:
    """Whether the store is of a version that has them."""
    return inspect(connection).has_table(tables.attachment.name)


def faults_of_files(connection: Connection, folder: Path, *, whole: bool = False) -> Iterator[Fault]:
    """Check presence and size of each file; `whole` reads all of it too, which takes as long as it is large."""
    attachment = tables.attachment.c
    found: dict[str, str] = {}
    for one in connection.execute(select(attachment.id, *FILE_COLUMNS).order_by(attachment.id)).all():
        if one.file not in found:
            row = Row(one.name, one.size, one.digest, one.file, bytearray(one.key))
            found[one.file] = _fault(folder, row, whole=whole)
        if found[one.file]:
            yield Fault(f"bijlage {one.id}", found[one.file])


def orphans(connection: Connection, folder: Path) -> int:
    """Count the files that no row names; they are taken away after the store is opened."""
    named = named_files(connection)
    return sum(1 for name, _ in there(folder) if name not in named)


def is_in_place(folder: Path, row: Row) -> bool:
    """Whether the file of a row is there in its size."""
    return not _fault(folder, row, whole=False)


def _fault(folder: Path, row: Row, *, whole: bool) -> str:
    try:
        path = path_of(folder, row.file)
        size = path.stat().st_size
    except (DamagedStore, OSError, TypeError):
        return _GONE
    if size != row.size_on_disk:
        return _SIZE
    try:
        for _ in pieces(path, row) if whole else ():
            pass
    except (DamagedStore, OSError, ValueError):
        return _CONTENT
    return ""
