# SPDX-License-Identifier: EUPL-1.2
"""The cash statements: per person what there can have been, beside what was put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import CashStatement, Household
from assessment.known import known
from assessment.money import show_money
from assessment.outcome import Funding
from gui.dossier.financing.edits import financing_of, with_cash_statements
from gui.dossier.financing.placed_card import PlacedCard
from gui.parts import choices
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable

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


class CashCard(PlacedCard):
    """The cash statements, with what was computed of each."""

    PLACE = "cash"
    TITLE = "Kasopstelling"

    def __init__(self) -> None:
        table = RecordTable("Kasopstellingen", COLUMNS, empty="Er is geen kasopstelling vastgelegd.")
        super().__init__("Kasopstelling", INTRO, "Voeg een kasopstelling toe", table)
        self._catalogue: Catalogue | None = None

    def show_statements(self, dossier: Dossier, catalogue: Catalogue, funding: Funding | None) -> None:
        """Show the statements of a dossier with what was computed."""
        self._dossier, self._catalogue = dossier, catalogue
        self.table.show_records(cash_rows(dossier, funding))
        self.show_in_sheet()

    def records(self) -> tuple[CashStatement, ...]:
        return financing_of(self._dossier).cash_statements

    def with_records(self, records: tuple[CashStatement, ...]) -> Dossier:
        return with_cash_statements(self._dossier, records)

    def specs(self, _at: int) -> Sequence[FieldSpec]:
        return statement_specs(self._catalogue)

    def choices(self) -> choices.Choices:
        return choices.of(self._dossier, self._catalogue)

    def word(self, _record: CashStatement) -> str:
        return "kasopstelling"

    def removed(self, _record: CashStatement) -> str:
        return "Kasopstelling verwijderd"

    def add_record(self) -> None:
        self.hand_on((*self.records(), CashStatement()), "Kasopstelling toegevoegd")
        self.open_record(len(self.records()) - 1)
