# SPDX-License-Identifier: EUPL-1.2
"""The course of the procedure: a table of events and the sheet of one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from gui.dossier.application.events import (
    COLUMNS,
    EventRow,
    event_specs,
    new_event_specs,
    place_of,
    rows,
    with_event,
    without_event,
)
from gui.parts import choices
from gui.parts.card import Card
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words


class EventsCard(Card):
    """`changed(dossier, label)` after each edit, `sheet_asked(sheet)` to show one."""

    changed = Signal(object, str)
    sheet_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Verloop", "Wat er is gebeurd. Hieruit worden de termijnen geteld.")
        self.table = RecordTable(
            "Verloop", COLUMNS, empty="Er is nog geen gebeurtenis vastgelegd.", add="Voeg een gebeurtenis toe"
        )
        self.add(self.table)
        self._sheet: RecordSheet | None = None
        self._at = 0
        self.table.opened.connect(self._open)
        self.table.add_asked.connect(self.ask_new)
        self.table.remove_asked.connect(lambda row: self._remove(row.at))

    def show_events(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Show what is recorded, and in an open sheet what its event holds now."""
        self._dossier, self._catalogue = dossier, catalogue
        self.table.show_records(rows(dossier, catalogue))
        if self._sheet is None:
            return
        if self._at < len(dossier.events):
            self._sheet.show_record(dossier.events[self._at])
        else:
            self._sheet.closed.emit()

    def ask_new(self) -> None:
        """Ask what happened and when."""
        specs = new_event_specs(self._catalogue, self._dossier)
        sheet = NewRecordSheet("Nieuwe gebeurtenis", specs, verb="Voeg toe")
        sheet.made.connect(self._add)
        self.sheet_asked.emit(sheet)

    def _add(self, values: dict[str, object]) -> None:
        event = Event(**values)  # type: ignore[arg-type]
        dossier = with_event(self._dossier, event)
        word = self._catalogue.word("event-kind", event.kind)
        self.changed.emit(dossier, f"Gebeurtenis toegevoegd: {word}")
        self._show_sheet(event, place_of(dossier, event))

    def _open(self, row: EventRow) -> None:
        self._show_sheet(row.event, row.at)

    def _show_sheet(self, event: Event, at: int) -> None:
        specs = event_specs(self._catalogue, self._dossier)
        sheet = RecordSheet(
            self._catalogue.word("event-kind", event.kind), specs, choices.of(self._dossier, self._catalogue)
        )
        sheet.load(event)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(lambda _event: self._remove(self._at))
        sheet.closed.connect(self._on_closed)
        self.sheet_asked.emit(sheet)
        self._sheet, self._at = sheet, at

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, event: Event) -> None:
        before = self._dossier.events[self._at]
        dossier = with_event(self._dossier, event, self._at)
        self._at = place_of(dossier, event)
        word = self._catalogue.word("event-kind", event.kind)
        self._sheet.set_title(word)
        specs = event_specs(self._catalogue, self._dossier)
        self.changed.emit(dossier, changed_words(f"gebeurtenis '{word}'", specs, before, event))

    def _remove(self, at: int) -> None:
        word = self._catalogue.word("event-kind", self._dossier.events[at].kind)
        self._sheet = None
        self.changed.emit(without_event(self._dossier, at), f"Gebeurtenis verwijderd: {word}")
