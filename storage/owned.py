# SPDX-License-Identifier: EUPL-1.2
"""Files and folders that only their owner may read, and that are wholly there or not at all."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600
TEMPORARY: Final = ".nieuw"
"""Ending of a file that is being written; a leftover is written over."""

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()
"""Seconds. A virus scanner may hold what was just written; Windows refuses to move it until the scanner is done."""


def make_folder(folder: Path) -> None:
    """Make a folder for the owner alone; those above it are made when they are missing."""
    folder.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    folder.mkdir(mode=FOLDER_MODE)
    # The umask can take more away than it should; nobody else may gain by it.
    folder.chmod(FOLDER_MODE)


def make_file(path: Path) -> None:
    """Make an empty file for the owner alone; raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), FILE_MODE))
    path.chmod(FILE_MODE)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place of an older one: after a power cut one of both is there, whole."""
    beside = path.with_name(path.name + TEMPORARY)
    beside.unlink(missing_ok=True)
    make_file(beside)
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    move(beside, path)
    sync_folder(path.parent)


def move(source: Path, target: Path, pauses: Iterable[float] = PAUSES) -> None:
    """Put a file in place of an older one, or a folder where none is, once nobody holds it; raises OSError."""
    for pause in pauses:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file in pieces, for the owner alone, and make sure that it is on disk."""
    make_file(target)
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(1024 * 1024):
            writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename durable, where the platform lets a folder be synced (Windows does not need it)."""
    if os.name == "posix":
        with _opened(folder) as descriptor:
            os.fsync(descriptor)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
