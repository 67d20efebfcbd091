# SPDX-License-Identifier: EUPL-1.2
"""The course of the procedure: all events and the sheet of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.dates import When
from assessment.dossier.event import Event, EventKind
from assessment.telling.consequences import consequences, made_impossible
from gui.dossier.application.events import COLUMNS, EventRow, event_specs, new_event_specs, rows
from gui.dossier.application.new_event_sheet import NewEventSheet
from gui.parts.course import CourseCard
from gui.parts.field_spec import FieldSpec
from gui.parts.record_table import RecordTable


class EventsCard(CourseCard):
    """Adds, changes and removes events of every kind."""

    def __init__(self) -> None:
        table = RecordTable(
            "Verloop", COLUMNS, empty="Er is nog geen gebeurtenis vastgelegd.", add="Voeg een gebeurtenis toe"
        )
        super().__init__("Verloop", "Wat er is gebeurd. Hieruit worden de termijnen geteld.", table)
        table.add_asked.connect(lambda: self._ask("new:event"))

    def rows(self) -> tuple[EventRow, ...]:
        return rows(self.dossier, self.catalogue)

    def specs(self, _event: Event) -> Sequence[FieldSpec]:
        return event_specs(self.catalogue, self.dossier)

    def ask_new(self, kind: EventKind, today: date) -> None:
        """Ask for an event of a kind that is likely today."""
        self._ask(f"new:event:{kind}", kind=kind, on=When.on(today))

    def _ask(self, about: str, **likely: object) -> None:
        """Ask what happened and when, and tell what that changes; `about` is what its drafts are kept under."""
        specs = new_event_specs(self.catalogue, self.dossier)
        sheet = NewEventSheet(
            specs,
            lambda event: consequences(self.dossier, event, self.catalogue),
            lambda event: made_impossible(self.dossier, event, self.catalogue),
        )
        sheet.made.connect(lambda values: self.put(Event(**values)))
        sheet.suggest(**likely)
        self.sheet_asked.emit(sheet, about)
