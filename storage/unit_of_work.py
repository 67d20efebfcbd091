# SPDX-License-Identifier: EUPL-1.2
"""One transaction on the store: all of it is kept on `commit`, or nothing. Only this file commits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from storage.attachments.files import EncryptedFiles
from storage.attachments.rows import SqlAttachments
from storage.drafts import SqlDrafts
from storage.journal import SqlJournal
from storage.shelf import SqlShelf


class SqlUnitOfWork:
    """A unit of work; may be entered again after it was left."""

    dossiers: SqlShelf
    drafts: SqlDrafts
    journal: SqlJournal
    attachments: SqlAttachments

    def __init__(
        self,
        engine: Engine,
        key: bytearray,
        actor: str,
        now: Callable[[], datetime],
        passed: Callable[[int, bytes], None],
        files: EncryptedFiles,
    ) -> None:
        """`passed` is told number and MAC of the last line of the journal, once that is durable."""
        self._engine = engine
        self._key = key
        self._actor = actor
        self._now = now
        self._passed = passed
        self._files = files
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Begin; waits at most five seconds for another unit of work; raises Hindrance."""
        if self._connection is not None:
            raise RuntimeError("this unit of work has begun already")
        connection = self._engine.connect()
        self.journal = SqlJournal(connection, self._key, self._actor, self._now)
        self.attachments = SqlAttachments(connection, self.journal, self._key, self._now, self._files)
        self.dossiers = SqlShelf(connection, self.journal, self._key, self._now)
        self.drafts = SqlDrafts(connection, self._now)
        self._connection = connection
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()

    def commit(self) -> None:
        """Make it durable, the journal in the same transaction; raises Hindrance, and then nothing was kept."""
        if self._connection is None:
            raise RuntimeError("this unit of work has not begun")
        self.journal.write()
        self._connection.commit()
        if self.journal.end:
            self._passed(*self.journal.end)
        self._files.settle(self.attachments.settled, (*self.attachments.loose, *self.dossiers.loose))
