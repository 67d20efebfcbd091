# SPDX-License-Identifier: EUPL-1.2
"""The turnover of earlier years, one row a year: what the forecast is held against."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import YearTurnover
from assessment.known import NOT_LISTED
from assessment.money import show_money
from gui.dossier.financing.edits import drop_at, financing_of, operations_of, put_at, with_operations
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Uit de jaarstukken of aangiften. De verwachte omzet wordt naast het gemiddelde gelegd."
ADD = "Voeg een jaar toe"


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year at its place in the dossier."""

    id: int
    year: YearTurnover


COLUMNS = (
    Column("Jaar", lambda row: tell(row.year.year), 120, order=lambda row: row.year.year.first),
    Column("Omzet €", lambda row: show_money(row.year.turnover), 0, right=True, order=lambda row: row.year.turnover),
)


def year_specs(taken: Collection[When]) -> tuple[FieldSpec, ...]:
    """List the fields of a year; `taken` are those of the other rows."""

    def check(year: When) -> str:
        if year.month is not None:
            return "Vul alleen het jaar in, bijvoorbeeld 2024."
        return f"De omzet van {tell(year)} staat er al." if year in taken else ""

    return (
        FieldSpec("year", "Jaar", Kind.DATE, check=check, needed="Vul het jaar in, bijvoorbeeld 2024."),
        FieldSpec("turnover", "Omzet in euro", Kind.MONEY, needed="Vul de omzet in, bijvoorbeeld 210.000."),
    )


class HistoryCard(Card):
    """Emits `changed(dossier, words)` and `sheet_asked(sheet, about)`."""

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Omzet van eerdere jaren", INTRO)
        self._add_button = button(ADD, "plus", on_click=self._ask)
        self.corner(self._add_button)
        self.table = RecordTable("Omzet per jaar", COLUMNS, empty="Er is geen omzet per jaar vastgelegd.")
        self.add(self.table)
        self._dossier: Dossier | None = None
        self._sheet: RecordSheet | None = None
        self._at = 0
        self.table.opened.connect(lambda row: self._open(row.id))
        self.table.add_asked.connect(self._ask)
        self.table.remove_asked.connect(lambda row: self._remove(row.id))

    def show_years(self, dossier: Dossier) -> None:
        """Show the years of a dossier, and in an open sheet what its row holds now."""
        self._dossier = dossier
        years = self._years()
        self.table.show_records(tuple(YearRow(at, year) for at, year in enumerate(years)))
        if self._sheet is not None and self._at < len(years):
            self._sheet.show_record(years[self._at])
        elif self._sheet is not None:
            self._sheet.closed.emit()

    def _years(self) -> tuple[YearTurnover, ...]:
        return operations_of(financing_of(self._dossier)).history

    def _specs(self, at: int | None = None) -> tuple[FieldSpec, ...]:
        return year_specs({one.year for place, one in enumerate(self._years()) if place != at})

    def _ask(self) -> None:
        sheet = NewRecordSheet("Omzet van een jaar", self._specs(), verb=ADD)
        sheet.made.connect(lambda values: self._hand_on((*self._years(), YearTurnover(**values)), "Jaar toegevoegd"))
        self.sheet_asked.emit(sheet, "new:year")

    def _open(self, at: int) -> None:
        sheet = RecordSheet("Omzet van een jaar", self._specs(at))
        sheet.load(self._years()[at])
        sheet.changed.connect(self._put)
        sheet.remove_asked.connect(lambda _one: self._remove(self._at))
        sheet.closed.connect(self._on_closed)
        self._sheet, self._at = sheet, at
        self.sheet_asked.emit(sheet, f"year:{at}")

    def _on_closed(self) -> None:
        self._sheet = None

    def _put(self, year: YearTurnover) -> None:
        before = self._years()
        words = changed_words(f"omzet {tell(year.year)}", self._specs(self._at), before[self._at], year)
        self._hand_on(put_at(before, self._at, year), words)

    def _remove(self, at: int) -> None:
        self._sheet = None
        words = f"Omzet van {tell(self._years()[at].year)} verwijderd"
        self._hand_on(drop_at(self._years(), at) or NOT_LISTED, words)

    def _hand_on(self, years: tuple[YearTurnover, ...], words: str) -> None:
        operations = operations_of(financing_of(self._dossier))
        self._dossier = with_operations(self._dossier, replace(operations, history=years))
        self.changed.emit(self._dossier, words)
