# SPDX-License-Identifier: EUPL-1.2
"""What is told about the place of a store that is opened: it may stand where no store belongs, or be nearly full."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage.place import unsafe

LITTLE: Final = 1000 * 1000 * 1000
"""Bytes. Below it there is not room for a few backups and the attachments of a dossier (stack-storage.md 4)."""

_MOVE: Final = "Uw dossiers zijn er nog. Sluit Toetssteen af en laat de map verplaatsen naar de eigen schijf."
_ROOM: Final = "Op de schijf met de kluis is nog maar {} MB vrij. Uw dossiers zijn er nog. Maak ruimte vrij."


def surroundings(folder: Path) -> Iterator[str]:
    """Say in Dutch what is not right about the place of a store; raises OSError."""
    why = unsafe(folder)
    if why:
        yield f"{why} {_MOVE}"
    free = shutil.disk_usage(folder).free
    if free < LITTLE:
        yield _ROOM.format(free // 1_000_000)
