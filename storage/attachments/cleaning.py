# SPDX-License-Identifier: EUPL-1.2
"""Taking the metadata out of an image without touching a point of the picture: place, device, time, names, comments.

JPEG and PNG are rows of pieces, and only those that tell of the picture itself are kept. In a JPEG that is everything
but the application pieces and comments, with JFIF, the colour profile and Adobe's word on colours kept: without them
the colours are others. Whatever stands behind the end of the picture goes as well.

Of what a camera noted one number stays: which way up the photo is. Without it a photo would lie on its side.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

from assessment.attachment import FileKind
from assessment.errors import FileOutOfReach
from storage.attachments.orientation import only_orientation

LARGEST_CLEANED: Final = 100 * 1024 * 1024
"""Bytes of an image that is cleaned; it is held in memory for that."""

_KEPT_IN_PNG: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD",
     b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATION: Final = range(0xE0, 0xF0)
_EXIF, _EXIF_START = 0xE1, b"Exif\0\0"
_KEPT_IN_JPEG: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_BARE: Final = (0x01, *range(0xD0, 0xD8))
"""Markers without a length behind them."""

_NOT_THIS_KIND: Final = (
    "uit dit soort afbeelding kan Toetssteen de metagegevens niet halen. Bewaar haar als JPEG of PNG, of voeg haar toe"
    " zonder die keuze."
)
_TOO_LARGE: Final = "deze afbeelding is te groot om er de metagegevens uit te halen. Voeg haar toe zonder die keuze."
_DAMAGED: Final = "deze afbeelding is beschadigd; de metagegevens zijn er niet uit te halen."


class _NotAsItShould(Exception):  # noqa: N818 - told as a damaged image
    """The image is not built as its kind is."""


def refuse_uncleanable(kind: FileKind, name: str, size: int) -> None:
    """Refuse an image that cannot be cleaned; raises FileOutOfReach."""
    if kind not in (FileKind.JPEG, FileKind.PNG):
        raise FileOutOfReach(name, _NOT_THIS_KIND)
    if size > LARGEST_CLEANED:
        raise FileOutOfReach(name, _TOO_LARGE)


def cleaned(content: bytes, kind: FileKind, name: str) -> bytes:
    """Give the image without its metadata; raises FileOutOfReach."""
    refuse_uncleanable(kind, name, len(content))
    try:
        return _jpeg(content) if kind is FileKind.JPEG else _png(content)
    except (_NotAsItShould, struct.error, IndexError) as error:
        raise FileOutOfReach(name, _DAMAGED) from error


def _png(content: bytes) -> bytes:
    kept, at = [_PNG_START], len(_PNG_START)
    while True:
        length, kind = struct.unpack_from(">I4s", content, at)
        following = at + 12 + length
        if following > len(content):
            raise _NotAsItShould
        if kind in _KEPT_IN_PNG:
            kept.append(content[at:following])
        elif kind == b"eXIf":
            kept.append(_png_piece(kind, only_orientation(content[at + 8 : at + 8 + length])))
        elif kind[:1].isupper():  # a piece that cannot be left out, and that we do not know
            raise _NotAsItShould
        if kind == b"IEND":
            return b"".join(kept)
        at = following


def _png_piece(kind: bytes, body: bytes) -> bytes:
    """Make a piece of a PNG; none of nothing."""
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(kind + body)) if body else b""


def _jpeg(content: bytes) -> bytes:
    kept, at = [content[:2]], 2
    while True:
        at, marker = _marker(content, at)
        if marker == _END:
            return b"".join((*kept, b"\xff\xd9"))
        if marker in _BARE:
            kept.append(bytes((0xFF, marker)))
            continue
        (length,) = struct.unpack_from(">H", content, at)
        if length < 2 or at + length > len(content):
            raise _NotAsItShould
        kept.append(_kept_of(marker, content[at + 2 : at + length]))
        at += length
        if marker == _SCAN:
            end = _end_of_scan(content, at)
            kept.append(content[at:end])
            at = end


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Read a marker, with the bytes that may fill up before it; gives where it ends too."""
    if content[at] != 0xFF:
        raise _NotAsItShould
    while content[at] == 0xFF:
        at += 1
    return at + 1, content[at]


def _kept_of(marker: int, body: bytes) -> bytes:
    """Give what stays of a piece of a JPEG, with its marker and length."""
    if marker == _EXIF and body.startswith(_EXIF_START):
        way = only_orientation(body.removeprefix(_EXIF_START))
        body = _EXIF_START + way if way else b""
        stays = bool(way)
    else:
        of_picture = marker not in _APPLICATION and marker != _COMMENT
        stays = of_picture or (marker in _KEPT_IN_JPEG and body.startswith(_KEPT_IN_JPEG[marker]))
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body if stays else b""


def _end_of_scan(content: bytes, at: int) -> int:
    """Find where the compressed points end: at a marker that is no restart and no stuffed byte."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise _NotAsItShould
        if content[at + 1] != 0 and content[at + 1] not in range(0xD0, 0xD8) and content[at + 1] != 0xFF:
            return at
        at += 2 if content[at + 1] != 0xFF else 1
