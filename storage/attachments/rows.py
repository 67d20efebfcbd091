# SPDX-License-Identifier: EUPL-1.2
"""The rows of attachments within one unit of work; each change has its line in the journal, without the name of a file.

Equal content is one file with one key, also across dossiers: the row that has it lends both to the next.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy import Row as SqlRow

from assessment.attachment import Attachment, AttachmentId, FileKind, TakenIn
from assessment.errors import Fault
from storage import tables
from storage.attachments.check import is_in_place
from storage.attachments.row import FILE_COLUMNS, row_of, total_of
from storage.chain import about_part, mark_of
from storage.dossier_number import number_of
from storage.journal import SqlJournal, dossier_in

if TYPE_CHECKING:
    from storage.attachments.files import EncryptedFiles

KIND: Final = "attachment"
ADDED: Final = "attachment.added"
REMOVED: Final = "attachment.removed"

_TOLD: Final = ("id", "owner", "name", "kind", "size", "added_at", "added_by")
_CHANGED: Final = "deze bijlage is buiten het programma om toegevoegd of gewijzigd"
_GONE: Final = "deze bijlage is buiten het programma om verwijderd"


class SqlAttachments:
    """The attachments of an open store."""

    def __init__(
        self,
        connection: Connection,
        journal: SqlJournal,
        key: bytearray,
        now: Callable[[], datetime],
        files: EncryptedFiles,
    ) -> None:
        self._connection = connection
        self._journal = journal
        self._key = key
        self._now = now
        self._files = files
        self.settled: list[str] = []
        """Files that need not be in hand any more once it was committed."""
        self.loose: list[str] = []
        """Files that no row names once it was committed."""

    def add(self, dossier: str, owner: str, taken: TakenIn) -> Attachment:
        """Name what was taken in; raises KeyError for a dossier that is not there, or a file that is not in hand."""
        number = number_of(self._connection, dossier)
        file, key = self._file_of(taken)
        made = Attachment(
            AttachmentId(str(uuid.uuid4())), owner, taken.name, taken.kind, taken.size, self._now(), self._journal.actor
        )
        values = {name: getattr(made, name) for name in _TOLD} | {
            "kind": taken.kind.value, "dossier": number, "digest": taken.digest, "file": file, "key": bytes(key),
        }  # fmt: skip
        self._connection.execute(insert(tables.attachment).values(values))
        about = about_part(dossier, KIND, made.id)
        body = _body(owner, taken.name, taken.kind.value, taken.size, taken.digest)
        self._journal.note(ADDED, about, json.dumps({"new": mark_of(about, body, self._key)}, separators=(",", ":")))
        return made

    def of(self, dossier: str) -> tuple[Attachment, ...]:
        """Give those of a dossier, the oldest first."""
        table = tables.attachment
        wanted = select(*(table.c[name] for name in _TOLD)).join(tables.dossier).where(tables.dossier.c.id == dossier)
        return tuple(map(_attachment, self._connection.execute(wanted.order_by(table.c.added_at, table.c.id))))

    def get(self, id_: AttachmentId) -> Attachment:
        """Give one; raises KeyError."""
        table = tables.attachment
        found = self._connection.execute(select(*(table.c[name] for name in _TOLD)).where(table.c.id == id_)).first()
        if found is None:
            raise KeyError(id_)
        return _attachment(found)

    def remove(self, id_: AttachmentId) -> None:
        """Take a row away, and its file when no other row names it; raises KeyError."""
        table = tables.attachment
        wanted = select(tables.dossier.c.id, table.c.file).join(tables.dossier).where(table.c.id == id_)
        found = self._connection.execute(wanted).first()
        if found is None:
            raise KeyError(id_)
        self._connection.execute(delete(table).where(table.c.id == id_))
        self._journal.note(REMOVED, about_part(found.id, KIND, id_))
        self.loose += _loose(self._connection, [found.file])

    def total(self) -> int:
        """Give the bytes of all attachments of the store; equal content counts once."""
        return total_of(self._connection)

    def _file_of(self, taken: TakenIn) -> tuple[str, bytearray]:
        """Give file and key: of a row with the same content whose file is whole, else those that are in hand."""
        key = self._files.in_hand.key(taken.file)
        self.settled.append(taken.file)
        same = row_of(self._connection, select(*FILE_COLUMNS).where(tables.attachment.c.digest == taken.digest))
        if same is None or not is_in_place(self._files.folder, same):
            return taken.file, key
        self.loose.append(taken.file)
        return same.file, same.key


def remove_of(connection: Connection, journal: SqlJournal, dossier: str, number: int) -> list[str]:
    """Take the attachments of a dossier away, journalled, and give the files that no row names any more."""
    attachment = tables.attachment.c
    rows = connection.execute(select(attachment.id, attachment.file).where(attachment.dossier == number)).all()
    connection.execute(delete(tables.attachment).where(attachment.dossier == number))
    for one in rows:
        journal.note(REMOVED, about_part(dossier, KIND, one.id))
    return _loose(connection, [one.file for one in rows])


def faults_of_rows(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Hold each row against its line in the journal, and each line that adds one against the rows."""
    marks = _marks(connection)
    table = tables.attachment.c
    wanted = select(tables.dossier.c.id.label("of"), table.id, table.owner, table.name, table.kind, table.size,
                    table.digest).select_from(tables.attachment.join(tables.dossier))  # fmt: skip
    for one in connection.execute(wanted).all():
        about = about_part(one.of, KIND, one.id)
        body = _body(one.owner, one.name, one.kind, one.size, one.digest)
        if marks.pop(about, "") != mark_of(about, body, key):
            yield Fault(f"bijlage {one.id}", _CHANGED)
    there = set(connection.scalars(select(tables.dossier.c.id)))  # those of a dossier that was destroyed went with it
    for about in sorted(one for one in marks if dossier_in(one) in there):
        yield Fault(f"bijlage {about.rpartition('/')[2]}", _GONE)


def _marks(connection: Connection) -> dict[str, str]:
    line = tables.journal.c
    wanted = select(line.action, line.about, line.detail).where(line.action.in_((ADDED, REMOVED))).order_by(line.seq)
    marks: dict[str, str] = {}
    for action, about, detail in connection.execute(wanted):
        if action == REMOVED:
            marks.pop(about, None)
            continue
        try:
            marks[about] = str(json.loads(detail)["new"])
        except (ValueError, LookupError, TypeError, RecursionError):
            marks[about] = ""
    return marks


def _loose(connection: Connection, files: list[str]) -> list[str]:
    attachment = tables.attachment.c
    named = [
        file for file in set(files) if connection.scalar(select(attachment.id).where(attachment.file == file).limit(1))
    ]
    return sorted(set(files) - set(named))


def _body(owner: str, name: str, kind: str, size: int, digest: bytes) -> str:
    return json.dumps([owner, name, kind, size, digest.hex()])


def _attachment(row: SqlRow[Any]) -> Attachment:
    return Attachment(
        AttachmentId(row.id), row.owner, row.name, FileKind(row.kind), row.size, row.added_at, row.added_by
    )
