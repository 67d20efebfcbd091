# SPDX-License-Identifier: EUPL-1.2
"""From password to key-encryption key (Argon2id), and from store key to the keys that are used (HKDF-SHA256)."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import Final

from storage.keys.cost import Cost
from storage.keys.secret import wipe

KEY_SIZE: Final = 32
"""Bytes in every key: 256 bits."""


class Use(StrEnum):
    """What a key made from the store key is for; each use has a key of its own."""

    DATABASE = "toetssteen/v1/sqlcipher"
    HEADER = "toetssteen/v1/header-mac"
    JOURNAL = "toetssteen/v1/journal"
    ANCHOR = "toetssteen/v1/anchor"
    FILES = "toetssteen/v1/files"
    DOSSIER_KEYS = "toetssteen/v1/dossier-keys"
    PLEDGE = "toetssteen/v2/pledge"


def stretch(password: bytearray, salt: bytes, cost: Cost) -> bytearray:
    """Make a key from a password; raises MemoryError when the machine has too little memory.

    The C function is called with our own buffers: the ready-made wrapper leaves copies of password and key behind.
    """
    from _argon2_cffi_bindings import ffi, lib  # type: ignore[import-untyped]
    from argon2.low_level import ARGON2_VERSION, Type, error_to_str

    key = bytearray(KEY_SIZE)
    buffer = ffi.from_buffer
    code = lib.argon2_hash(
        cost.passes, cost.memory, cost.lanes,
        buffer(password), len(password), buffer(salt), len(salt), buffer(key, require_writable=True), len(key),
        ffi.NULL, 0, Type.ID.value, ARGON2_VERSION,
    )  # fmt: skip
    if code == lib.ARGON2_MEMORY_ALLOCATION_ERROR:
        raise MemoryError(error_to_str(code))
    if code != lib.ARGON2_OK:
        raise ValueError(error_to_str(code))
    return key


def seconds_for(cost: Cost) -> float:
    """Run it once with an empty password and give the seconds; a machine without that memory is too slow for it."""
    start = time.perf_counter()
    try:
        wipe(stretch(bytearray(), bytes(16), cost))
    except MemoryError:
        return float("inf")
    return time.perf_counter() - start


def key_for(use: Use, store_key: bytearray, vault: bytes) -> bytearray:
    """Make the key for one use from the store key, bound to the store."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = bytearray(KEY_SIZE)
    HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=vault, info=use.value.encode()).derive_into(store_key, key)
    return key
