# SPDX-License-Identifier: EUPL-1.2
"""Reading an encrypted file: piece by piece, or whole into memory; what is not as it was written is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from assessment.errors import DamagedStore
from storage.attachments.format import Altered, decrypted
from storage.attachments.place import PART
from storage.attachments.row import Row


def pieces(path: Path, row: Row) -> Iterator[bytes]:
    """Give the content piece by piece; raises DamagedStore, at the latest behind the last piece, or OSError."""
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            for piece in decrypted(file, row.key):
                digest.update(piece)
                size += len(piece)
                yield piece
    except (Altered, FileNotFoundError) as error:
        raise DamagedStore(PART) from error
    if (size, digest.digest()) != (row.size, row.digest):
        raise DamagedStore(PART)
