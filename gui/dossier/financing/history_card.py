# SPDX-License-Identifier: EUPL-1.2
"""The turnover of earlier years, one row a year: what the forecast is held against."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import YearTurnover
from assessment.known import NOT_LISTED
from assessment.money import show_money
from gui.dossier.financing.edits import financing_of, operations_of, with_operations
from gui.dossier.financing.placed_card import PlacedCard
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable

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


class HistoryCard(PlacedCard):
    """The turnover of earlier years."""

    PLACE = "year"
    TITLE = "Omzet van een jaar"

    def __init__(self) -> None:
        table = RecordTable("Omzet per jaar", COLUMNS, empty="Er is geen omzet per jaar vastgelegd.")
        super().__init__("Omzet van eerdere jaren", INTRO, ADD, table)

    def show_years(self, dossier: Dossier) -> None:
        """Show the years of a dossier, and in an open sheet what its row holds now."""
        self._dossier = dossier
        self.table.show_records(tuple(YearRow(at, year) for at, year in enumerate(self.records())))
        self.show_in_sheet()

    def records(self) -> tuple[YearTurnover, ...]:
        return operations_of(financing_of(self._dossier)).history

    def with_records(self, records: tuple[YearTurnover, ...]) -> Dossier:
        operations = operations_of(financing_of(self._dossier))
        return with_operations(self._dossier, replace(operations, history=records or NOT_LISTED))

    def specs(self, at: int | None) -> Sequence[FieldSpec]:
        """List the fields; a year that another row has cannot stand there twice."""
        return year_specs({one.year for place, one in enumerate(self.records()) if place != at})

    def word(self, record: YearTurnover) -> str:
        return f"omzet {tell(record.year)}"

    def removed(self, record: YearTurnover) -> str:
        return f"Omzet van {tell(record.year)} verwijderd"

    def add_record(self) -> None:
        sheet = NewRecordSheet(self.TITLE, self.specs(None), verb=ADD)
        sheet.made.connect(lambda values: self.hand_on((*self.records(), YearTurnover(**values)), "Jaar toegevoegd"))
        self.sheet_asked.emit(sheet, "new:year")
