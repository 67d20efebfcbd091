# SPDX-License-Identifier: EUPL-1.2
"""What the assessment needs from outside, as Protocols; `main.py` hands in the real things."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from assessment.dossier_id import DossierId
from assessment.shelf import DossierRow, Shelf, Summary

if TYPE_CHECKING:  # the window is there before the dossier is read
    from assessment.attachment import AttachmentFiles, AttachmentRows
    from assessment.backup import Backup, Examined
    from assessment.bookmark import Bookmark
    from assessment.journal import JournalEntry, JournalQuery
    from assessment.keeping import Destruction, Retentions
    from assessment.people import People
    from assessment.telling.block import Document

__all__ = [
    "DossierId", "DossierRow", "Drafts", "Journal", "Shelf", "Summary", "UnitOfWork", "Vault",
    "VaultState", "WritePdf",
]  # fmt: skip


class VaultState(StrEnum):
    """Whether there is a store, and whether it is open."""

    MISSING = "missing"
    LOCKED = "locked"
    OPEN = "open"


class Drafts(Protocol):
    """Half-typed text that must survive a lock or a crash, kept encrypted in the store.

    Without a dossier it is of the dossier that has not begun.
    """

    def keep(self, dossier: DossierId | None, field: str, text: str) -> None:
        """Keep the text of one field."""
        ...

    def all(self, dossier: DossierId | None) -> dict[str, str]:
        """Give all drafts of a dossier."""
        ...

    def clear(self, dossier: DossierId | None, field: str) -> None:
        """Forget a draft, because its text was saved or thrown away."""
        ...


class Bookmarks(Protocol):
    """Where the user of this unit of work was when the store was locked; at most one."""

    def keep(self, bookmark: Bookmark) -> None:
        """Keep it; an earlier one gives way."""
        ...

    def find(self) -> Bookmark | None:
        """Give it, unless it is of another user."""
        ...

    def forget(self) -> None:
        """Let go of it."""
        ...


class Journal(Protocol):
    """The append-only record of who did what; exports and views are noted by the services."""

    def note(self, action: str, about: str, detail: str = "", words: str = "") -> None:
        """Add one line; actor and time come from the unit of work; `words` go when their dossier is destroyed."""
        ...

    def entries(self, about: str = "", limit: int = 200) -> tuple[JournalEntry, ...]:
        """Give the newest lines, all or about one thing."""
        ...

    def find(self, asked: JournalQuery, limit: int = 200) -> tuple[JournalEntry, ...]:
        """Give the newest lines that are asked for."""
        ...


class UnitOfWork(Protocol):
    """One transaction: all of it is kept on `commit`, or nothing."""

    @property
    def dossiers(self) -> Shelf:
        """The dossiers."""
        ...

    @property
    def drafts(self) -> Drafts:
        """The half-typed texts."""
        ...

    @property
    def bookmarks(self) -> Bookmarks:
        """Where one was."""
        ...

    @property
    def attachments(self) -> AttachmentRows:
        """The attachments."""
        ...

    @property
    def journal(self) -> Journal:
        """The record of who did what."""
        ...

    @property
    def retention(self) -> Retentions:
        """How long dossiers are kept."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Undo what was not committed."""
        ...

    def commit(self) -> None:
        """Make it durable; returns only when it is on disk."""
        ...


class Vault(Protocol):
    """The encrypted store of one folder, and the only door to it."""

    @property
    def name(self) -> str:
        """The name that the unlock screen shows."""
        ...

    @property
    def user(self) -> str:
        """The name of who has it open, or an empty text."""
        ...

    def state(self) -> VaultState:
        """Whether there is a store, and whether it is open."""
        ...

    def create(self, user: str, password: str) -> str:
        """Make a store, open it, and give its recovery key (shown once)."""
        ...

    @property
    def people(self) -> People:
        """Who may open it; only while it is open."""
        ...

    def users_at_the_door(self) -> tuple[str, ...]:
        """Name who has a password, without opening it; nobody where the key file cannot be read or names none."""
        ...

    def keyring_at_the_door(self) -> tuple[str, ...]:
        """Name who can open it with the sign-on to the system here."""
        ...

    def unlock(self, password: str, user: str = "") -> None:
        """Open it; raises WrongPassword, DamagedStore, NewerStore, StoreInUse or Revoked. One slot is tried."""
        ...

    def unlock_with_keyring(self, user: str) -> None:
        """Open it with the secret in the keyring of the system; raises NoKeyring, else as `unlock`."""
        ...

    def recover(self, recovery_key: str, password: str, user: str = "") -> None:
        """Open it with the recovery key as an administrator, who gets a new password; raises as `unlock` does."""
        ...

    def is_key_file_lost(self) -> bool:
        """Whether the database is there, and its key file is gone or damaged."""
        ...

    def restore_key_file(self, backup: str, password: str, user: str = "") -> None:
        """Take only the key file from a backup, when it opens the database that is there, and open it."""
        ...

    def renew_recovery_key(self, password: str) -> str:
        """Give a new recovery key (shown once); the one before it opens nothing any more; raises WrongPassword."""
        ...

    def is_recovery_confirmed(self) -> bool:
        """Whether the officer proved to have written the recovery key down; only while it is open."""
        ...

    def confirm_recovery(self) -> None:
        """Keep that the recovery key was written down."""
        ...

    def confirm(self, password: str) -> None:
        """Ask for the password again while it is open; raises WrongPassword."""
        ...

    def warnings(self) -> tuple[str, ...]:
        """Say in Dutch what was found on opening that does not keep it closed; only while it is open."""
        ...

    def lock(self) -> None:
        """Close it and forget the key."""
        ...

    def work(self) -> UnitOfWork:
        """Begin a unit of work; only while it is open."""
        ...

    @property
    def destruction(self) -> Destruction:
        """Destroying dossiers; only while it is open."""
        ...

    @property
    def attachments(self) -> AttachmentFiles:
        """The encrypted files of attachments; only while it is open."""
        ...

    def backups(self) -> tuple[Backup, ...]:
        """List what can be put back, the newest first; open or not, and without a password."""
        ...

    def is_backup_due(self) -> bool:
        """Whether a backup is to be made now: none today, and something changed since; never while it is locked.

        May be called on another thread than the rest, as `back_up` may.
        """
        ...

    def back_up(self) -> Backup | None:
        """Make one while others work, and check it; None when the store was locked meanwhile; raises NoBackup."""
        ...

    def examine(self, backup: str, secret: str, user: str = "") -> Examined:
        """Check a backup with the password or recovery key of its time; changes nothing; only while it is closed.

        Raises:
            WrongPassword, DamagedBackup, NewerStore, StoreInUse, StoreOutOfReach
        """
        ...

    def restore(self, backup: str, secret: str, user: str = "") -> None:
        """Check it again, put it in the place of the store, which is kept aside whole, and open it; as `examine`."""
        ...


WritePdf = Callable[["Document"], bytes]
"""Turns a document into the bytes of a PDF, in memory."""
