# SPDX-License-Identifier: EUPL-1.2
"""The form of an encrypted file: a header and chunks, each authenticated with its place and whether it is last.

AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015, as in Tink and age): the nonce is a
random prefix of 7 bytes, the number of the chunk (4 bytes) and 1 for the last (1 byte); the header is authenticated
with each. So a chunk that is changed, missing, added, moved or taken from another file is found before any of it is
used. The key is drawn for this one file, so a nonce never comes twice under it.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK: Final = 1024 * 1024
"""Bytes in clear of each chunk but the last."""

TAG: Final = 16
PREFIX: Final = 7
VERSION: Final = 1

_MAGIC: Final = b"toetsbij"
_HEADER: Final = struct.Struct(f">8sBI{PREFIX}s")
HEADER_SIZE: Final = _HEADER.size


class Altered(Exception):  # noqa: N818 - told as a damaged store by whoever asked
    """The file is not as it was written; never leaves the storage."""


@dataclass(frozen=True, slots=True)
class Header:
    """The size of the chunks, and what the nonces begin with."""

    chunk: int
    prefix: bytes

    @classmethod
    def new(cls, chunk: int = CHUNK) -> Self:
        """Draw one for a new file."""
        return cls(chunk, secrets.token_bytes(PREFIX))

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """Read it, with its limits checked before anything is allocated; raises Altered."""
        raw = file.read(HEADER_SIZE)
        if len(raw) != HEADER_SIZE:
            raise Altered
        magic, version, chunk, prefix = _HEADER.unpack(raw)
        if (magic, version) != (_MAGIC, VERSION) or not 1 <= chunk <= CHUNK:
            raise Altered
        return cls(chunk, prefix)

    def __bytes__(self) -> bytes:
        """Write it."""
        return _HEADER.pack(_MAGIC, VERSION, self.chunk, self.prefix)

    def nonce(self, number: int, is_last: bool) -> bytes:
        """Give the nonce of a chunk, counted from 0."""
        return self.prefix + number.to_bytes(4) + bytes([is_last])

    def size_of(self, clear: int) -> int:
        """Give the size of the encrypted file for so many bytes in clear."""
        chunks = max(1, -(-clear // self.chunk))
        return HEADER_SIZE + clear + chunks * TAG


def encrypted(pieces: Iterable[bytes], header: Header, key: bytearray) -> Iterator[bytes]:
    """Encrypt pieces that are each as large as a chunk, except the last; gives the chunks."""
    cipher, aad = AESGCM(key), bytes(header)
    number, waiting = 0, b""
    for piece in pieces:
        if waiting:
            yield cipher.encrypt(header.nonce(number, False), waiting, aad)
            number += 1
        waiting = piece
    yield cipher.encrypt(header.nonce(number, True), waiting, aad)


def decrypted(file: BinaryIO, key: bytearray) -> Iterator[bytes]:
    """Decrypt a file from its header on, piece by piece; raises Altered.

    Each piece is genuine when it is given, but only after the last one is it known that none is missing.
    """
    header = Header.read(file)
    cipher, aad = AESGCM(key), bytes(header)
    number, waiting = 0, file.read(header.chunk + TAG)
    while True:
        following = file.read(header.chunk + TAG)
        try:
            piece = cipher.decrypt(header.nonce(number, not following), waiting, aad)
        except InvalidTag:
            raise Altered from None
        if number and not piece:  # a file has one way to be written: no empty chunk behind a full one
            raise Altered
        yield piece
        if not following:
            return
        number, waiting = number + 1, following
