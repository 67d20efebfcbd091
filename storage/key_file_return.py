# SPDX-License-Identifier: EUPL-1.2
"""Putting back only the key file, from a backup: the store is whole and newer than the backup, and stays."""

from __future__ import annotations

from typing import Final

from assessment.errors import DamagedBackup
from storage.backup_opening import OpenedBackup
from storage.keys.on_disk import KeysOnDisk
from storage.owned import write_whole
from storage.probe import opens
from storage.store_files import StoreFiles

KEY_FILE_RETURNED: Final = "store.key-file-returned"
_OTHER: Final = "het sleutelbestand erin past niet op de database van nu"


def put_key_file_back(files: StoreFiles, keys: KeysOnDisk, backup: OpenedBackup) -> None:
    """Do so when it opens the database that is there, for whoever holds the lock; raises DamagedBackup or OSError."""
    if not opens(files, backup.database_key):
        raise DamagedBackup(_OTHER)
    write_whole(keys.path, backup.file.to_bytes())
