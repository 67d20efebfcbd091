# SPDX-License-Identifier: EUPL-1.2
"""Backups in words, the same before and behind the gate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from assessment.backup import Backup, BackupKind, is_stale, last_good
from assessment.dates import tell
from gui.parts.badge import Tone

NONE_YET = "Er is nog geen goede reservekopie. Na het openen maakt het programma er vanzelf een."
MADE_SOON = "Na het openen maakt het programma vanzelf een nieuwe."

WHY = {
    BackupKind.REGULAR: "",
    BackupKind.MIGRATION: "vóór een nieuwe versie",
    BackupKind.REPLACED: "kluis die is vervangen",
}
"""Why there is this one, where that is not the usual."""


def moment(at: datetime) -> str:
    """Write a moment on the clock of this machine: `24 nov 2026, 16.12`."""
    here = at.astimezone()
    return f"{tell(here.date())}, {here:%H.%M}"


def size(count: int) -> str:
    """Write a number of bytes: `0,3 MB`; never nothing."""
    return f"{max(count / 1_000_000, 0.1):.1f} MB".replace(".", ",")


def dossiers(backup: Backup) -> str:
    """Say how many dossiers were counted in it, or that nobody knows."""
    return counted(backup.contents.dossiers) if backup.contents else "aantal niet bekend"


def counted(number: int) -> str:
    """Write a number of dossiers."""
    return "1 dossier" if number == 1 else f"{number} dossiers"


def state(backup: Backup) -> tuple[Tone, str]:
    """Say whether it can be trusted, with a tone; a store that was replaced was never checked."""
    if backup.is_good:
        return Tone.OK, "goed"
    return (Tone.UNKNOWN, "niet nagekeken") if backup.kind is BackupKind.REPLACED else (Tone.WARN, "niet goed")


def last_told(backups: Iterable[Backup], now: datetime) -> tuple[Tone, str]:
    """Say when the last good one was made; a warning when that is long ago, or never was."""
    last = last_good(backups)
    if last is None:
        return Tone.WARN, NONE_YET
    told = f"Laatste goede reservekopie: {moment(last.at)}"
    if is_stale(last, now):
        return Tone.WARN, f"{told}. Dat is {(now - last.at).days} dagen geleden. {MADE_SOON}"
    return Tone.OK, told
