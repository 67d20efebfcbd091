# SPDX-License-Identifier: EUPL-1.2
"""The course of the procedure: events in order of time.

An event has no id. In the dossier its place names it; half-typed text outlives a change of places, so that is kept
under what the event is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from gui.parts import choices
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet, drafts_of
from gui.parts.undo_words import changed_words


def with_event(dossier: Dossier, event: Event, at: int | None = None) -> Dossier:
    """Record an event in order of time, in place of the one at `at` when that is given."""
    others = tuple(one for place, one in enumerate(dossier.events) if place != at)
    before = sum(one.on <= event.on for one in others)
    return replace(dossier, events=(*others[:before], event, *others[before:]))


def without_event(dossier: Dossier, at: int) -> Dossier:
    """Leave an event out."""
    return replace(dossier, events=tuple(one for place, one in enumerate(dossier.events) if place != at))


def draft_key(events: Sequence[Event], at: int) -> str:
    """Name an event for its drafts: its kind, its day, and which of those it is."""
    event = events[at]
    same = sum((one.kind, one.on) == (event.kind, event.on) for one in events[:at])
    return f"events:{event.kind}:{event.on}:{same}"


class CourseCard(Card):
    """A table of events and the sheet of one.

    `changed(dossier, label)` after each edit. `sheet_asked(sheet, about)` to show one; about nothing where the card
    keeps the drafts itself, because those of an event follow it. `drafted(place, text)` for text that is no value yet;
    `drafts` holds what was half typed earlier. Subclasses say which rows there are (each with its place `at` and its
    `event`) and which fields an event has.
    """

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)
    drafted = Signal(str, str)

    def __init__(self, title: str, intro: str, table: RecordTable) -> None:
        super().__init__(title, intro)
        self.table = self.add(table)
        self.dossier: Dossier | None = None
        self.catalogue: Catalogue | None = None
        self.drafts: dict[str, str] = {}
        self._sheet: RecordSheet | None = None
        self._at = 0
        table.opened.connect(lambda row: self._open(row.event, row.at))
        table.remove_asked.connect(lambda row: self._remove(row.at))

    def rows(self) -> tuple[Any, ...]:
        """Give what the table shows."""
        raise NotImplementedError

    def specs(self, event: Event) -> Sequence[FieldSpec]:
        """Give the fields of an event."""
        raise NotImplementedError

    def show_events(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Show what is recorded, and in an open sheet what its event holds now."""
        self.dossier, self.catalogue = dossier, catalogue
        self.table.show_records(self.rows())
        if self._sheet is None:
            return
        if self._at < len(dossier.events) and dossier.events[self._at].kind is self._sheet.record().kind:
            self._sheet.show_record(dossier.events[self._at])
        else:
            self._sheet.closed.emit()

    def put(self, event: Event) -> None:
        """Record a new event and open its sheet."""
        dossier = with_event(self.dossier, event)
        self.changed.emit(dossier, f"Gebeurtenis toegevoegd: {self._word(event)}")
        self._open(event, dossier.events.index(event))

    def _word(self, event: Event) -> str:
        return self.catalogue.word("event-kind", event.kind)

    def _open(self, event: Event, at: int) -> None:
        sheet = RecordSheet(self._title_of(event), self.specs(event), choices.of(self.dossier, self.catalogue))
        sheet.load(event)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(lambda _event: self._remove(self._at))
        sheet.drafted.connect(lambda attr, text: self._on_drafted(sheet, attr, text))
        sheet.closed.connect(self._on_closed)
        self.sheet_asked.emit(sheet, "")
        self._sheet, self._at = sheet, at
        sheet.form.restore(drafts_of(self.drafts, draft_key(self.dossier.events, at)))

    def _title_of(self, event: Event) -> str:
        word = self._word(event)
        return word[:1].upper() + word[1:]

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, event: Event) -> None:
        before = self.dossier.events[self._at]
        dossier = with_event(self.dossier, event, self._at)
        earlier = draft_key(self.dossier.events, self._at)
        self._at = dossier.events.index(event)
        self._move_drafts(earlier, draft_key(dossier.events, self._at))
        if self._sheet is not None:
            self._sheet.set_title(self._title_of(event))
        words = changed_words(f"gebeurtenis '{self._word(event)}'", self.specs(event), before, event)
        self.changed.emit(dossier, words)

    def _remove(self, at: int) -> None:
        word = self._word(self.dossier.events[at])
        self._sheet = None
        self._move_drafts(draft_key(self.dossier.events, at), "")
        self.changed.emit(without_event(self.dossier, at), f"Gebeurtenis verwijderd: {word}")

    def _on_drafted(self, sheet: RecordSheet, attr: str, text: str) -> None:
        """Hand on text that is no value yet; a sheet that is being put away no longer speaks of this place."""
        if sheet is self._sheet:
            self.drafted.emit(f"{draft_key(self.dossier.events, self._at)}.{attr}", text)

    def _move_drafts(self, earlier: str, now: str) -> None:
        """Let half-typed text follow its event; without a new key it is forgotten."""
        if earlier == now:
            return
        for attr, text in drafts_of(self.drafts, earlier).items():
            self.drafted.emit(f"{earlier}.{attr}", "")
            if now:
                self.drafted.emit(f"{now}.{attr}", text)
