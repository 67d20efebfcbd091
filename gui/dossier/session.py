# SPDX-License-Identifier: EUPL-1.2
"""One opened dossier: what it is now, what it was, and that every change is kept.

A change is shown at once, kept on the store lane, and assessed on a lane of its own. Both lanes only ever get the
newest value: what is overtaken while waiting is not done. Nothing here blocks the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile, Hindrance, Unkeepable
from assessment.outcome import Assessment
from gui.dossier.undo import History
from gui.lane import Lane

RETRY = 3000
"""Milliseconds until a failed save is tried again."""


class SavedState(StrEnum):
    """The quiet word in the header."""

    SAVED = "Opgeslagen"
    BUSY = "Bezig…"
    FAILED = "Niet opgeslagen"


@dataclass(frozen=True, slots=True)
class Services:
    """What the session calls on a lane: keep a dossier, keep a draft (an empty text forgets it), assess a dossier."""

    keep: Callable[[Dossier], object]
    keep_draft: Callable[[str, str], object]
    assess: Callable[[Dossier], Assessment]


class DossierSession(QObject):
    """Holds the dossier; `change(dossier, label)` is the only way to alter it."""

    dossier_changed = Signal(object)
    assessment_changed = Signal(object)
    assessment_lost = Signal()
    saved_state_changed = Signal(str)
    hindered = Signal(object)
    """A Hindrance met while keeping; it is tried again, and what was typed is still here."""
    settled = Signal()
    """Nothing is waiting to be kept."""

    def __init__(self, dossier: Dossier, services: Services, store: Lane, sums: Lane) -> None:
        super().__init__()
        self.history = History(dossier)
        self.drafts: dict[str, str] = {}
        self._unkept_drafts: dict[str, str] = {}
        self._keeping_draft = ""
        self.assessment: Assessment | None = None
        self.saved_state = SavedState.SAVED
        self._services = services
        self._store, self._sums = store, sums
        self._unkept: Dossier | None = None
        self._keeping = False
        self._unassessed: Dossier | None = dossier
        self._assessing = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self.retry_now)
        self._assess_next()

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.history.now

    def change(self, dossier: Dossier, label: str) -> None:
        """Take over a changed dossier; `label` says in Dutch what was done."""
        if self.history.change(dossier, label):
            self._follow()

    def undo(self) -> str:
        """Go back one change; gives the words of what was undone, or nothing."""
        label = self.history.undo()
        if label:
            self._follow()
        return label

    def redo(self) -> str:
        """Do again what was undone; gives its words, or nothing."""
        label = self.history.redo()
        if label:
            self._follow()
        return label

    def keep_draft(self, place: str, text: str) -> None:
        """Keep text that is no value yet (`f7.committed`); an empty text forgets it."""
        if self.drafts.get(place, "") == text:
            return
        self.drafts.pop(place, None)
        if text:
            self.drafts[place] = text
        self._unkept_drafts[place] = text
        self._keep_next_draft()

    @property
    def is_settled(self) -> bool:
        """Whether everything that was changed, and everything that was half typed, has been kept."""
        return self._unkept is None and not self._keeping and not self._unkept_drafts and not self._keeping_draft

    def retry_now(self) -> None:
        """Try a failed save again at once."""
        self._keep_next()
        self._keep_next_draft()

    def _follow(self) -> None:
        """Show, keep and assess what is now."""
        self._unkept = self._unassessed = self.dossier
        self.dossier_changed.emit(self.dossier)
        self._keep_next()
        self._assess_next()

    def _keep_next(self) -> None:
        if self._keeping or self._unkept is None:
            return
        dossier, self._unkept, self._keeping = self._unkept, None, True
        self._retry.stop()
        self._say(SavedState.BUSY)
        self._store.run(
            lambda: self._services.keep(dossier),
            self._on_kept,
            lambda error: self._on_not_kept(dossier, error),
            lambda: self._on_keep_broken(dossier),
        )

    def _on_kept(self, _result: object) -> None:
        self._keeping = False
        if self._unkept is not None:
            self._keep_next()
            return
        self._keep_next_draft()
        self._tell_settled()

    def _on_not_kept(self, dossier: Dossier, error: Hindrance) -> None:
        self._keeping = False
        self._unkept = self._unkept or dossier
        self._say(SavedState.FAILED)
        if isinstance(error, FaultyFile):  # the same dossier will be refused again; only another change helps
            self.hindered.emit(Unkeepable())
            return
        self.hindered.emit(error)
        self._retry.start()

    def _on_keep_broken(self, dossier: Dossier) -> None:
        """A bug is told by the hook; the change stays here and goes along with the next one."""
        self._keeping = False
        self._unkept = self._unkept or dossier
        self._say(SavedState.FAILED)

    def _keep_next_draft(self) -> None:
        if self._keeping_draft or not self._unkept_drafts:
            return
        self._keeping_draft = place = next(iter(self._unkept_drafts))
        text = self._unkept_drafts.pop(place)
        self._store.run(
            lambda: self._services.keep_draft(place, text),
            self._on_draft_kept,
            lambda error: self._on_draft_not_kept(text, error),
            lambda: self._hold_draft(text),
        )

    def _on_draft_kept(self, _result: object) -> None:
        self._keeping_draft = ""
        self._keep_next_draft()
        self._tell_settled()

    def _on_draft_not_kept(self, text: str, error: Hindrance) -> None:
        self._hold_draft(text)
        self.hindered.emit(error)
        self._retry.start()

    def _hold_draft(self, text: str) -> None:
        """Hold on to half-typed text that could not be kept, unless something newer was typed there."""
        place, self._keeping_draft = self._keeping_draft, ""
        self._unkept_drafts.setdefault(place, text)
        self._say(SavedState.FAILED)

    def _tell_settled(self) -> None:
        if self.is_settled:
            self._say(SavedState.SAVED)
            self.settled.emit()

    def _assess_next(self) -> None:
        if self._assessing or self._unassessed is None:
            return
        dossier, self._unassessed, self._assessing = self._unassessed, None, True
        self._sums.run(lambda: self._services.assess(dossier), self._on_assessed, broken=self._on_assess_broken)

    def _on_assess_broken(self) -> None:
        """Without an outcome there is nothing to show: an old one would be about another dossier."""
        self._assessing = False
        self.assessment = None
        self.assessment_lost.emit()

    def _on_assessed(self, assessment: Assessment) -> None:
        self._assessing = False
        self.assessment = assessment
        self.assessment_changed.emit(assessment)
        self._assess_next()

    def _say(self, state: SavedState) -> None:
        self.saved_state = state
        self.saved_state_changed.emit(state.value)
