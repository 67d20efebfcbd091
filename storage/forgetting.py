# SPDX-License-Identifier: EUPL-1.2
"""Letting the backups of a store forget dossiers: their keys go, and the files that only they had.

A backup that was not sealed, and a sealed one of which the keys do not open with the key of this store, cannot forget:
it is named, to be taken away as a whole. A backup of another store is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from assessment.errors import DamagedStore, Hindrance
from storage.attachments.place import path_of
from storage.backup_folder import tell_fewer
from storage.backup_making import BackupKeys
from storage.dossier_keys import keys_in, write_keys
from storage.keys.on_disk import KeysOnDisk
from storage.owned import TEMPORARY
from storage.probe import reading
from storage.sealing import NEW
from storage.store_files import StoreFiles


def forget(files: StoreFiles, keys: BackupKeys, ids: Iterable[str]) -> tuple[int, tuple[Path, ...]]:
    """Forget dossiers in every backup; gives how many can, and those that cannot; may be repeated; raises OSError."""
    gone, able, unable = {*ids, NEW}, 0, []
    for copy in list(_copies(files)):
        try:
            if not copy.dossier_keys.exists():
                unable.append(copy.folder)
                continue
            _forget_in(copy, keys, gone)
            able += 1
        except DamagedStore:
            unable.append(copy.folder)
    return able, tuple(unable)


def unlink(folder: Path, names: Iterable[str]) -> None:
    """Take encrypted files away, those that are there; raises OSError."""
    for name in names:
        path_of(folder, name).unlink(missing_ok=True)


def _copies(files: StoreFiles) -> Iterator[StoreFiles]:
    """Give every copy of this store, whatever its folder is called now."""
    vault = KeysOnDisk(files.keys, files.previous_keys).read().vault
    for folder in sorted(files.backups.iterdir()) if files.backups.is_dir() else []:
        copy = StoreFiles(folder)
        is_copy = folder.is_dir() and not folder.is_symlink() and not folder.name.endswith(TEMPORARY)
        if is_copy and (copy.database.exists() or copy.dossier_keys.exists()) and _is_of(copy, vault):
            yield copy


def _is_of(copy: StoreFiles, vault: bytes) -> bool:
    """Whether it is of this store; one that cannot be asked is taken to be."""
    try:
        return KeysOnDisk(copy.keys, copy.previous_keys).read().vault == vault
    except Hindrance:
        return True


def _forget_in(copy: StoreFiles, keys: BackupKeys, gone: set[str]) -> None:
    with keys_in(copy, keys.block) as found:
        left = {id_: key for id_, key in found.items() if id_ not in gone}
        if len(left) < len(found):
            write_keys(copy, left, keys.block)
        if copy.attachments.is_dir():
            unlink(copy.attachments, _files_without(copy, keys, left.keys()))
        tell_fewer(copy.folder, len(left.keys() - {NEW}))


def _files_without(copy: StoreFiles, keys: BackupKeys, left: Iterable[str]) -> set[str]:
    """Name the files in a backup that belong to none of the dossiers that are left in it."""
    wanted = "SELECT dossier.id, attachment.file FROM attachment JOIN dossier ON dossier.number = attachment.dossier"
    with reading(copy, keys.database) as connection:
        rows = connection.execute(wanted).fetchall()
    kept = set(left)
    return {file for _, file in rows} - {file for id_, file in rows if id_ in kept}
