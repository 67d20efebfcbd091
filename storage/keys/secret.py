# SPDX-License-Identifier: EUPL-1.2
"""Key material in memory: held in bytearrays and overwritten after use.

Python cannot promise that no copy is left (a password typed in a window is a `str`); what can be overwritten, is.
"""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_HEADER: Final = sys.getsizeof(bytes(2).decode()) - 3
"""Bytes before the first of the characters of an ASCII text, measured on one that nobody else holds: the empty text is
shared by all, and grows when a call of Windows or Qt leaves a wide copy at it."""


def wipe(*secrets: bytearray) -> None:
    """Overwrite key material with zeros; its length stays."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


@contextmanager
def wiped(secret: bytearray) -> Iterator[bytearray]:
    """Lend a secret and overwrite it afterwards, whatever happens."""
    try:
        yield secret
    finally:
        wipe(secret)


def wipe_text(text: str) -> None:
    """Overwrite an ASCII text that nobody else holds, such as the statement that carries a key.

    A `str` cannot be changed by its own means; CPython keeps the characters of an ASCII text at the end of the object.
    """
    if sys.implementation.name == "cpython" and text.isascii():
        ctypes.memset(id(text) + _HEADER, 0, len(text))


def password_bytes(password: str) -> bytearray:
    """Give a password as bytes; the same signs typed on another keyboard give the same bytes (NFC)."""
    return bytearray(unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"))
