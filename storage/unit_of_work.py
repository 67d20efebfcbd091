# SPDX-License-Identifier: EUPL-1.2
"""One transaction on the store: all of it is kept on `commit`, or nothing. Only this file commits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from storage.attachments.files import EncryptedFiles
from storage.attachments.rows import SqlAttachments
from storage.bookmarks import SqlBookmarks
from storage.destroyed import SqlDestroyed
from storage.drafts import SqlDrafts
from storage.journal import SqlJournal
from storage.retention import SqlRetention
from storage.shelf import SqlShelf
from storage.splitting import Written


@dataclass(frozen=True, slots=True)
class Lasting:
    """What outlives a unit of work.

    `passed` is told number and MAC of the last line of the journal, once that is durable; `written` knows how dossiers
    were written the last time; `files` holds the attachments.
    """

    passed: Callable[[int, bytes], None]
    written: Written
    files: EncryptedFiles


class SqlUnitOfWork:
    """A unit of work; may be entered again after it was left."""

    dossiers: SqlShelf
    drafts: SqlDrafts
    bookmarks: SqlBookmarks
    journal: SqlJournal
    retention: SqlRetention
    destroyed: SqlDestroyed
    attachments: SqlAttachments

    def __init__(
        self, engine: Engine, key: bytearray, actor: str, now: Callable[[], datetime], lasting: Lasting
    ) -> None:
        self._engine = engine
        self._key = key
        self._actor = actor
        self._now = now
        self._lasting = lasting
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Begin; waits at most five seconds for another unit of work; raises Hindrance."""
        if self._connection is not None:
            raise RuntimeError("this unit of work has begun already")
        connection = self._engine.connect()
        self.journal = SqlJournal(connection, self._key, self._actor, self._now)
        self.attachments = SqlAttachments(connection, self.journal, self._key, self._now, self._lasting.files)
        self.dossiers = SqlShelf(connection, self.journal, self._key, self._now, self._lasting.written)
        self.drafts = SqlDrafts(connection, self._now)
        self.bookmarks = SqlBookmarks(connection, self._actor)
        self.retention = SqlRetention(connection, self.journal, self._key, self._now)
        self.destroyed = SqlDestroyed(connection, self.journal, self._key)
        self._connection = connection
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()

    def change(self, change: Callable[[Connection], object]) -> None:
        """Change something else of the store within this transaction; only the storage does this."""
        if self._connection is None:
            raise RuntimeError("this unit of work has not begun")
        change(self._connection)

    def commit(self) -> None:
        """Make it durable, the journal in the same transaction; raises Hindrance, and then nothing was kept."""
        if self._connection is None:
            raise RuntimeError("this unit of work has not begun")
        self.journal.write()
        self._connection.commit()
        if self.journal.end:
            self._lasting.passed(*self.journal.end)
        self._lasting.files.settle(self.attachments.settled, (*self.attachments.loose, *self.destroyed.loose))
