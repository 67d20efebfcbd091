# SPDX-License-Identifier: EUPL-1.2
"""What the assessment needs from outside, as Protocols; `main.py` hands in the real things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, NewType, Protocol, Self

if TYPE_CHECKING:  # the window is there before the dossier is read
    from assessment.backup import Backup, Examined
    from assessment.deadline import Deadline
    from assessment.dossier.dossier import Dossier
    from assessment.journal import JournalEntry, JournalQuery
    from assessment.keeping import Destruction, Retentions
    from assessment.people import People
    from assessment.telling.block import Document

DossierId = NewType("DossierId", str)
"""The store's own name for a dossier; the reference may change, this does not."""


class VaultState(StrEnum):
    """Whether there is a store, and whether it is open."""

    MISSING = "missing"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the lists show of one dossier; computed when it is kept.

    `deadlines` is None in a row of an older store that was not kept since: only `decide_before` is known of it then.
    """

    reference: str
    title: str
    subject: str
    permit_types: tuple[str, ...]
    place: str
    received_on: date | None
    decide_before: date | None
    step: str
    deadlines: tuple[Deadline, ...] | None = None


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One row of the list of dossiers."""

    id: DossierId
    summary: Summary
    changed_at: datetime


class Shelf(Protocol):
    """The dossiers of an open store, within one unit of work."""

    def add(self, dossier: Dossier, summary: Summary) -> DossierId:
        """Put a new dossier on the shelf."""
        ...

    def get(self, id_: DossierId) -> Dossier:
        """Take a dossier; raises KeyError when it is not there."""
        ...

    def keep(self, id_: DossierId, dossier: Dossier, summary: Summary) -> None:
        """Keep a changed dossier; only the parts that differ are written and journalled."""
        ...

    def remove(self, id_: DossierId) -> None:
        """Take a dossier away with all its parts."""
        ...

    def find(self, words: str = "", limit: int = 500, offset: int = 0) -> tuple[DossierRow, ...]:
        """List dossiers, newest change first; `words` searches everything an officer typed."""
        ...

    def count(self, words: str = "") -> int:
        """Count what `find` would list without a limit."""
        ...


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
