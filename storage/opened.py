# SPDX-License-Identifier: EUPL-1.2
"""A store that is open: the engine and the keys, and nothing else. Loaded only when a store is opened or made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Final, Self

from sqlalchemy import Connection

from assessment.backup import Backup, is_due, last_good
from assessment.errors import DamagedStore, Fault, Hindrance, Revoked
from assessment.journal_end import EndKind, JournalEnd
from assessment.users import LONGEST_NAME, Role, User
from storage import anchor, names, setting, user_lines, users
from storage.anchor import AnchorFile, journal_end, keys_of_anchor
from storage.attachments.files import EncryptedFiles
from storage.backup_folder import listed
from storage.backup_making import BACKED_UP, BackupKeys, has_changed_since, make_backup, rotate, throw_away_these
from storage.connecting import change_key, close, empty_log, make_engine
from storage.destroying import StoreDestruction
from storage.interruptible import Dropped, Interruptible
from storage.journal import begin_chain
from storage.keys.derive import Use, key_for
from storage.keys.secret import wipe, wiped
from storage.probe import look, refuse_other
from storage.splitting import Written
from storage.store_files import StoreFiles
from storage.unit_of_work import Lasting, SqlUnitOfWork
from storage.upgrade import bring_up_to_date, upgrade
from storage.user_lines import UserLines
from storage.users import Roll
from storage.versions import REVISIONS
from storage.whole import faults_of_store

Clock = Callable[[], datetime]

STORE: Final = "store"
JOURNAL: Final = "journal"
"""What a line of the journal is about when it is about no dossier."""
REKEYED: Final = "store.rekeyed"


class OpenStore:
    """The database of a store, unlocked; `close` overwrites its keys."""

    def __init__(self, files: StoreFiles, store_key: bytearray, vault: bytes, now: Clock) -> None:
        self._files = files
        self._now = now
        self._database_key = key_for(Use.DATABASE, store_key, vault)
        self._journal_key = key_for(Use.JOURNAL, store_key, vault)
        self._anchor_key = key_for(Use.ANCHOR, store_key, vault)
        self._backup_keys = BackupKeys(self._database_key, key_for(Use.DOSSIER_KEYS, store_key, vault))
        self._anchor = AnchorFile(files.anchor, self._anchor_key)
        self._engine = make_engine(files.database, self._database_key)
        self.end = JournalEnd(EndKind.NOT_SET)
        self._copying = Interruptible()
        self._written = Written()
        self.attachments = EncryptedFiles(files.attachments, self._engine)
        self.me: User | None = None
        self._user_lines: UserLines | None = None
        self.strayed, self.bears_out_roles = "", True
        """Whose role does not follow from the journal, in Dutch; empty when all do."""
        self.unfinished = ""
        """Why a destruction that was begun could not be finished on opening, in Dutch; empty when nothing is left."""
        self.destruction = StoreDestruction(
            self._engine, files, self._backup_keys, self.work, now, self._copying
        )  # fmt: skip

    @classmethod
    def make(cls, files: StoreFiles, store_key: bytearray, vault: bytes, now: Clock) -> Self:
        """Make the tables in an empty database."""
        store = cls(files, store_key, vault, now)
        upgrade(store._engine)
        with store._engine.begin() as connection:
            begin_chain(connection)
            setting.write(connection, setting.ANCHORED, "yes")
            names.rebuild(connection)
        store._anchor.free()
        return store

    @classmethod
    def open_(cls, files: StoreFiles, keys: Sequence[bytearray], vault: bytes, now: Clock) -> Self:
        """Open it, after a look that changes nothing; an older one is copied and migrated first.

        Of the keys the last opens it; the one before it counts where re-keying was broken off: the anchor may be its.
        """
        store = cls(files, keys[-1], vault, now)
        try:
            key = store._database_key
            version = look(files, key)
            if len(keys) > 1:
                empty_log(store._engine)
            bring_up_to_date(store._engine, files, version, key, now())
            with store._engine.connect() as connection:
                refuse_other(connection.connection.dbapi_connection, len(REVISIONS))
                has_names = names.is_built(connection)
                setting.take_journal_key(connection, store._journal_key)
                with keys_of_anchor(keys[:-1], vault) as earlier:
                    store.end = journal_end(connection, files.anchor, *earlier, store._anchor_key)
            if not has_names:
                names.build(store._engine)
        except BaseException:
            store.forget()
            raise
        return store

    @property
    def user(self) -> str:
        """The name of who has it open, or an empty text."""
        return self.me.name if self.me else ""

    def enter(self, id_: str) -> None:
        """Let somebody in by the id of the slot; the first is the administrator. Raises Revoked."""
        with self._engine.begin() as connection:
            found = self._roll(connection)
            if found == Roll():
                name = setting.read(connection, setting.USER)
                users.add(connection, User(id_, name[:LONGEST_NAME], Role.ADMINISTRATOR, self._now()))
                found = self._roll(connection)
        self.strayed, self.bears_out_roles = found.told(), found.are_found
        self.me = found.of(id_)
        if self.me is None:
            raise Revoked

    def users(self) -> tuple[User, ...]:
        """List who may open it."""
        with self._engine.connect() as connection:
            return self._roll(connection).users

    def _roll(self, connection: Connection) -> Roll:
        """Read who may open it; the lines about them are counted once, before any is added."""
        if self._user_lines is None:
            self._user_lines = user_lines.count(connection)
        return users.roll(connection, self._journal_key, are_found=self._user_lines.are_found)

    def change_users(self, change: Callable[[Connection], object], action: str, about: str) -> None:
        """Change who may open it, journalled in the same transaction; `about` is the id of the user."""
        with self.work() as work:
            work.change(change)
            work.change(lambda one: work.journal.note(action, *users.line_of(one, about, self._journal_key)))
            work.commit()
        with self._engine.connect() as connection:
            self.me = self._roll(connection).of(self.me.id) if self.me else None

    def sign(self, user: User) -> None:
        """Write down whose store it is."""
        with self._engine.begin() as connection:
            setting.write(connection, setting.USER, user.name)
            users.add(connection, user)
        self.me = user

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
        lasting = Lasting(self._anchor.passed, self._written, self.attachments)
        return SqlUnitOfWork(self._engine, self._journal_key, self.user, self._now, lasting)

    def note(self, action: str, about: str = STORE, detail: str = "") -> None:
        """Add one line about the store itself to the journal."""
        with self.work() as work:
            work.journal.note(action, about, detail)
            work.commit()

    def note_opened(self) -> None:
        """Journal that it was opened and what its anchor told, and set the anchor where nothing speaks against that."""
        self.note(user_lines.OPENED, detail=self._user_lines.detail if self._user_lines else "")
        if self.strayed:
            self.note("store.users-strayed")
        if self.end.kind in (EndKind.SHORTER, EndKind.OTHER):
            # The anchor stays as it is: it is what tells, also the next time.
            self.note(f"journal.{self.end.kind}", JOURNAL, f"anker {self.end.line}")
        elif self.end.kind is EndKind.HOLDS:
            self._let_anchor_follow()
        else:
            self._begin_anchor(anchor.MADE, self.end.kind.value)

    def finish_destruction(self) -> str:
        """Do what is left of a destruction that was begun; gives a Dutch sentence when that cannot be done now."""
        try:
            self.destruction.finish()
        except Hindrance as error:
            return f"Een vernietiging is nog niet af: het dossier staat nog in een reservekopie. {error.sentence}"
        return ""

    def renew_anchor(self, why: str) -> None:
        """Set the anchor anew, journalled: from now on the journal may end where it ends now; raises OSError."""
        self._begin_anchor(anchor.RENEWED, why)
        self.end = JournalEnd(EndKind.HOLDS)

    def faults(self) -> tuple[Fault, ...]:
        """Check the whole store; may take seconds."""
        try:
            with self._engine.connect() as connection:
                return faults_of_store(connection, self._files, self._journal_key, self._anchor_key)
        except DamagedStore as damage:  # so damaged that not even its tables can be listed
            return (Fault(damage.part, "dit is niet te lezen"),)

    def _begin_anchor(self, action: str, detail: str) -> None:
        self.note(action, JOURNAL, detail)
        self._let_anchor_follow()

    def _let_anchor_follow(self) -> None:
        self._anchor.free()
        self._anchor.set_()
        # Only now: a store that was killed in between would tell that an anchor is gone that never was.
        with self._engine.begin() as connection:
            if not setting.read(connection, setting.ANCHORED):
                setting.write(connection, setting.ANCHORED, "yes")

    def is_backup_due(self) -> bool:
        """Whether a backup is to be made now."""
        last = last_good(listed(self._files))
        try:
            with self._copying.running(), self._engine.connect() as connection:
                old = setting.read(connection, setting.OLD_BACKUPS).split("\n")
                if any(one.id in old for one in listed(self._files)):
                    return True
                seq = last.contents.journal if last and last.contents else 0
                return is_due(last, self._now(), has_changed=has_changed_since(connection, seq))
        except Dropped:
            return False

    def count_backups(self) -> int:
        """Count what can be put back."""
        return len(listed(self._files))

    def back_up(self) -> Backup | None:
        """Make a backup, note it, and take away what has had its time; None when the store was closed meanwhile."""
        try:
            with self._copying.running(), self.attachments.sweeper.holding():
                made = make_backup(self._engine, self._files, self._backup_keys, self._now, self._copying)
                self.note(BACKED_UP)
                self._take_old_away()
                rotate(self._files)
        except Dropped:
            return None
        self.attachments.sweep()
        return made

    def _take_old_away(self) -> None:
        """After a re-keying: a backup of the key before it opens for whoever still knows that key."""
        with self._engine.begin() as connection:
            names = setting.read(connection, setting.OLD_BACKUPS).split("\n")
            if names != [""] and throw_away_these(self._files, names):
                setting.write(connection, setting.OLD_BACKUPS, "")

    def rekey(self, store_key: bytearray, vault: bytes) -> None:
        """Encipher the whole database with the keys of another store key; the chain of the journal goes on."""
        with self._engine.begin() as connection:
            setting.write(connection, setting.JOURNAL_KEY, self._journal_key.hex())
        with wiped(key_for(Use.DATABASE, store_key, vault)) as database:
            change_key(self._engine, self._files.database, self._database_key, database)
            self._database_key[:] = database
        for use, key in ((Use.ANCHOR, self._anchor_key), (Use.DOSSIER_KEYS, self._backup_keys.block)):
            with wiped(key_for(use, store_key, vault)) as other:
                key[:] = other
        self.note_rekeyed()
        self._anchor.set_()

    def note_rekeyed(self, detail: str = "") -> None:
        """Journal it, and keep which backups are of the key before: all that there are."""
        with self._engine.begin() as connection:
            setting.write(connection, setting.OLD_BACKUPS, "\n".join(one.id for one in listed(self._files)))
        self.note(REKEYED, detail=detail)

    def without_copies(self) -> AbstractContextManager[None]:
        """Keep backups waiting, after the one that is being made."""
        return self._copying.running()

    def close(self, is_fresh: bool = False) -> None:
        """Write everything into the database file and close it; a backup that is being made is dropped."""
        self._copying.stop()
        self.attachments.stop()
        try:
            close(self._engine, is_fresh)
            self._anchor.set_()
        finally:
            self.forget()

    def forget(self) -> None:
        """Let go of the engine and overwrite the keys."""
        self._engine.dispose()
        self._written.forget()
        wipe(self._database_key, self._journal_key, self._anchor_key, self._backup_keys.block)
        self.me = None
