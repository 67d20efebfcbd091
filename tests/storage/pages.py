# SPDX-License-Identifier: EUPL-1.2
"""The pages of an encrypted database by their kind, as somebody who has the key sees them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from tests.storage.damaging import PAGE, RESERVED

SALT = 16
KINDS = {2: "interior of an index", 5: "interior of a table", 10: "leaf of an index", 13: "leaf of a table"}
OTHER = "overflow or free"


def deciphered(page: bytes, number: int, key: bytes) -> bytes:
    """Give a page as the library reads it; the first begins with the salt, which is not enciphered."""
    body, iv = page[SALT if number == 1 else 0 : -RESERVED], page[-RESERVED : -RESERVED + SALT]
    reader = Cipher(AES(key), CBC(iv)).decryptor()
    return (b"SQLite format 3\0" if number == 1 else b"") + reader.update(body) + reader.finalize()


def kinds_of(database: Path, key: bytes) -> dict[str, list[int]]:
    """Give the numbers of the pages of each kind."""
    content, found = database.read_bytes(), defaultdict(list)
    for number in range(1, len(content) // PAGE + 1):
        plain = deciphered(content[(number - 1) * PAGE : number * PAGE], number, key)
        kind = KINDS.get(plain[100 if number == 1 else 0], OTHER)
        found["first" if number == 1 else kind].append(number)
    return dict(found)


def free_pages(database: Path, key: bytes) -> int:
    """Give how many pages are free, as the header says."""
    return int.from_bytes(deciphered(database.read_bytes()[:PAGE], 1, key)[36:40])
