# SPDX-License-Identifier: EUPL-1.2
"""The attachments of a backup: the same encrypted files under a second name, or copied where a disk has no such names.

A file of an attachment is never changed after it got its name, so that it may have a second one. What is not there is
left out: a file that is lost must not keep the rest from being copied, and the check of the store tells of it.

Importing this module is cheap: the list of backups is shown before the database library is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from storage.attachments.place import make_room, path_of, there
from storage.interruptible import Interruptible
from storage.owned import TEMPORARY, copy_whole, sync_folder
from storage.store_files import StoreFiles


@dataclass(frozen=True, slots=True)
class Counted:
    """How many files of attachments there are, and their bytes on disk."""

    files: int = 0
    size: int = 0


def take_along(files: StoreFiles, copy: StoreFiles, key: bytearray, work: Interruptible) -> Counted:
    """Give a copy of the database the files that it names; raises OSError, DamagedStore or Dropped."""
    with work.going_on():
        return link_all(files.attachments, copy.attachments, named_in(copy, key), work)


def named_in(copy: StoreFiles, key: bytearray) -> list[str]:
    """Give the names of the files that a database names; none in one of a version without attachments."""
    from storage.probe import reading

    with reading(copy, key) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attachment'").fetchone():
            return []
        return [str(name) for (name,) in connection.execute("SELECT DISTINCT file FROM attachment ORDER BY file")]


def link_all(source: Path, target: Path, named: Iterable[str], work: Interruptible) -> Counted:
    """Give each of the named files that is there a name in the target too."""
    for name in named:
        with work.going_on():
            _link(path_of(source, name), path_of(target, name))
    counted = count(target)
    if counted.files:
        sync_folder(target)
    return counted


def put_back(backup: StoreFiles, copy: StoreFiles) -> None:
    """Give all files of a backup a name in the copy that takes the place of the store; raises OSError."""
    named = [name for name, path in there(backup.attachments) if not path.name.endswith(TEMPORARY)]
    link_all(backup.attachments, copy.attachments, named, Interruptible())


def count(folder: Path) -> Counted:
    """Count the files in a folder of attachments; raises OSError."""
    sizes = [path.stat().st_size for _, path in there(folder) if not path.name.endswith(TEMPORARY)]
    return Counted(len(sizes), sum(sizes))


def _link(source: Path, target: Path) -> None:
    if not source.is_file():
        return
    make_room(target)
    try:
        os.link(source, target)
    except OSError:  # this disk has no second names, or the file has too many already
        copy_whole(source, target)
