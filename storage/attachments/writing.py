# SPDX-License-Identifier: EUPL-1.2
"""Writing an encrypted file: under a temporary name, synced, and only then given its name.

Nothing readable is ever written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from assessment.attachment import LARGEST_TOGETHER
from assessment.errors import StoreOutOfReach
from storage.attachments.format import Header, encrypted
from storage.attachments.hashing import Hashing
from storage.attachments.place import make_room
from storage.owned import TEMPORARY, make_file, move, sync_folder

ROOM: Final = 3
"""Times its size must be free before a file is taken in: for itself, for a backup that has to copy it, and to work."""

_MB: Final = 1_000_000


def refuse_without_room(folder: Path, size: int, total: int) -> None:
    """Refuse so many bytes more beside the total that is there; raises StoreOutOfReach or OSError."""
    if total + size > LARGEST_TOGETHER:
        raise StoreOutOfReach("Er is geen plaats meer: alle bijlagen samen mogen ten hoogste 10 GB zijn.")
    free = shutil.disk_usage(folder).free
    if free < ROOM * size:
        need, have = -(-ROOM * size // _MB), free // _MB
        raise StoreOutOfReach(f"Er is te weinig ruimte op de schijf: nodig is {need} MB, vrij is {have} MB.")


def write(path: Path, pieces: Iterable[bytes], key: bytearray, header: Header, step: Callable[[int], object]) -> bytes:
    """Write pieces to a new file, and give the SHA-256 of what they hold; raises OSError, and then nothing is left.

    `step` is told how many bytes were done after each piece, and ends the work by raising.
    """
    make_room(path)
    beside = path.with_name(path.name + TEMPORARY)
    try:
        make_file(beside)
        with beside.open("wb") as file, Hashing() as hashing:
            file.write(bytes(header))
            for chunk in encrypted(_hashed(pieces, hashing.add, step), header, key):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        move(beside, path)
        sync_folder(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return hashing.digest()


def _hashed(pieces: Iterable[bytes], add: Callable[[bytes], object], step: Callable[[int], object]) -> Iterator[bytes]:
    done = 0
    for piece in pieces:
        add(piece)
        done += len(piece)
        step(done)
        yield piece
