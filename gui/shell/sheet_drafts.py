# SPDX-License-Identifier: EUPL-1.2
"""Drafts of what is typed in sheets that are no part of an open dossier: settings, users, handing over, a new dossier.

Those about a dossier are kept with it, so that they are destroyed with it too. Each user has their own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from assessment.errors import Hindrance
from assessment.ports import DossierId, Vault
from assessment.services import drafts
from gui.dossier.session import RETRY
from gui.lane import Lane
from gui.parts.asking_sheet import AskingSheet
from gui.parts.side_sheet import drafts_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft belongs; without `about` it is a field of the dossier that has not begun, which all share."""

    dossier: DossierId | None
    about: str
    field: str


class SheetDrafts(QObject):
    """Keeps drafts on the store lane, and tries again what could not be kept; `settled` when nothing is waiting."""

    settled = Signal()
    hindered = Signal(object)

    def __init__(self, vault: Vault, store: Lane) -> None:
        super().__init__()
        self._vault, self._store = vault, store
        self._wanted: dict[Place, str] = {}
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self.retry_now)

    @property
    def is_settled(self) -> bool:
        """Whether all that was typed has been kept."""
        return not self._wanted

    def hold(self, sheet: AskingSheet, about: str, dossier: DossierId | None = None) -> None:
        """Keep what is typed in a sheet from now on, and show in it what was typed there before."""
        sheet.about, sheet.dossier = about, dossier or ""
        sheet.drafted.connect(lambda field, text: self.keep(Place(dossier, about, field), text))

        def fetch() -> dict[str, str]:
            with self._vault.work() as work:
                return drafts_of(work.drafts.all(dossier), self._own(about))

        self._store.run(fetch, lambda found: sheet.restore(found) if isValid(sheet) else None)

    def keep(self, place: Place, text: str) -> None:
        """Keep a text; an empty one forgets it."""
        self._wanted[place] = text
        self._store.run(
            lambda: self._write(place, text), lambda _: self._on_kept(place, text), self._on_not_kept, self._on_broken
        )

    def forget(self, about: str, names: Iterable[str], dossier: DossierId | None = None) -> None:
        """Forget what was typed in a sheet, also when the sheet has gone."""
        for name in names:
            self.keep(Place(dossier, about, name), "")

    def retry_now(self) -> None:
        """Try again what could not be kept."""
        for place, text in tuple(self._wanted.items()):
            self.keep(place, text)

    def _write(self, place: Place, text: str) -> None:
        field = f"{self._own(place.about)}.{place.field}" if place.about else place.field
        with contextlib.suppress(KeyError):  # its dossier was destroyed, and it with the dossier
            drafts.keep(self._vault.work(), place.dossier, field, text)

    def _own(self, about: str) -> str:
        """Say what it is kept under for who has the store open: nobody finds what another typed."""
        return f"{about}:{self._vault.people.me.id}"

    def _on_kept(self, place: Place, text: str) -> None:
        if self._wanted.get(place) == text:
            del self._wanted[place]
        if self.is_settled:
            self.settled.emit()

    def _on_not_kept(self, hindrance: Hindrance) -> None:
        self.hindered.emit(hindrance)
        self._retry.start()

    def _on_broken(self) -> None:
        self._retry.start()
