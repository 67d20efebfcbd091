# SPDX-License-Identifier: EUPL-1.2
"""The cash statements: per person what there can have been, beside what was put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import CashStatement, Household
from assessment.known import known
from assessment.money import show_money
from assessment.outcome import Funding
from gui.dossier.financing.edits import drop_at, financing_of, put_at, with_cash_statements
from gui.parts import choices
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Wat iemand ten hoogste kan hebben ingebracht. Een verschil is een vraag, geen strafbaar feit."


@dataclass(frozen=True, slots=True)
class CashRow:
    """A statement at its place, with the name of the person and what was computed for him."""

    id: int
    statement: CashStatement
    name: str
    available: str
    put_in: str
    shortfall: str


def cash_rows(dossier: Dossier, funding: Funding | None) -> tuple[CashRow, ...]:
    """Give the statements with their figures; an empty text where something is not known."""
    values = {one.name: one.value for one in funding.figures} if funding else {}

    def told(kind: str, person: str) -> str:
        value = values.get(f"{kind}:{person}" if person else kind)
        return "" if value is None else show_money(value)

    rows = []
    for number, one in enumerate(financing_of(dossier).cash_statements):
        person = known(one.person) or ""
        figures = (told(kind, person) for kind in ("cash_available", "own_contribution", "cash_shortfall"))
        rows.append(CashRow(number, one, dossier.name_of(person) if person else "", *figures))
    return tuple(rows)


def statement_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of a statement."""
    return (
        FieldSpec("person", "Van wie", Kind.PARTY, "Leeg: van betrokkene."),
        FieldSpec("from_", "Vanaf", Kind.DATE, "Neem een hele periode, bijvoorbeeld de laatste drie jaar."),
        FieldSpec("until", "Tot en met", Kind.DATE),
        FieldSpec("opening", "Beginsaldo", Kind.MONEY, "Geld en spaargeld aan het begin.", none_word="niets"),
        FieldSpec("income", "Legaal netto-inkomen over de periode", Kind.MONEY, none_word="geen inkomen"),
        FieldSpec("receipts", "Overige ontvangsten", Kind.MONEY, "Zoals een erfenis of verkoop, met bewijs.",
                  none_word="geen"),
        FieldSpec("spending", "Bekende uitgaven", Kind.MONEY, "Grote uitgaven naast het levensonderhoud.",
                  none_word="geen"),
        FieldSpec("household", "Huishouden", Kind.CHOICE, "Bepaalt de norm voor levensonderhoud.",
                  words=catalogue.words["household"], make=Household),
        FieldSpec("living_costs", "Levensonderhoud over de hele periode", Kind.MONEY,
                  "Vul dit in om zelf te rekenen. Leeg: de norm uit de catalogus, door de gemeente te controleren."),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )  # fmt: skip


def _badge(attr: str) -> Callable[[CashRow], tuple[Tone, str] | None]:
    return lambda row: None if getattr(row, attr) else NOT_KNOWN_BADGE


def _period(row: CashRow) -> str:
    since, until = known(row.statement.from_), known(row.statement.until)
    return f"{tell(since)} – {tell(until)}" if since and until else ""


COLUMNS = (
    Column("Van wie", lambda row: row.name or "betrokkene", 0),
    Column("Periode", _period, 210, badge=lambda row: None if _period(row) else NOT_KNOWN_BADGE),
    Column("Beschikbaar €", lambda row: row.available, 130, right=True, badge=_badge("available")),
    Column("Ingebracht €", lambda row: row.put_in, 130, right=True, badge=_badge("put_in")),
    Column("Verschil €", lambda row: row.shortfall, 130, right=True, badge=_badge("shortfall")),
)


class CashCard(Card):
    """Emits `changed(dossier, words)` and `sheet_asked(sheet, about)`."""

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Kasopstelling", INTRO)
        self._add_button = button("Voeg een kasopstelling toe", "plus", on_click=self._add)
        self.corner(self._add_button)
        self.table = RecordTable("Kasopstellingen", COLUMNS, empty="Er is geen kasopstelling vastgelegd.")
        self.add(self.table)
        self._dossier: Dossier | None = None
        self._catalogue: Catalogue | None = None
        self._sheet: RecordSheet | None = None
        self._at = 0
        self.table.opened.connect(lambda row: self._open(row.id))
        self.table.add_asked.connect(self._add)
        self.table.remove_asked.connect(lambda row: self._remove(row.id))

    def show_statements(self, dossier: Dossier, catalogue: Catalogue, funding: Funding | None) -> None:
        """Show the statements of a dossier with what was computed."""
        self._dossier, self._catalogue = dossier, catalogue
        self.table.show_records(cash_rows(dossier, funding))
        statements = financing_of(dossier).cash_statements
        if self._sheet is not None and self._at < len(statements):
            self._sheet.show_record(statements[self._at])
        elif self._sheet is not None:
            self._sheet.closed.emit()

    def _add(self) -> None:
        statements = (*financing_of(self._dossier).cash_statements, CashStatement())
        self._hand_on(statements, "Kasopstelling toegevoegd")
        self._open(len(statements) - 1)

    def _open(self, at: int) -> None:
        sheet = RecordSheet(
            "Kasopstelling", statement_specs(self._catalogue), choices.of(self._dossier, self._catalogue)
        )
        sheet.load(financing_of(self._dossier).cash_statements[at])
        sheet.changed.connect(self._put)
        sheet.remove_asked.connect(lambda _one: self._remove(self._at))
        sheet.closed.connect(self._on_closed)
        self._sheet, self._at = sheet, at
        self.sheet_asked.emit(sheet, f"cash:{at}")

    def _on_closed(self) -> None:
        self._sheet = None

    def _put(self, statement: CashStatement) -> None:
        before = financing_of(self._dossier).cash_statements
        words = changed_words("kasopstelling", statement_specs(self._catalogue), before[self._at], statement)
        self._hand_on(put_at(before, self._at, statement), words)

    def _remove(self, at: int) -> None:
        self._sheet = None
        self._hand_on(drop_at(financing_of(self._dossier).cash_statements, at), "Kasopstelling verwijderd")

    def _hand_on(self, statements: tuple[CashStatement, ...], words: str) -> None:
        self._dossier = with_cash_statements(self._dossier, statements)
        self.changed.emit(self._dossier, words)
