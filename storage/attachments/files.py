# SPDX-License-Identifier: EUPL-1.2
"""The encrypted files of an open store: taking in, showing, and writing out; each on a thread of its own choosing.

What runs when the store is closed ends within a chunk, and `stop` returns only then: no key is used after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from sqlalchemy import Engine

from assessment.attachment import IMAGES, LARGEST_SHOWN, AttachmentId, Cancelled, Progress, TakenIn
from assessment.errors import FileOutOfReach
from storage.attachments import reading, source
from storage.attachments.cleaning import cleaned as clean
from storage.attachments.cleaning import refuse_uncleanable
from storage.attachments.format import CHUNK, Header
from storage.attachments.in_hand import InHand
from storage.attachments.leaving import write_in_clear
from storage.attachments.place import path_of
from storage.attachments.row import Row, find_row, named_files, total_of
from storage.attachments.sniff import kind_of, remark_on
from storage.attachments.sweeping import Sweeper
from storage.attachments.writing import refuse_without_room, write
from storage.hindering import at_the_door
from storage.interruptible import Dropped, Interruptible

_NOT_SHOWN: Final = "dit bestand is te groot om hier te tonen. Bewaar het buiten de kluis om het te bekijken."


class EncryptedFiles:
    """The files of one store; see `AttachmentFiles` in assessment/attachment.py for who calls it from above."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self.in_hand = InHand()
        self.sweeper = Sweeper(folder)
        self._engine = engine
        self._taking, self._giving = Interruptible(), Interruptible()

    def take_in(self, path: str, progress: Progress, cancelled: Cancelled, cleaned: bool = False) -> TakenIn | None:
        """Read, check and encrypt a file; None when it was cancelled, and then nothing is left of it."""
        try:
            with self._taking.running(), at_the_door():
                chosen = Path(path)
                with source.opened(chosen) as (file, size):
                    return self._taken_in(
                        file, source.name_of(chosen), size, _steps(self._taking, progress, cancelled), cleaned
                    )
        except Dropped:
            return None

    def let_go(self, taken: TakenIn) -> None:
        """Throw away what was taken in and is not named after all."""
        self.in_hand.forget(taken.file)
        self.sweeper.drop([taken.file])

    def settle(self, settled: Iterable[str], loose: Iterable[str]) -> None:
        """Let go of files that a row names now, and take away those that none names, after both were committed."""
        self.in_hand.forget(*settled)
        self.sweeper.drop(loose)

    def read(self, id_: AttachmentId) -> bytes | None:
        """Give the whole content; None when the store was locked meanwhile."""
        try:
            with self._giving.running(), at_the_door():
                row = self._row(id_)
                if row.size > LARGEST_SHOWN:
                    raise FileOutOfReach(row.name, _NOT_SHOWN)
                return b"".join(self._pieces(row))
        except Dropped:
            return None

    def write_out(self, id_: AttachmentId, path: str, progress: Progress, cancelled: Cancelled) -> bool:
        """Write the content in clear where the officer chose; says whether it is there."""
        try:
            with self._giving.running(), at_the_door():
                row = self._row(id_)
                step = _steps(self._giving, progress, cancelled)
                write_in_clear(Path(path), self._pieces(row), lambda done: step(done, row.size))
        except Dropped:
            return False
        return True

    def sweep(self) -> int:
        """Take away files that no row names and leftovers, and give how many."""
        try:
            with self._taking.running(), at_the_door():
                return self.sweeper.sweep(self.in_hand.names, self._named)
        except Dropped:
            return 0

    def stop(self) -> None:
        """End what is running, wait for it, and forget the keys that are in hand."""
        self._taking.stop()
        self._giving.stop()
        self.in_hand.clear()

    def _taken_in(
        self, file: BinaryIO, name: str, size: int, step: Callable[[int, int], object], cleaned: bool
    ) -> TakenIn:
        with source.told_of(name):
            kind = kind_of(file, name)
        with self._engine.connect() as connection:
            refuse_without_room(self.folder.parent, size, total_of(connection))
        coming: Iterable[bytes] = source.pieces(file, name, size, CHUNK)
        if cleaned and kind in IMAGES:
            refuse_uncleanable(kind, name, size)
            content = clean(b"".join(coming), kind, name)
            coming, size = _cut(content), len(content)
        with self._begun() as encrypted:
            key = self.in_hand.key(encrypted)
            place = path_of(self.folder, encrypted)
            digest = write(place, coming, key, Header.new(), lambda done: step(done, size))
        return TakenIn(encrypted, name, kind, size, digest, remark_on(name, kind))

    @contextmanager
    def _begun(self) -> Iterator[str]:
        name = self.in_hand.begin()
        try:
            yield name
        except BaseException:
            self.in_hand.forget(name)
            raise

    def _row(self, id_: AttachmentId) -> Row:
        with self._engine.connect() as connection:
            return find_row(connection, id_)

    def _named(self) -> frozenset[str]:
        with self._engine.connect() as connection:
            return named_files(connection)

    def _pieces(self, row: Row) -> Iterator[bytes]:
        for piece in reading.pieces(path_of(self.folder, row.file), row):
            with self._giving.going_on():
                yield piece


def _steps(work: Interruptible, progress: Progress, cancelled: Cancelled) -> Callable[[int, int], object]:
    """Give what is called after each piece: it ends the work when that is asked, and tells how far it is."""

    def step(done: int, size: int) -> None:
        with work.going_on():
            if cancelled():
                raise Dropped
        progress(done, size)

    return step


def _cut(content: bytes) -> Iterator[bytes]:
    return (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))
