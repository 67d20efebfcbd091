# SPDX-License-Identifier: EUPL-1.2
"""Putting a checked copy in the place of the store: the store is kept aside whole, never half of each stands there.

The copy gets a name that says that it is to be put in place: from that moment on it is the store that counts, and
whoever takes the lock next finishes the moves that are still to be made. Before that moment nothing was touched.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from assessment.backup import BackupKind
from storage.backup_folder import MANIFEST, new_name
from storage.owned import make_folder, move, sync_folder
from storage.store_files import StoreFiles

_READY: Final = "wordt-teruggezet."
"""What a copy is called that is to be put in place; after it comes the name under which the store is kept aside."""


def put_in_place(files: StoreFiles, copy: StoreFiles, at: datetime) -> None:
    """Let a checked copy take the place of the store, for whoever holds its lock; raises OSError."""
    aside = new_name(files, BackupKind.REPLACED, at)
    (copy.folder / MANIFEST).unlink(missing_ok=True)
    sync_folder(copy.folder)
    move(copy.folder, files.backups / f"{_READY}{aside}")
    sync_folder(files.backups)
    finish(files)


def finish(files: StoreFiles) -> None:
    """Put the copy in place that is waiting for it, if any; may be called again after it was killed; raises OSError."""
    for ready in files.backups.glob(f"{_READY}*"):
        copy = StoreFiles(ready)
        if copy.database.exists():  # it is moved first: as long as it is here, what stands in place is the old store
            _move_aside(files, files.backups / ready.name.removeprefix(_READY))
            move(copy.database, files.database)
        if copy.keys.exists():
            move(copy.keys, files.keys)
        if copy.attachments.exists():
            move(copy.attachments, files.attachments)
        sync_folder(files.folder)
        ready.rmdir()
        sync_folder(files.backups)


def _move_aside(files: StoreFiles, aside: Path) -> None:
    there = [one for one in files.contents if one.exists()]
    if there and not aside.exists():
        make_folder(aside)
    for one in there:
        move(one, aside / one.name)
    if there:
        sync_folder(aside)
        sync_folder(files.folder)
