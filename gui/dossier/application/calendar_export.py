# SPDX-License-Identifier: EUPL-1.2
"""Writing the days of a dossier to an agenda file where the officer chose; there is nothing about persons in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.errors import Hindrance
from assessment.outcome import Assessment
from assessment.telling.calendar_file import calendar_file
from assessment.terms.deadlines import deadlines
from gui.dossier.placing import AskPlace
from gui.dossier.saving import save
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone

NOTHING = "Er is geen termijn of plicht met een dag die nog komt. Er is niets om in een agenda te zetten."
NO_PERSONS = (
    "Er staan geen persoonsgegevens in: alleen kenmerk, naam van de termijn en dag. Het bestand verandert niet"
    " mee met het dossier."
)

Say = Callable[[Tone, str], None]


def export_calendar(
    page: StepPage, dossier: Dossier, assessment: Assessment, catalogue: Catalogue, ask_place: AskPlace, say: Say
) -> None:
    """Ask for a place and write the file there; `say` tells how it went."""
    found, today = deadlines(dossier, assessment.terms, assessment.duties), page.tools.today()
    if not any(one.last >= today for one in found):
        say(Tone.INFO, NOTHING)
        return

    def write(path: str) -> None:
        try:
            save(path, calendar_file({dossier.reference: found}, catalogue, today, datetime.now(UTC)))
        except Hindrance as hindrance:
            say(Tone.WARN, hindrance.sentence)
        else:
            say(Tone.OK, f"De agenda staat in {path}. {NO_PERSONS}")

    ask_place(page, f"{dossier.reference} termijnen.ics", write)
