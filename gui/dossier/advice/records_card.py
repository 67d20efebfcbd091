# SPDX-License-Identifier: EUPL-1.2
"""A table of records of this step, each of which opens as a sheet; hearings and advices of the Bureau both are one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal

from assessment.dossier.dossier import drop, next_id, put
from gui.parts.card import Card
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet


@dataclass(frozen=True)
class Kind:
    """What a card holds: `one` and `letter` of a record, how a new one begins, and how its sheet is made."""

    title: str
    intro: str
    one: str
    letter: str
    empty: str
    add: str
    columns: Sequence[Column]
    new: Callable[[str], Any]
    sheet: Callable[[Any], RecordSheet]


class RecordsCard(Card):
    """Emits `changed(records, label)`, `sheet_asked(sheet, about)` and `remove_asked(record)`."""

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)
    remove_asked = Signal(object)

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind.title, kind.intro)
        self._kind = kind
        self._records: tuple[Any, ...] = ()
        self._sheet: RecordSheet | None = None
        self.table = self.add(RecordTable(kind.title, kind.columns, empty=kind.empty, add=kind.add))
        self.table.opened.connect(self.open)
        self.table.add_asked.connect(self.begin)
        self.table.remove_asked.connect(self.remove_asked)

    def show_records(self, records: tuple[Any, ...]) -> None:
        """Show what is recorded now, also in the sheet that is open."""
        self._records = records
        self.table.show_records(records)
        if self._sheet is not None:
            record = self._find(self._sheet.record().id)
            if record is None:
                self._sheet.closed.emit()
            else:
                self._sheet.show_record(record)

    def open_id(self, id_: str) -> bool:
        """Open the record with this id; says whether it is here."""
        record = self._find(id_)
        if record is not None:
            self.table.select(id_)
            self.open(record)
        return record is not None

    def open(self, record: Any) -> None:
        """Open the sheet of a record."""
        sheet = self._kind.sheet(record)
        sheet.load(record)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(self.remove_asked)
        sheet.closed.connect(self._on_closed)
        self.sheet_asked.emit(sheet, record.id)
        self._sheet = sheet

    def begin(self) -> None:
        """Add a record and open it."""
        record = self._kind.new(next_id(self._records, self._kind.letter))
        self._put(put(self._records, record), f"{self._kind.one} toegevoegd")
        self.open(record)

    def remove(self, record: Any) -> None:
        """Take a record away."""
        self._put(drop(self._records, record.id), f"{self._kind.one} verwijderd")

    def _find(self, id_: str) -> Any:
        return next((one for one in self._records if one.id == id_), None)

    def _on_changed(self, record: Any) -> None:
        self._put(put(self._records, record), f"{self._kind.one} {record.id} gewijzigd")

    def _on_closed(self) -> None:
        self._sheet = None

    def _put(self, records: tuple[Any, ...], label: str) -> None:
        self._records = records
        self.changed.emit(records, label)
