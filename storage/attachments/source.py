# SPDX-License-Identifier: EUPL-1.2
"""A file that an officer chose, as it is read: its limits are checked before anything of it is.

What goes wrong here is told of that file, and never as trouble of the store.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from assessment.attachment import LARGEST
from assessment.errors import FileOutOfReach

_WHY: Final = {
    errno.ENOENT: "dit bestand is er niet meer.",
    errno.EACCES: "u mag dit bestand niet lezen.",
    errno.EPERM: "u mag dit bestand niet lezen.",
    errno.EISDIR: "dit is een map. Voeg de bestanden erin een voor een toe.",
}
_UNREADABLE: Final = "dit bestand is niet te lezen. Kijk of de schijf of stick nog is aangesloten."
_FOLDER: Final = _WHY[errno.EISDIR]
_NO_FILE: Final = "dit is geen gewoon bestand."
_EMPTY: Final = "dit bestand is leeg."
_TOO_LARGE: Final = "dit bestand is groter dan 500 MB. Splits het, of bewaar het in een kleinere vorm."
_CHANGED: Final = "dit bestand werd gewijzigd terwijl het werd gelezen. Sluit het en voeg het opnieuw toe."


def name_of(path: Path) -> str:
    """Give the name as it is kept and shown: signs that turn the direction of writing or are no signs become a line."""
    return "".join(sign if sign.isprintable() else "_" for sign in path.name)


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Lend the file and its size in bytes; raises FileOutOfReach when it may not or cannot be taken in."""
    with told_of(name_of(path)):
        found = path.stat()  # before it is opened: opening a pipe would wait for who writes in it
        if not stat.S_ISREG(found.st_mode):
            raise FileOutOfReach(name_of(path), _FOLDER if stat.S_ISDIR(found.st_mode) else _NO_FILE)
        if not found.st_size:
            raise FileOutOfReach(name_of(path), _EMPTY)
        if found.st_size > LARGEST:
            raise FileOutOfReach(name_of(path), _TOO_LARGE)
        file = path.open("rb")
    with file:
        yield file, found.st_size


def pieces(file: BinaryIO, name: str, size: int, chunk: int) -> Iterator[bytes]:
    """Read the file from its start in pieces of a chunk; raises FileOutOfReach, also when it grows or shrinks."""
    done = 0
    with told_of(name):
        file.seek(0)
    while True:
        with told_of(name):
            piece = file.read(chunk)
        done += len(piece)
        if done > size or (not piece and done != size):
            raise FileOutOfReach(name, _CHANGED)
        if not piece:
            return
        yield piece


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Tell an error of the disk as one of this file."""
    try:
        yield
    except OSError as error:
        raise FileOutOfReach(name, _WHY.get(error.errno or 0, _UNREADABLE)) from error
