# SPDX-License-Identifier: EUPL-1.2
"""A step that is one table of records, each with a sheet: add, change, remove, and what follows beside each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier, drop, next_id, put
from assessment.outcome import Assessment
from assessment.telling.words import capital
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone
from gui.parts.mentions import where_mentioned
from gui.parts.notice import Notice
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words


@dataclass(frozen=True, slots=True)
class Kind:
    """Which records: the part of the dossier, the letter of their ids, and how people call one."""

    part: str
    letter: str
    word: str
    empty: str
    add: str


class TablePage(StepPage):
    """Subclasses give the rows (each with an `id`), the outcome beside a record, and the sheet of a record.

    The sheet has `show_outcome(record, outcome, dossier)` and `specs`. `remark` is a sentence above the table.
    """

    def __init__(self, title: str, intro: str, kind: Kind, columns: Sequence[Column]) -> None:
        super().__init__(title, intro)
        self._kind = kind
        self.remark = self.add(Notice(Tone.WARN))
        self._notice = self.add(Notice(Tone.WARN))
        self._notice.asked.connect(lambda: self.step_asked.emit(self._mentioned_at))
        self._mentioned_at = ""
        self._table = RecordTable(title, columns, empty=kind.empty, add=kind.add)
        self.add(self._table)
        self._sheet: RecordSheet | None = None
        self._table.opened.connect(lambda row: self._open(self._find(row.id)))
        self._table.add_asked.connect(self.add_new)
        self._table.remove_asked.connect(lambda row: self._remove(self._find(row.id)))

    def rows(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> tuple[Any, ...]:
        """Give the rows of the table."""
        raise NotImplementedError

    def outcome(self, id_: str, assessment: Assessment | None) -> Any:
        """Give what follows about one record, or None while that is not known."""
        raise NotImplementedError

    def make_sheet(self, record: Any) -> RecordSheet:
        """Make the sheet of a record."""
        raise NotImplementedError

    def new(self, id_: str) -> Any:
        """Make a new record; what is not known stays not known."""
        raise NotImplementedError

    def keeps(self, record: Any) -> str:  # noqa: ARG002 - most records hold nothing
        """Say in a sentence why a record cannot be removed, or nothing."""
        return ""

    def add_new(self) -> None:
        """Add a record and open it."""
        self.add_record(self.new(self.next_id()))

    def next_id(self) -> str:
        """Give the id of the next record."""
        return next_id(self._records(), self._kind.letter)

    def add_record(self, record: Any) -> None:
        """Add this record and open it."""
        self._keep(put(self._records(), record), f"{capital(self._kind.word)} toegevoegd")
        self._open(record)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        self._table.show_records(self.rows(dossier, assessment, catalogue))
        if self._sheet is None:
            return
        record = self._find(self._sheet.record().id)
        if record is None:
            self._sheet.closed.emit()
        else:
            self._sheet.show_outcome(record, self.outcome(record.id, assessment), dossier)

    def go_to(self, place: str) -> bool:
        record = self._find(place.partition(".")[0])
        if record is not None:
            self._open(record)
        return record is not None or place == ""

    def _records(self) -> tuple[Any, ...]:
        records: tuple[Any, ...] = getattr(self.dossier, self._kind.part) if self.dossier else ()
        return records

    def _find(self, id_: str) -> Any:
        return next((one for one in self._records() if one.id == id_), None)

    def _keep(self, records: tuple[Any, ...], label: str) -> None:
        self.change(replace(self.dossier, **{self._kind.part: records}), label)

    def _open(self, record: Any) -> None:
        sheet = self.make_sheet(record)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(self._remove)
        sheet.closed.connect(self._on_closed)
        sheet.show_outcome(record, self.outcome(record.id, self.assessment), self.dossier)
        self.open_sheet(sheet, record.id)
        self._sheet = sheet

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, record: Any) -> None:
        label = changed_words(f"{self._kind.word} {record.id}", self._sheet.specs, self._find(record.id), record)
        self._keep(put(self._records(), record), label)

    def _remove(self, record: Any) -> None:
        words, self._mentioned_at = where_mentioned(self.dossier, record.id)
        if words:
            text = f"{record.id} wordt nog genoemd bij {words}. Haal het daar eerst weg."
            self._notice.show_text(Tone.WARN, text, "Ga erheen")
            return
        kept = self.keeps(record)
        self._notice.show_text(Tone.WARN, kept)
        if kept:
            return
        self._keep(drop(self._records(), record.id), f"{capital(self._kind.word)} verwijderd")
