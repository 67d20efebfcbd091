# SPDX-License-Identifier: EUPL-1.2
"""Looking into a backup before it is put back, and putting it back: copied aside, checked there, then put in place.

Loaded only when somebody looks into a backup.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from assessment.backup import Examined
from assessment.errors import Hindrance
from storage.backup_attachments import put_back as bring_attachments
from storage.backup_check import check_backup
from storage.backup_folder import MANIFEST, begin
from storage.backup_opening import OpenedBackup
from storage.connecting import close, make_engine
from storage.hindering import at_the_door
from storage.owned import copy_whole
from storage.probe import reading, version_of
from storage.replacing import put_in_place
from storage.store_files import StoreFiles

RESTORED: Final = "store.restored"
_ASIDE: Final = "terugzetten"


def examined(files: StoreFiles, backup: OpenedBackup) -> Examined:
    """Check a backup where it stands, and hold it against the store; raises DamagedBackup or NewerStore."""
    contents = check_backup(backup.files, backup.database_key)
    return Examined(contents, _newer_lines(files, backup.database_key, contents.journal))


def put_back(files: StoreFiles, backup: OpenedBackup, at: datetime) -> None:
    """Put a backup in the place of the store, for whoever holds its lock.

    Raises:
        DamagedBackup, NewerStore, OSError; then the store stands as it was
    """
    with _copied_aside(files, backup) as copy:
        check_backup(copy, backup.database_key)
        put_in_place(files, copy, at)


@contextmanager
def _copied_aside(files: StoreFiles, backup: OpenedBackup) -> Iterator[StoreFiles]:
    """Lend a copy in a folder that goes away again, unless it was put in place."""
    source, copy = backup.files, StoreFiles(begin(files, _ASIDE))
    try:
        for one in (source.database, source.log, source.keys, source.folder / MANIFEST):
            if one.exists():
                copy_whole(one, copy.folder / one.name)
        bring_attachments(source, copy)
        if copy.log.exists():  # of a store that was not closed properly before it was kept aside
            close(make_engine(copy.database, backup.database_key), is_fresh=True)
        yield copy
    finally:
        shutil.rmtree(copy.folder, ignore_errors=True)


def _newer_lines(files: StoreFiles, key: bytearray, seq: int) -> int | None:
    """Count the lines of the journal that the store has and a backup has not; None when the store cannot be read."""
    try:
        with at_the_door(), reading(files, key) as connection:
            version_of(connection)
            (last,) = connection.execute("SELECT seq FROM journal_head").fetchone()
    except (Hindrance, TypeError):
        return None
    return max(0, int(last) - seq)
