# SPDX-License-Identifier: EUPL-1.2
"""A store that is open: the engine and the keys, and nothing else. Loaded only when a store is opened or made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Self

from assessment.backup import Backup, is_due, last_good
from assessment.errors import Fault
from storage import audit, setting
from storage.backup_folder import listed
from storage.backup_making import BACKED_UP, has_changed_since, make_backup, rotate
from storage.connecting import close, make_engine
from storage.interruptible import Dropped, Interruptible
from storage.journal import begin_chain
from storage.keys.derive import Use, key_for
from storage.keys.secret import wipe
from storage.probe import look
from storage.store_files import StoreFiles
from storage.unit_of_work import SqlUnitOfWork
from storage.upgrade import bring_up_to_date, upgrade

Clock = Callable[[], datetime]


class OpenStore:
    """The database of a store, unlocked; `close` overwrites its keys."""

    def __init__(self, files: StoreFiles, store_key: bytearray, vault: bytes, now: Clock) -> None:
        self._files = files
        self._now = now
        self._database_key = key_for(Use.DATABASE, store_key, vault)
        self._journal_key = key_for(Use.JOURNAL, store_key, vault)
        self._engine = make_engine(files.database, self._database_key)
        self._copying = Interruptible()
        self.user = ""

    @classmethod
    def make(cls, files: StoreFiles, store_key: bytearray, vault: bytes, now: Clock) -> Self:
        """Make the tables in an empty database."""
        store = cls(files, store_key, vault, now)
        upgrade(store._engine)
        with store._engine.begin() as connection:
            begin_chain(connection)
        return store

    @classmethod
    def open_(cls, files: StoreFiles, store_key: bytearray, vault: bytes, now: Clock) -> Self:
        """Open it, after a look that changes nothing; an older one is copied and migrated first."""
        store = cls(files, store_key, vault, now)
        try:
            key = store._database_key
            bring_up_to_date(store._engine, files, look(files, key), key, now())
            with store._engine.connect() as connection:
                store.user = setting.read(connection, setting.USER)
        except BaseException:
            store.forget()
            raise
        return store

    def sign(self, user: str) -> None:
        """Write down whose store it is."""
        with self._engine.begin() as connection:
            setting.write(connection, setting.USER, user)
        self.user = user

    def is_recovery_confirmed(self) -> bool:
        """Whether the present recovery key was written down."""
        with self._engine.connect() as connection:
            return bool(setting.read(connection, setting.RECOVERY_CONFIRMED))

    def confirm_recovery(self, confirmed: bool) -> None:
        """Keep whether it was."""
        with self._engine.begin() as connection:
            setting.write(connection, setting.RECOVERY_CONFIRMED, "yes" if confirmed else "")

    def work(self) -> SqlUnitOfWork:
        """Begin a unit of work."""
        return SqlUnitOfWork(self._engine, self._journal_key, self.user, self._now)

    def note(self, action: str) -> None:
        """Add one line about the store itself to the journal."""
        with self.work() as work:
            work.journal.note(action, "store")
            work.commit()

    def faults(self) -> tuple[Fault, ...]:
        """Check the whole store; may take seconds."""
        with self._engine.connect() as connection:
            return audit.faults_of_file(connection) or tuple(audit.faults_of_journal(connection, self._journal_key))

    def is_backup_due(self) -> bool:
        """Whether a backup is to be made now."""
        last = last_good(listed(self._files))
        try:
            with self._copying.running(), self._engine.connect() as connection:
                seq = last.contents.journal if last and last.contents else 0
                return is_due(last, self._now(), has_changed=has_changed_since(connection, seq))
        except Dropped:
            return False

    def back_up(self) -> Backup | None:
        """Make a backup, note it, and take away what has had its time; None when the store was closed meanwhile."""
        try:
            with self._copying.running():
                made = make_backup(self._engine, self._files, self._database_key, self._now, self._copying)
                self.note(BACKED_UP)
                rotate(self._files)
                return made
        except Dropped:
            return None

    def close(self, is_fresh: bool = False) -> None:
        """Write everything into the database file and close it; a backup that is being made is dropped."""
        self._copying.stop()
        try:
            close(self._engine, is_fresh)
        finally:
            self.forget()

    def forget(self) -> None:
        """Let go of the engine and overwrite the keys."""
        self._engine.dispose()
        wipe(self._database_key, self._journal_key)
        self.user = ""
