# SPDX-License-Identifier: EUPL-1.2
"""Whether the log beside a database was written beyond where the library stops reading it.

The library reads a log up to the first frame that does not fit its checksum, and leaves out without a word what stands
behind it. What a power cut tears is the transaction that was being written, which nobody was told was durable. There is
one writer, and the next transaction begins after the one before was durable. So where the part that is left out holds
the end of a transaction and more behind it, something durable is lost: that is damage.

What encrypts the pages leaves the headers in the log as they are: sqlite.org/fileformat2.html, "The Write-Ahead Log".
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any, Final, TypeAlias

from storage.store_files import StoreFiles

LARGEST: Final = 1 << 30
"""Bytes of a log that are looked at; the program empties it at some four million."""

_HEADER: Final = 32
_FRAME_HEADER: Final = 24
LOG: Final = "laatste wijzigingen, store.db-wal"
"""What is damaged, for the sentence about it."""

_BYTE_ORDERS: Final = {0x377F0682: "<", 0x377F0683: ">"}
"""The first four bytes, and in which order the checksums are counted."""
_VERSION: Final = 3007000
_INDEX_HEADER: Final = 48

Salts: TypeAlias = tuple[int, int]
"""Two numbers that all frames bear since the log was last begun from the front."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands before a page: its number, how many pages there are once a transaction ends here, and the salts."""

    page: int
    pages_at_end: int
    salt: int
    other_salt: int

    @property
    def salts(self) -> Salts:
        """Give both."""
        return self.salt, self.other_salt

    def is_of(self, salts: Salts) -> bool:
        """Whether it was written since: of salts from before both are others, a damaged bit is in one of them."""
        return self.salt == salts[0] or self.other_salt == salts[1]


def is_damaged(files: StoreFiles, connection: Any) -> bool:
    """Whether more was durable than a connection, on this database or a copy of it, can read; raises OSError."""
    if not files.log.exists():
        return _is_missing(files)
    _, accepted, _ = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
    (page_size,), (pages,) = (connection.execute(f"PRAGMA {one}").fetchone() for one in ("page_size", "page_count"))
    return _goes_on(files.log, max(0, accepted), int(page_size), pages)


def _is_missing(files: StoreFiles) -> bool:
    """Whether the index of the log, which is taken away before the log, tells of frames not yet in the database.

    That of an empty log tells nothing: after a power cut it may be of before the log was emptied.
    """
    if not files.shared.is_file():
        return False
    with files.shared.open("rb") as file:
        content = file.read(2 * _INDEX_HEADER + 4)
    if len(content) < 2 * _INDEX_HEADER + 4:
        return False
    first, second = content[:_INDEX_HEADER], content[_INDEX_HEADER : 2 * _INDEX_HEADER]
    version, frames, *sums = struct.unpack("=I12xI20x2I", first)
    if first != second or version != _VERSION or tuple(sums) != _sums(first[:40], "="):
        return False
    return bool(frames > struct.unpack_from("=I", content, 2 * _INDEX_HEADER)[0])


def _goes_on(log: Path, accepted: int, page_size: int, pages: int) -> bool:
    """Whether durable transactions stand behind the frames that the library accepted."""
    frames = (min(log.stat().st_size, LARGEST) - _HEADER) // (_FRAME_HEADER + page_size)
    if frames <= accepted:
        return False
    with log.open("rb", buffering=0) as file:
        salts = _salts(file.read(_HEADER), page_size)
        left_out = _frames(file, range(accepted, frames), page_size)
        if salts is None:
            return _holds_any(left_out, pages + frames)
        return _are_several(frame for frame in left_out if frame.is_of(salts))


def _frames(file: FileIO, numbers: Iterable[int], page_size: int) -> Iterator[_Frame]:
    for number in numbers:
        file.seek(_HEADER + number * (_FRAME_HEADER + page_size))
        yield _Frame(*struct.unpack(">4I", file.read(_FRAME_HEADER)[:16]))


def _are_several(frames: Iterator[_Frame]) -> bool:
    """Whether frames that were left out are of more than one transaction."""
    before: _Frame | None = None
    pages: set[int] = set()
    comes_twice = False
    for frame in frames:
        if before is not None:
            if before.pages_at_end:
                return True
            # A transaction writes a page once, but for its last: so the end of one is found that cannot be read.
            comes_twice = comes_twice or before.page in pages
            pages.add(before.page)
        before = frame
    return before is not None and before.pages_at_end != 0 and comes_twice


def _holds_any(frames: Iterable[_Frame], most: int) -> bool:
    """Whether there is a transaction in a log of which the header is damaged; what makes no sense is no log of ours."""
    likely, ends = Counter[Salts](), set[Salts]()
    for one in frames:
        if 0 < one.page <= most and one.pages_at_end <= most:
            likely[one.salts] += 1
            if one.pages_at_end:
                ends.add(one.salts)
    return any(salts in ends for salts, _ in likely.most_common(1))


def _salts(header: bytes, page_size: int) -> Salts | None:
    """Give the salts of a log, or nothing when its header is damaged; it is durable before any frame is."""
    if len(header) < _HEADER:
        return None
    magic, version, size, _, *rest = struct.unpack(">8I", header)
    order = _BYTE_ORDERS.get(magic)
    if order is None or version != _VERSION or size != page_size or (rest[2], rest[3]) != _sums(header[:24], order):
        return None
    return rest[0], rest[1]


def _sums(content: bytes, order: str) -> tuple[int, int]:
    """Count the checksum over a header, as the library does."""
    first = second = 0
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
