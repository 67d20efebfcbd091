# SPDX-License-Identifier: EUPL-1.2
"""A dossier that runs under an older catalogue: the notice above it, and the sheet on what going over changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell_iso
from assessment.dossier.dossier import Dossier
from assessment.screening.carry_over import carried, carry_over
from assessment.services.dossiers import may_go_over
from gui.dossier.page import DossierPage
from gui.dossier.session import DossierSession
from gui.lane import Lane
from gui.parts.button import Rank, button
from gui.parts.label import Prose
from gui.parts.side_sheet import SideSheet

if TYPE_CHECKING:
    from assessment.services.transition import Part

ACTION = "Bekijk wat er verandert"
WORDS = "Overgegaan naar een andere catalogus"
INTRO = (
    "Het dossier houdt de catalogus waarmee het begon, tot u anders besluit. Wat u overneemt, kunt u ongedaan maken "
    "zolang het dossier open is."
)


@dataclass(frozen=True, slots=True)
class Told:
    """From where to where a dossier would go, what that changes, and whether it fits there at all."""

    way: str
    parts: tuple[Part, ...]
    fits: bool


def notice(dossier: Dossier, newest: Catalogue) -> str:
    """Say that a newer catalogue is there; nothing of a dossier that runs under it, or that is decided."""
    if not may_go_over(dossier, newest):
        return ""
    began, now = (tell_iso(one) for one in (dossier.catalogue, newest.date))
    return f"Dit dossier loopt onder de catalogus van {began}. Er is een nieuwere, van {now}."


def changes(dossier: Dossier, old: Catalogue, new: Catalogue) -> Told:
    """Tell what going over changes; it assesses twice, so call it on a lane."""
    from assessment.services.new_catalogue import effect
    from assessment.services.transition import between, transition

    found = effect(dossier, old, new)
    return Told(between(old, new), transition(dossier, found, old, new), fits=not found.unknown)


class GoingOver(QObject):
    """Joins a page with the newest catalogue: says that it is there, what it changes, and takes it over when asked."""

    def __init__(self, page: DossierPage, session: DossierSession, newest: Catalogue, sums: Lane) -> None:
        super().__init__(page)
        self._page, self._session, self._newest, self._sums = page, session, newest, sums
        page.newer_asked.connect(self._ask)
        session.dossier_changed.connect(self._tell)
        self._tell(session.dossier)

    def _tell(self, dossier: Dossier) -> None:
        sentence = notice(dossier, self._newest)
        self._page.tell_newer(sentence, ACTION if sentence else "")

    def _ask(self) -> None:
        self._page.flush()
        dossier, old, new = self._session.dossier, self._page.catalogue, self._newest
        self._sums.run(lambda: changes(dossier, old, new), self._show)

    def _show(self, told: Told) -> None:
        if self._page.isVisible():
            sheet = NewerSheet(told)
            sheet.accepted.connect(self._go_over)
            self._page.show_sheet(sheet)

    def _go_over(self) -> None:
        """Go over with what is recorded now, which may be more than when it was asked."""
        self._page.flush()
        self._page.setEnabled(False)  # another page follows at once
        dossier, new = self._session.dossier, self._newest
        self._session.change(carried(dossier, carry_over(dossier, self._page.catalogue, new), new), WORDS)


class NewerSheet(SideSheet):
    """Emits `accepted()` when the officer takes the newer catalogue over."""

    accepted = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__("Nieuwe catalogus")
        self.add(Prose(f"{told.way}. {INTRO}"))
        for part in told.parts:
            self.add(Prose(part.title, "label"))
            for line in part.lines:
                self.add(Prose(line))
        self.verb = button("Ga over", "check", Rank.PRIMARY, self._on_accepted)
        if told.fits:
            self.ask(self.verb)

    def focus_first(self) -> None:
        (self.verb if self.verb.isVisible() else self).setFocus()

    def _on_accepted(self) -> None:
        self.closed.emit()
        self.accepted.emit()
