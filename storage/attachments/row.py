# SPDX-License-Identifier: EUPL-1.2
"""What a row of an attachment holds that never leaves the storage: its file and its key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from storage import tables
from storage.attachments.format import Header

FILE_COLUMNS: Final = tuple(tables.attachment.c[name] for name in ("name", "size", "digest", "file", "key"))


@dataclass(frozen=True, slots=True)
class Row:
    """The file that a row names."""

    name: str
    size: int
    digest: bytes
    file: str
    key: bytearray = field(repr=False)

    @property
    def size_on_disk(self) -> int:
        """Bytes that the encrypted file must have."""
        return Header.new().size_of(self.size)


def row_of(connection: Connection, wanted: Select[Any]) -> Row | None:
    """Give the first row that is asked for."""
    found = connection.execute(wanted).first()
    return Row(found.name, found.size, found.digest, found.file, bytearray(found.key)) if found else None


def find_row(connection: Connection, id_: str) -> Row:
    """Give the file of an attachment; raises KeyError."""
    found = row_of(connection, select(*FILE_COLUMNS).where(tables.attachment.c.id == id_))
    if found is None:
        raise KeyError(id_)
    return found


def named_files(connection: Connection) -> frozenset[str]:
    """Give the names of all files that a row names."""
    return frozenset(connection.scalars(select(tables.attachment.c.file)))


def total_of(connection: Connection) -> int:
    """Give the bytes in clear of all attachments; equal content counts once."""
    files = select(tables.attachment.c.file, tables.attachment.c.size).distinct().subquery()
    return int(connection.scalar(select(func.sum(files.c.size))) or 0)
