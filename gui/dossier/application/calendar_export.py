# SPDX-License-Identifier: EUPL-1.2
"""Writing the days of a dossier to an agenda file where the officer chose; there is nothing about persons in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment
from assessment.telling.calendar_file import calendar_file
from assessment.terms.deadlines import deadlines
from gui.dossier.application.terms_card import TermsCard
from gui.dossier.placing import AskPlace
from gui.dossier.saving import save
from gui.dossier.step_page import StepPage
from gui.lane import Lane
from gui.parts.badge import Tone

NOTHING = "Er is geen termijn of plicht met een dag die nog komt. Er is niets om in een agenda te zetten."
NO_PERSONS = (
    "Er staan geen persoonsgegevens in: alleen kenmerk, naam van de termijn en dag. Het bestand verandert niet"
    " mee met het dossier."
)


class CalendarExporter(QObject):
    """Emits `told(tone, sentence)` about how it went; who leaves the page still gets his file."""

    told = Signal(object, str)

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane = lane

    def export(self, path: str, make: Callable[[], bytes]) -> None:
        """Make the file and write it where the officer chose."""
        self._lane.run(
            lambda: save(path, make()),
            lambda _none: self.told.emit(Tone.OK, f"De agenda staat in {path}. {NO_PERSONS}"),
            lambda hindrance: self.told.emit(Tone.WARN, hindrance.sentence),
        )


def export_calendar(
    page: StepPage, dossier: Dossier, assessment: Assessment, catalogue: Catalogue, ask_place: AskPlace, card: TermsCard
) -> None:
    """Ask for a place and write the file there; the card tells how it went."""
    found, today = deadlines(dossier, assessment.terms, assessment.duties), page.tools.today()
    if not any(one.last >= today for one in found):
        card.say(Tone.INFO, NOTHING)
        return
    exporter = CalendarExporter(page.tools.paper)
    exporter.told.connect(card.say)

    def make() -> bytes:
        return calendar_file({dossier.reference: found}, catalogue, today, datetime.now(UTC))

    ask_place(page, f"{dossier.reference} termijnen.ics", lambda path: exporter.export(path, make))
