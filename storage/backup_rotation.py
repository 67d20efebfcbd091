# SPDX-License-Identifier: EUPL-1.2
"""Which backups have had their time: by rule, so that nobody has to choose."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Final

from assessment.backup import Backup, BackupKind

DAYS: Final = 7
WEEKS: Final = 4


def outlived(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Give those that may go.

    Kept are the newest of each of the last seven days and of each of the last four weeks (ISO 8601, in UTC) that have
    one, and the newest made before a migration from each version of the store. What is not good, and a store that a
    backup took the place of, is never thrown away by rule: a person has to look at it.
    """
    good = sorted((one for one in backups if one.is_good), key=lambda one: one.at, reverse=True)
    regular = [one for one in good if one.kind is BackupKind.REGULAR]
    before_migration = [one for one in good if one.kind is BackupKind.MIGRATION]
    kept = {
        *_newest_of_each(regular, lambda one: one.at.date(), DAYS),
        *_newest_of_each(regular, lambda one: one.at.isocalendar()[:2], WEEKS),
        *_newest_of_each(before_migration, _version, len(before_migration)),
    }
    return tuple(one for one in (*regular, *before_migration) if one.id not in kept)


def _newest_of_each(newest_first: Iterable[Backup], group: Callable[[Backup], Hashable], most: int) -> list[str]:
    found: dict[Hashable, str] = {}
    for one in newest_first:
        found.setdefault(group(one), one.id)
    return list(found.values())[:most]


def _version(backup: Backup) -> int:
    return backup.contents.version if backup.contents else 0
