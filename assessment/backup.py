# SPDX-License-Identifier: EUPL-1.2
"""Backups of a store: what is known of each, which one counts, and when another is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

STALE: Final = timedelta(days=8)
"""Older than this, the last good backup is told with a warning."""

LONGEST_WITHOUT: Final = timedelta(days=7)
"""After this one is made although nothing changed, so that whoever works with the store meets no warning."""


class BackupKind(StrEnum):
    """Why it was made."""

    REGULAR = "regular"
    MIGRATION = "migration"
    """Just before the store went over to the tables of a newer program."""
    REPLACED = "replaced"
    """The store as it stood when a backup was put in its place; nobody has checked it."""


class OpensWith(StrEnum):
    """Which password a backup wants: it goes with the key file of its own time."""

    PRESENT = "present"
    EARLIER = "earlier"
    """The password was changed since."""
    UNKNOWN = "unknown"
    """The key file of the store or of the backup cannot be read, so they cannot be compared."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What was counted in a backup when it was checked: version of the store, dossiers, last line of the journal."""

    version: int
    dossiers: int
    journal: int


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `contents` is None when it was never checked, or is not whole any more. Size in bytes.

    `users` are the names of who had a password then.
    """

    id: str
    at: datetime
    kind: BackupKind
    size: int
    contents: Contents | None
    opens_with: OpensWith = OpensWith.UNKNOWN
    users: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it was checked after it was written, and its files still have the size that they had then."""
        return self.contents is not None


@dataclass(frozen=True, slots=True)
class Examined:
    """What a backup turned out to hold, and how many lines more the journal of the present store has.

    `newer_lines` is None when the present store cannot be read.
    """

    contents: Contents
    newer_lines: int | None


def last_good(backups: Iterable[Backup]) -> Backup | None:
    """Give the newest that can be trusted."""
    return max((one for one in backups if one.is_good), key=lambda one: one.at, default=None)


def is_stale(backup: Backup | None, now: datetime) -> bool:
    """Whether the last good backup is so old, or so absent, that the officer has to know."""
    return backup is None or now - backup.at > STALE


def is_due(backup: Backup | None, now: datetime, *, has_changed: bool) -> bool:
    """Whether to make one: at most one a day, when something changed since the last good one or that is a week old."""
    if backup is None:
        return True
    return backup.at.date() != now.date() and (has_changed or now - backup.at > LONGEST_WITHOUT)
