# SPDX-License-Identifier: EUPL-1.2
"""The anchor: number and MAC of a line at the end of the journal, in a small file beside the database.

The chain within the database cannot tell that its end was cut off, head and all, or that an older copy of the whole
database was put back. The anchor can: it is never ahead of what is durable, and only the store key gives the key that
authenticates it. Not found is an older copy of database and anchor together; for that an anchor elsewhere is needed.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from assessment.journal_end import EndKind, JournalEnd
from storage import setting, tables
from storage.keys.canonical import canonical
from storage.keys.derive import Use, key_for
from storage.keys.secret import wipe
from storage.owned import write_whole
from storage.prepared import Prepared

EVERY: Final = 20
"""Commits after which the anchor is set again; to set it costs about as much as one of them (measured: 0.5 ms)."""

MADE: Final = "anchor.made"
RENEWED: Final = "anchor.renewed"
"""Lines of the journal about the anchor."""

FORMAT: Final = "toetssteen-anker"
VERSION: Final = 1
LARGEST: Final = 1024
"""Bytes; an anchor takes less than three hundred."""

_LINE: Final = tables.journal.c
_LAST_AND_ANCHORED: Final = Prepared(
    select(
        select(func.max(_LINE.seq)).scalar_subquery(),
        select(_LINE.mac).where(_LINE.seq == bindparam("anchored")).scalar_subquery(),
    )
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A line of the journal by its number, and the MAC of that line and all before it."""

    seq: int
    head: bytes

    def to_bytes(self, key: bytearray) -> bytes:
        """Write it as it stands on disk."""
        told = {"format": FORMAT, "version": VERSION, "seq": self.seq, "head": self.head.hex()}
        return canonical({**told, "mac": hmac.digest(key, canonical(told), "sha256").hex()})


def read_anchor(path: Path, key: bytearray) -> Anchor | None:
    """Read the anchor, or nothing when there is none; raises ValueError for one that we did not write, OSError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    try:
        told = json.loads(content.decode("ascii"))
        anchor = Anchor(int(told["seq"]), bytes.fromhex(told["head"]))
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError("not an anchor") from error
    # What is read must be, to the byte, what we would write.
    if not hmac.compare_digest(content, anchor.to_bytes(key)):
        raise ValueError("an anchor that was altered")
    return anchor


@contextmanager
def keys_of_anchor(store_keys: Iterable[bytearray], vault: bytes) -> Iterator[tuple[bytearray, ...]]:
    """Lend the keys that anchors are authenticated with under some store keys."""
    keys = tuple(key_for(Use.ANCHOR, one, vault) for one in store_keys)
    try:
        yield keys
    finally:
        wipe(*keys)


def journal_end(connection: Connection, path: Path, *keys: bytearray) -> JournalEnd:
    """Hold the journal against its anchor; changes nothing; raises OSError, or as the database does.

    There is more than one key where re-keying was broken off: the anchor may be of either.
    """
    found: list[Anchor | None] = []
    for key in keys:
        with contextlib.suppress(ValueError):
            found.append(read_anchor(path, key))
    if not found:
        return JournalEnd(EndKind.DAMAGED)
    anchor = found[0]
    if anchor is None:
        was_set = bool(setting.read(connection, setting.ANCHORED))
        return JournalEnd(EndKind.MISSING if was_set else EndKind.NOT_SET)
    ((last, mac),) = _LAST_AND_ANCHORED.rows(connection, {"anchored": anchor.seq})
    if (last or 0) < anchor.seq:
        return JournalEnd(EndKind.SHORTER, anchor.seq, anchor.seq - (last or 0))
    return JournalEnd(EndKind.HOLDS if mac == anchor.head else EndKind.OTHER, anchor.seq)


class AnchorFile:
    """Keeps the anchor of an open store near the end of its journal; `passed` is told of every durable line."""

    def __init__(self, path: Path, key: bytearray) -> None:
        self._path = path
        self._key = key
        self._guard = threading.Lock()
        self._newest: Anchor | None = None
        self._waiting = 0
        self._is_free = False

    def free(self) -> None:
        """Let it follow the journal from now on: nothing is held against the journal any more."""
        self._is_free = True

    def passed(self, seq: int, head: bytes) -> None:
        """Take over the end of the journal after a commit, and set the anchor now and then.

        The commit has succeeded; a disk that refuses the anchor is tried again at the next one.
        """
        with self._guard:
            self._newest = Anchor(seq, head)
            self._waiting += 1
            if self._waiting >= EVERY:
                with contextlib.suppress(OSError):
                    self._write()

    def set_(self) -> None:
        """Set the anchor at the newest line; raises OSError, and then the earlier one stands."""
        with self._guard:
            if self._waiting:
                self._write()

    def _write(self) -> None:
        if self._is_free and self._newest is not None:
            write_whole(self._path, self._newest.to_bytes(self._key))
            self._waiting = 0
