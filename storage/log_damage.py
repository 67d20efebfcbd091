# SPDX-License-Identifier: EUPL-1.2
"""Whether the log beside a database was written beyond where the library stops reading it.

The library reads a log up to the first frame that does not fit its checksum, and leaves out without a word what stands
behind it. What a power cut tears is the transaction that was being written, which nobody was told was durable. There is
one writer, and the next transaction begins after the one before was durable. So where the part that is left out holds
the end of a transaction and more behind it, something durable is lost: that is damage.

The index beside a log knows more: the library writes there how many frames there are once a transaction is durable, and
under which salts, which become others before the log is begun from the front. After a power cut it may be of earlier,
but never of a log with more frames than were durable. Whoever opens a log after a crash counts its frames anew, without
knowing what was lost: an index tells something only when somebody wrote since. A log that was cut to nothing is not
told: after a power cut the index may be of before it was emptied; the anchor of the journal tells that.

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
_INDEX: Final = 2 * _INDEX_HEADER + 40
"""Bytes at the head of an index: twice the same, and how far the log is in the database."""

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


@dataclass(frozen=True, slots=True)
class _Index:
    """What the index of a log says: the frames that were durable, those of them in the database, and their salts."""

    frames: int
    in_database: int
    salts: Salts
    is_written: bool
    """Whether a transaction ended since the frames were last counted from the log itself."""


def index_of(files: StoreFiles) -> bytes:
    """Give the head of the index of the log, or as much as there is of it; raises OSError.

    Who is the first to read a log begins the index anew, so it is read before a connection is made.
    """
    if not files.shared.is_file():
        return b""
    with files.shared.open("rb") as file:
        return file.read(_INDEX)


def put_index_back(files: StoreFiles, head: bytes) -> None:
    """Let the index say again what it said before the log was read, so that the next look sees it too; raises OSError.

    Nobody may have the database open.
    """
    before = _index(head)
    if before is not None and before.is_written and files.shared.is_file():
        with files.shared.open("r+b") as file:
            file.write(head)


def is_damaged(files: StoreFiles, connection: Any, head: bytes | None = None) -> bool:
    """Whether more was durable than a connection, on this database or a copy of it, can read; raises OSError.

    `head` is that of the index from before the connection read; it is read now where the connection is on a copy.
    """
    index = _index(index_of(files) if head is None else head)
    # Of a log with a frame a kill leaves the header, which is written before it.
    if not files.log.exists() or 0 < files.log.stat().st_size < _HEADER:
        return _is_missing(index)
    _, accepted, _ = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
    (page_size,), (pages,) = (connection.execute(f"PRAGMA {one}").fetchone() for one in ("page_size", "page_count"))
    accepted, page_size = max(0, accepted), int(page_size)
    if index is not None and index.is_written and index.salts == _salts_of(files.log, page_size):
        return bool(index.frames > (accepted or index.in_database))
    return _goes_on(files.log, accepted, page_size, pages)


def _is_missing(index: _Index | None) -> bool:
    """Whether the index of a log that is not there, before which it is taken away, tells of frames not in the database.

    That of an empty log tells nothing: after a power cut it may be of before the log was emptied.
    """
    return index is not None and index.frames > index.in_database


def _index(head: bytes) -> _Index | None:
    """Read the head of an index; nothing when it does not fit itself, or was being written."""
    if len(head) < _INDEX:
        return None
    first, second = head[:_INDEX_HEADER], head[_INDEX_HEADER : 2 * _INDEX_HEADER]
    version, changes, frames, *sums = struct.unpack("=I4xI4xI20x2I", first)
    if first != second or version != _VERSION or tuple(sums) != _sums(first[:40], "="):
        return None
    (in_database,) = struct.unpack_from("=I", head, 2 * _INDEX_HEADER)
    salt, other_salt = struct.unpack_from(">2I", first, 32)
    return _Index(frames, in_database, (salt, other_salt), changes > 0)


def _salts_of(log: Path, page_size: int) -> Salts | None:
    with log.open("rb") as file:
        return _salts(file.read(_HEADER), page_size)


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
