# SPDX-License-Identifier: EUPL-1.2
"""Holding the attachments against their rows: is each file there, is it its size, and on request, is it what it was."""

from __future__ import annotations

import hashlib
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


class ReadFiles:
    """Reads encrypted files whole, each once: a store and its backups have most of them in common."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, int, bytes], str] = {}

    def fault(self, folder: Path, row: Row) -> str:
        """Say what is wrong with the file of a row; nothing when it is what it was."""
        try:
            at = path_of(folder, row.file).stat()
        except (DamagedStore, OSError, TypeError):
            return _GONE
        told = hashlib.sha256(bytes(row.key) + row.digest).digest()
        own = (at.st_dev, at.st_ino, row.size, told)
        if not at.st_ino:  # a disk without such numbers
            return _fault(folder, row, whole=True)
        if own not in self._found:
            self._found[own] = _fault(folder, row, whole=True)
        return self._found[own]


def has_attachments(connection: Connection) -> bool:
    """Whether the store is of a version that has them."""
    return inspect(connection).has_table(tables.attachment.name)


def faults_of_files(connection: Connection, folder: Path, read: ReadFiles | None = None) -> Iterator[Fault]:
    """Check presence and size of each file; with `read` all of it too, which takes as long as it is large."""
    attachment = tables.attachment.c
    for one in connection.execute(select(attachment.id, *FILE_COLUMNS).order_by(attachment.id)).all():
        row = Row(one.name, one.size, one.digest, one.file, bytearray(one.key))
        if what := read.fault(folder, row) if read else _fault(folder, row, whole=False):
            yield fault_of(one.id, what)


def fault_of(id_: object, what: str) -> Fault:
    """Tell what is wrong with an attachment, by its id: the name of a file may be that of a person."""
    return Fault(f"bijlage {id_}", what)


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
