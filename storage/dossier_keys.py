# SPDX-License-Identifier: EUPL-1.2
"""The keys of the dossiers in a sealed backup: one encrypted block in a file of its own, under a key of the store.

Without its key a dossier in that backup cannot be read by anybody: taking the key away is how a backup forgets.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from assessment.errors import DamagedStore
from storage.keys.derive import KEY_SIZE
from storage.keys.secret import wipe, wiped
from storage.owned import write_whole
from storage.store_files import StoreFiles

PART: Final = StoreFiles(Path()).dossier_keys.name
"""What it is called where it is told that it is damaged."""

_MAGIC: Final = b"TSDK1"
_NONCE: Final = 12
_TAG: Final = 16
_ID: Final = 36
_RECORD: Final = _ID + KEY_SIZE
_AROUND: Final = len(_MAGIC) + _NONCE + _TAG
MOST: Final = 1_000_000
"""Keys in one file; refused before anything is read."""


def write_keys(copy: StoreFiles, keys: Mapping[str, bytearray], block_key: bytearray) -> None:
    """Put the keys of dossiers, by their ids, in place of those that were there; raises OSError."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    with wiped(bytearray(_RECORD * len(keys))) as block:
        for place, (id_, key) in enumerate(keys.items()):
            at = place * _RECORD
            block[at : at + _ID] = id_.encode().ljust(_ID)
            block[at + _ID : at + _RECORD] = key
        write_whole(copy.dossier_keys, _MAGIC + nonce + AESGCM(block_key).encrypt(nonce, block, _MAGIC))


@contextmanager
def keys_in(copy: StoreFiles, block_key: bytearray) -> Iterator[dict[str, bytearray]]:
    """Lend the keys by the ids of their dossiers; raises DamagedStore, or OSError."""
    with wiped(_opened(copy, block_key)) as block:
        keys = {
            block[at : at + _ID].decode().rstrip(): block[at + _ID : at + _RECORD]
            for at in range(0, len(block), _RECORD)
        }
    try:
        yield keys
    finally:
        wipe(*keys.values())


def count(copy: StoreFiles) -> int | None:
    """Give how many keys a file of this size holds; None when there is none, or none of ours. Quick."""
    try:
        number, rest = divmod(copy.dossier_keys.stat().st_size - _AROUND, _RECORD)
    except OSError:
        return None
    return None if rest or not 0 <= number <= MOST else number


def _opened(copy: StoreFiles, block_key: bytearray) -> bytearray:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    number = count(copy)
    if number is None:
        raise DamagedStore(PART)
    content = copy.dossier_keys.read_bytes()
    block = bytearray(number * _RECORD)
    nonce, sealed = content[len(_MAGIC) : len(_MAGIC) + _NONCE], content[len(_MAGIC) + _NONCE :]
    try:
        AESGCM(block_key).decrypt_into(nonce, sealed, content[: len(_MAGIC)], block)
    except (InvalidTag, ValueError) as error:
        raise DamagedStore(PART) from error
    return block
