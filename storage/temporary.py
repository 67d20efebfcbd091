# SPDX-License-Identifier: EUPL-1.2
"""A store that leaves nothing behind: for looking at the worked examples.

Its password is drawn by chance and never written down. When the process is killed the files that stay cannot be read
by anybody; the next start takes them away.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from assessment.catalogue.catalogue import Catalogue
from assessment.ports import Vault
from assessment.services.dossiers import add
from storage.dossier_file import read_examples
from storage.hindering import at_the_door
from storage.keys.cost import MIB, Cost
from storage.lock_file import LockFile
from storage.vault import FolderVault

PREFIX: Final = "toetssteen-voorbeeld-"
NAME: Final = "voorbeeld"
_IN_USE = "in-gebruik.lock"

_COST: Final = Cost(8 * MIB, 1, 1)
"""Cheap on purpose: a password of 256 random bits cannot be guessed at any price."""


class TemporaryVault(FolderVault):
    """An open store in a fresh folder for temporary files; closing or locking it takes the folder away."""

    def __init__(self, user: str, now: Callable[[], datetime], under: Path | None = None) -> None:
        """Sweep what dead processes left, make a store and open it; raises StoreOutOfReach."""
        within = under or Path(tempfile.gettempdir())
        with at_the_door():
            sweep(within)
            self._base = Path(tempfile.mkdtemp(prefix=PREFIX, dir=within))
            self._in_use = LockFile(self._base / _IN_USE)
            self._in_use.take()
        super().__init__(self._base / NAME, now, _COST)
        try:
            self.create(user, secrets.token_urlsafe(32))
        except BaseException:
            self._vanish()
            raise

    def lock(self) -> None:
        """Close it and take everything away; nobody knows the password, so it could not be opened again."""
        try:
            super().lock()
        finally:
            self._vanish()

    def close(self) -> None:
        """Do the same, under the name that one looks for."""
        self.lock()

    def __enter__(self) -> Self:
        """Lend it for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take everything away."""
        self.close()

    def _vanish(self) -> None:
        self._in_use.release()
        shutil.rmtree(self._base, ignore_errors=True)


def sweep(within: Path) -> None:
    """Take away the temporary stores of processes that are gone; those in use, and those of others, stay."""
    for left in within.glob(f"{PREFIX}*"):
        if left.is_symlink() or not (left / _IN_USE).is_file() or not _is_ours(left):
            continue
        if LockFile(left / _IN_USE).is_free():
            shutil.rmtree(left, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """On Windows the temporary folder belongs to one user; elsewhere everybody shares it."""
    if sys.platform == "win32":
        return True
    return folder.stat().st_uid == os.getuid()


def example_vault(catalogue: Catalogue, now: Callable[[], datetime]) -> Vault:
    """Make a temporary store with the worked dossiers, open; nothing of it remains after it is locked."""
    vault = TemporaryVault(NAME, now)
    vault.confirm_recovery()  # nobody comes back in, so there is nothing to write down
    for one in read_examples(catalogue):
        add(vault.work(), one, catalogue)
    return vault
