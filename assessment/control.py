# SPDX-License-Identifier: EUPL-1.2
"""What a check of a whole store found, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.errors import Fault


class Part(StrEnum):
    """What is looked at, in this order; a store has any number of backups."""

    KEYS = "keys"
    DATABASE = "database"
    VERSION = "version"
    JOURNAL = "journal"
    ANCHOR = "anchor"
    USERS = "users"
    DOSSIERS = "dossiers"
    RETENTION = "retention"
    SEARCH = "search"
    NAMES = "names"
    DRAFTS = "drafts"
    ATTACHMENTS = "attachments"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: how much there is of it, the names that belong to it, and all faults.

    `count` is: the version of the key file and of the store, pages, lines, the line of the anchor (nought: none was
    ever set), users, dossiers, those that have a period, parts in the index, names, drafts, attachments, and dossiers
    in a backup. `names` are the kinds of slots, how many files belong to no attachment, and of a backup its name and
    how many attachments it has.
    """

    part: Part
    count: int = 0
    names: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Control:
    """All that was looked at; what is not among the findings could not be."""

    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every part was looked at and nothing is wrong with any."""
        return not self.unchecked and all(one.is_whole for one in self.findings)

    @property
    def unchecked(self) -> tuple[Part, ...]:
        """Give the parts that could not be looked at."""
        seen = {one.part for one in self.findings} | {Part.BACKUP}
        return tuple(part for part in Part if part not in seen)
