# SPDX-License-Identifier: EUPL-1.2
"""A card with a table of records that bear no id and are known by their place, and the sheet of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from assessment.dossier.dossier import Dossier
from gui.dossier.financing.edits import drop_at, put_at
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.choices import Choices
from gui.parts.field_spec import FieldSpec
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words


class PlacedCard(Card):
    """Emits `changed(dossier, words)` and `sheet_asked(sheet, about)`; the rows of the table have their place as `id`.

    Subclasses say which records there are, how a dossier holds them, what is asked of one, and its words.
    """

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)
    PLACE = ""
    TITLE = ""

    def __init__(self, title: str, intro: str, add: str, table: RecordTable) -> None:
        super().__init__(title, intro)
        self._add_button = button(add, "plus", on_click=self.add_record)
        self.corner(self._add_button)
        self.table = self.add(table)
        self._dossier: Dossier | None = None
        self._sheet: RecordSheet | None = None
        self._at = 0
        table.opened.connect(lambda row: self.open_record(row.id))
        table.add_asked.connect(self.add_record)
        table.remove_asked.connect(lambda row: self._remove(row.id))

    def records(self) -> tuple[Any, ...]:
        """Give what is recorded now."""
        raise NotImplementedError

    def with_records(self, records: tuple[Any, ...]) -> Dossier:
        """Give the dossier with other records."""
        raise NotImplementedError

    def specs(self, at: int) -> Sequence[FieldSpec]:
        """List the fields of the record at a place."""
        raise NotImplementedError

    def word(self, record: Any) -> str:
        """Name a record, within a sentence."""
        raise NotImplementedError

    def removed(self, record: Any) -> str:
        """Say that a record was taken away."""
        raise NotImplementedError

    def add_record(self) -> None:
        """Add a record, or ask for it."""
        raise NotImplementedError

    def choices(self) -> Choices | None:
        """Give what the fields offer to choose from."""
        return None

    def show_in_sheet(self) -> None:
        """Show in an open sheet what its record holds now; it goes away with its record."""
        if self._sheet is None:
            return
        if self._at < len(self.records()):
            self._sheet.show_record(self.records()[self._at])
        else:
            self._sheet.closed.emit()

    def open_record(self, at: int) -> None:
        """Open the sheet of the record at a place."""
        sheet = RecordSheet(self.TITLE, self.specs(at), self.choices())
        sheet.load(self.records()[at])
        sheet.changed.connect(self._put)
        sheet.remove_asked.connect(lambda _one: self._remove(self._at))
        sheet.closed.connect(self._on_closed)
        self._sheet, self._at = sheet, at
        self.sheet_asked.emit(sheet, f"{self.PLACE}:{at}")

    def hand_on(self, records: tuple[Any, ...], words: str) -> None:
        """Hand on the dossier with other records."""
        self._dossier = self.with_records(records)
        self.changed.emit(self._dossier, words)

    def _on_closed(self) -> None:
        self._sheet = None

    def _put(self, record: Any) -> None:
        before = self.records()
        words = changed_words(self.word(record), self.specs(self._at), before[self._at], record)
        self.hand_on(put_at(before, self._at, record), words)

    def _remove(self, at: int) -> None:
        self._sheet = None
        records = self.records()
        self.hand_on(drop_at(records, at), self.removed(records[at]))
