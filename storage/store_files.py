# SPDX-License-Identifier: EUPL-1.2
"""The files of a store, by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoreFiles:
    """Where everything of one store stands."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "store.db"

    @property
    def log(self) -> Path:
        """The write-ahead log of the database; not there when the store was closed properly."""
        return self.folder / "store.db-wal"

    @property
    def shared(self) -> Path:
        """What the connections to the database share; goes with the log."""
        return self.folder / "store.db-shm"

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.folder / "store.keys.json"

    @property
    def previous_keys(self) -> Path:
        """The key file as it was before; equal to it once the store was opened with it."""
        return self.folder / "store.keys.json.1"

    @property
    def dossier_keys(self) -> Path:
        """The keys of the dossiers in a sealed backup; a store has none."""
        return self.folder / "dossiers.keys"

    @property
    def anchor(self) -> Path:
        """The anchor of the journal."""
        return self.folder / "journal.anchor"

    @property
    def attachments(self) -> Path:
        """The folder with the encrypted files of attachments; not there before the first."""
        return self.folder / "files"

    @property
    def contents(self) -> tuple[Path, ...]:
        """Everything that is moved when another store takes its place, there or not; lock and backups stay."""
        return self.database, self.log, self.shared, self.keys, self.previous_keys, self.anchor, self.attachments

    @property
    def lock(self) -> Path:
        """The lock."""
        return self.folder / "store.lock"

    @property
    def backups(self) -> Path:
        """The folder with copies of the store."""
        return self.folder / "backups"
