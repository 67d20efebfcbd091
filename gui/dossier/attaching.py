# SPDX-License-Identifier: EUPL-1.2
"""Attachments of one opened dossier: which there are, and the slow work on them, beside the window.

Files are read and encrypted on a lane of their own, so that what is typed meanwhile is kept. What is under way keeps
this object and not the page: who leaves the dossier still gets what was being taken in.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import PurePath
from threading import Event

from PySide6.QtCore import QObject, Signal

from assessment.attachment import Attachment, AttachmentId, TakenIn
from assessment.errors import Hindrance
from assessment.ports import DossierId, Vault
from assessment.services import attachments as service
from gui.lane import Lane

PARTS_TOLD = 1000
"""In how many parts the progress is told."""


class Attaching(QObject):
    """`changed` when there are others, `moved` while a file is read, `said(sentence)` for what went otherwise.

    `written(path)` when a file that was to leave the store is there, `unwritten(sentence)` when it could not be.

    `busy` is the name of the file that is being read, or empty; `progress` how far it is, of PARTS_TOLD.
    """

    changed = Signal()
    moved = Signal()
    said = Signal(str)
    written = Signal(str)
    unwritten = Signal(str)
    _stepped = Signal(int)

    def __init__(self, vault: Vault, dossier: DossierId, store: Lane, files: Lane) -> None:
        super().__init__()
        self._vault, self._dossier, self._store, self._files = vault, dossier, store, files
        self._all: tuple[Attachment, ...] = ()
        self._waiting: deque[tuple[str, str, bool]] = deque()
        self._stop = Event()
        self.busy, self.progress = "", 0
        self._stepped.connect(self._on_step)
        self.fetch()

    def fetch(self) -> None:
        """Ask which there are."""
        self._store.run(lambda: service.of(self._vault.work(), self._dossier), self._show)

    def of(self, owner: str) -> tuple[Attachment, ...]:
        """Give those of one record (`document/d1`)."""
        return tuple(one for one in self._all if one.owner == owner)

    def owners(self, kind: str) -> frozenset[str]:
        """Give the ids of the records of a kind that have any, also of records that were removed."""
        return frozenset(id_ for found, _, id_ in (one.owner.partition("/") for one in self._all) if found == kind)

    def add(self, owner: str, path: str, *, cleaned: bool) -> None:
        """Take a file in, after those that were asked before it."""
        self._waiting.append((owner, path, cleaned))
        self._next()

    def cancel(self) -> None:
        """Leave off, also with those that are waiting."""
        self._waiting.clear()
        self._stop.set()

    def remove(self, id_: AttachmentId) -> None:
        """Take one away."""
        self._store.run(lambda: service.remove(self._vault.work(), id_), lambda _: self.fetch(), self._refused)

    def note_view(self, id_: AttachmentId) -> None:
        """Note that it is shown."""
        self._store.run(lambda: service.note_view(self._vault.work(), self._dossier, id_))

    def read(self, id_: AttachmentId) -> bytes:
        """Give its content; slow: for a lane. Empty when the store was locked meanwhile."""
        return self._vault.attachments.read(id_) or b""

    def write_out(self, one: Attachment, path: str, purpose: str) -> None:
        """Write it in clear where the officer chose; noted before it is there, so that none goes unnoted."""

        def write() -> bool:
            return self._vault.attachments.write_out(one.id, path, self._step, self._stop.is_set)

        self._begin(one.name)
        self._store.run(
            lambda: service.note_export(self._vault.work(), self._dossier, one.id, purpose),
            lambda _: self._files.run(write, partial(self._on_written, path), self._on_unwritten, self._end),
            self._on_unwritten,
            self._end,
        )

    def _next(self) -> None:
        if self.busy or not self._waiting:
            return
        owner, path, cleaned = self._waiting.popleft()
        self._begin(PurePath(path).name)
        self._files.run(
            lambda: self._vault.attachments.take_in(path, self._step, self._stop.is_set, cleaned),
            lambda taken: self._on_taken(owner, taken),
            self._refused,
            self._end,
        )

    def _on_taken(self, owner: str, taken: TakenIn | None) -> None:
        if taken is None:
            self._end()
            return

        def attach() -> Attachment:
            try:
                return service.attach(self._vault.work(), self._dossier, owner, taken)
            except BaseException:
                self._vault.attachments.let_go(taken)
                raise

        self._store.run(attach, lambda made: self._on_attached(made, taken.remark), self._refused, self._end)

    def _on_attached(self, made: Attachment, remark: str) -> None:
        self._show((*self._all, made))
        if remark:
            self.said.emit(remark)
        self._end()

    def _on_written(self, path: str, is_there: bool) -> None:
        self._end()
        if is_there:
            self.written.emit(path)

    def _on_unwritten(self, hindrance: Hindrance) -> None:
        self._end()
        self.unwritten.emit(hindrance.sentence)

    def _refused(self, hindrance: Hindrance) -> None:
        self.said.emit(hindrance.sentence)
        self._end()

    def _begin(self, name: str) -> None:
        self._stop.clear()
        self.busy, self.progress = name, 0
        self.moved.emit()

    def _end(self) -> None:
        self.busy = ""
        self.moved.emit()
        self._next()

    def _step(self, done: int, size: int) -> None:
        """Tell how far it is; called on the lane, so only a signal may cross."""
        self._stepped.emit(PARTS_TOLD * done // max(size, 1))

    def _on_step(self, part: int) -> None:
        self.progress = part
        self.moved.emit()

    def _show(self, found: tuple[Attachment, ...]) -> None:
        self._all = found
        self.changed.emit()
