# SPDX-License-Identifier: EUPL-1.2
"""The page of step 4: need and sources side by side, how they meet, and the picture of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, NeedLine, Operations, SourceLine
from assessment.inquiry.funding import fund
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from assessment.money import ZERO, show_money
from assessment.outcome import Assessment
from gui.dossier.elsewhere_options import of_source
from gui.dossier.elsewhere_sheet import about, ask_elsewhere
from gui.dossier.financing.cash_card import CashCard
from gui.dossier.financing.edits import (
    drop_at,
    financing_of,
    operations_of,
    put_at,
    with_need,
    with_operations,
    with_sources,
)
from gui.dossier.financing.formula_card import FormulaCard
from gui.dossier.financing.history_card import HistoryCard
from gui.dossier.financing.line_fields import need_specs, source_specs
from gui.dossier.financing.line_row import Line
from gui.dossier.financing.line_table import LineTable
from gui.dossier.financing.picture_card import PictureCard
from gui.dossier.financing.totals_card import TotalsCard
from gui.dossier.step_page import StepPage
from gui.parts import choices
from gui.parts.badge import Tone
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.label import Prose
from gui.parts.notice import Notice
from gui.parts.pair import Pair
from gui.parts.record_form import RecordForm
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Nodig en herkomst moeten op de cent sluiten. Wat niet is aangetoond, is nog geen strafbaar feit."
OPERATIONS = (
    FieldSpec("forecast_turnover", "Verwachte omzet per jaar", Kind.MONEY),
    FieldSpec("past_turnover", "Omzet in het verleden per jaar", Kind.MONEY, "Van de vorige exploitant of uit de "
              "jaarstukken.", none_word="geen, nieuwe zaak"),
    FieldSpec("rent", "Huur per jaar", Kind.MONEY, none_word="geen huur"),
    FieldSpec("seats", "Zitplaatsen", Kind.COUNT, none_word="geen"),
    FieldSpec("turns", "Gasten per plaats per dag", Kind.DECIMAL, "Gemiddeld over een open dag, bijvoorbeeld 1,5."),
    FieldSpec("spend", "Besteding per gast", Kind.MONEY),
    FieldSpec("open_days", "Open dagen per jaar", Kind.COUNT),
    FieldSpec("purchases", "Inkoop per jaar", Kind.MONEY, "Uit de jaarstukken, bij de omzet in het verleden."),
    FieldSpec("staff_costs", "Personeelskosten per jaar", Kind.MONEY, none_word="geen personeel"),
    FieldSpec("energy_costs", "Energiekosten per jaar", Kind.MONEY),
)  # fmt: skip
_PLACE = "financing"


class FinancingPage(StepPage):
    """Lines are edited in place; the rest of a source in a sheet. Totals follow every keystroke."""

    def __init__(self) -> None:
        super().__init__("Financiering", INTRO)
        self._formula_button = self.set_primary(button("Toon formule", "figures", on_click=self._toggle_formula))
        self.none = Notice()
        self.need = LineTable("Nodig", "Totaal nodig", "Open alles over deze regel", "edit")
        self.sources = LineTable("Herkomst", "Totaal opgegeven", "Open alles over deze bron", "edit")
        self.totals, self.formula, self.picture = TotalsCard(), FormulaCard(), PictureCard()
        self._legend = Prose("", "small")
        self.operations = RecordForm(OPERATIONS, columns=2)
        self.cash, self.history = CashCard(), HistoryCard()
        self._sheet: RecordSheet | None = None
        self._part, self._at = SOURCES, 0
        self._is_restored = False
        self._lay_out()
        self._connect()

    def show_dossier(self, dossier: Dossier, _assessment: Assessment | None, catalogue: Catalogue) -> None:
        financing = financing_of(dossier)
        for part, table in ((NEED, self.need), (SOURCES, self.sources)):
            lines = part.lines(financing)
            table.show_lines(lines, catalogue, tuple(self._note(part.paid_by(line)) for line in lines))
        self._show_operations(financing)
        self.history.show_years(dossier)
        self._show_none(dossier.financing)
        words = {**catalogue.words["evidence"], "?": NOT_KNOWN_WORD}.items()
        self._legend.setText("Bewijs: " + " · ".join(f"{code} {word}" for code, word in words))
        self._restore_drafts()
        self._show_sums()
        self._refresh_sheet(financing)

    def go_to(self, place: str) -> bool:
        """`financing.need`, `financing.sources[2]` and `financing.operations` lead to their part."""
        part = place.partition(".")[2]
        rows = self.sources.rows() if part.startswith("sources") else self.need.rows()
        number = part.partition("[")[2].rstrip("]")
        if part.startswith("operations"):
            self.operations.focus()
        elif part.startswith("history"):
            self.history.table.setFocus()
        elif part.startswith("cash"):
            self.cash.table.setFocus()
        elif rows:
            rows[int(number) if number.isdecimal() and int(number) < len(rows) else 0].label.setFocus()
        return place.partition(".")[0] in ("", _PLACE)

    def _lay_out(self) -> None:
        self.add(self.none)
        self.add(Pair(self.need, self.sources))
        self.totals.add(self._legend)
        operations = Card("Bedrijf", "Wat er omgaat per jaar, en wat er in de zaak kan omgaan.")
        operations.add(self.operations)
        for card in (self.totals, self.formula, self.picture, self.cash, operations, self.history):
            self.add(card)
        self.formula.hide()

    def openers(self) -> dict[str, Callable[[], object]]:
        money = financing_of(self.dossier)
        lines = {
            f"{part.place}:{at}": partial(self._open, part, at)
            for part in (NEED, SOURCES)
            for at in range(len(part.lines(money)))
        }
        rows = {
            f"{card.PLACE}:{at}": partial(card.open_record, at)
            for card in (self.cash, self.history)
            for at in range(len(card.records()))
        }
        me, places = self.tools.me, range(len(money.sources))
        asked = {about(f"source/{at + 1}", me): partial(self._open_elsewhere, at) for at in places}
        return {"new:year": self.history.add_record, **lines, **rows, **asked}

    def _connect(self) -> None:
        for part, table in ((NEED, self.need), (SOURCES, self.sources)):
            table.changed.connect(lambda at, line, part=part: self._put(part, at, line, _IN_PLACE))
            table.add_asked.connect(lambda part=part, table=table: self._add(part, table))
            table.asked.connect(lambda at, part=part: self._open(part, at))
        self.operations.changed.connect(self._on_operations)
        self.none.asked.connect(self._on_none)
        for card in (self.cash, self.history):
            card.changed.connect(self.change)
            card.sheet_asked.connect(self.open_sheet)
        self.operations.drafted.connect(lambda attr, text: self._draft(f"operations.{attr}", text))
        for name, table in (("need", self.need), ("sources", self.sources)):
            table.typed.connect(self._show_sums)
            table.drafted.connect(lambda place, text, name=name: self._draft(f"{name}.{place}", text))

    def _draft(self, place: str, text: str) -> None:
        self.drafted.emit(f"{_PLACE}.{place}", text)

    def _restore_drafts(self) -> None:
        """Bring back half-typed text, once."""
        if self._is_restored:
            return
        self._is_restored = True
        for name, part in (("need", self.need), ("sources", self.sources), ("operations", self.operations)):
            start = f"{_PLACE}.{name}."
            part.restore({key.removeprefix(start): text for key, text in self.drafts.items() if key.startswith(start)})

    def _show_operations(self, financing: Financing) -> None:
        show = self.operations.show_record if self._is_restored else self.operations.load
        show(operations_of(financing))

    def _show_sums(self) -> None:
        """Add up what is recorded, with the amounts that are being typed."""
        typed = with_sources(with_need(self.dossier, self.need.as_typed()), self.sources.as_typed())
        funding = fund(typed, self.catalogue)
        self.need.show_total(show_money(funding.need if funding else ZERO))
        self.sources.show_total(show_money(funding.declared if funding else ZERO))
        self.totals.show_funding(funding)
        self.picture.show_funding(financing_of(typed), funding)
        self.cash.show_statements(self.dossier, self.catalogue, funding)
        if not self.formula.isHidden():
            self.formula.show_figures(funding, self.dossier)

    def _toggle_formula(self) -> None:
        self.formula.setVisible(self.formula.isHidden())
        words = "Toon formule" if self.formula.isHidden() else "Verberg formule"
        self._formula_button.setText(words)
        self._formula_button.setAccessibleName(words)
        self._show_sums()
        if not self.formula.isHidden():
            self.reveal_top(self.formula)

    def _show_none(self, financing: object) -> None:
        """Let the officer say that there is no investment: an empty page says that nobody looked."""
        if isinstance(financing, Financing):
            self.none.show_text(Tone.INFO, "")
        elif financing is None:
            self.none.show_text(Tone.INFO, "Vastgelegd: er is geen investering.", "Toch een investering")
        else:
            self.none.show_text(Tone.UNKNOWN, "Er is nog niets over geld vastgelegd.", "Er is geen investering")

    def _on_none(self) -> None:
        said = NOT_KNOWN if self.dossier.financing is None else None
        words = "Vastgelegd dat er geen investering is" if said is None else "Niet langer: er is geen investering"
        self.change(replace(self.dossier, financing=said), words)

    def _put(self, part: LinePart, at: int, line: Line, specs: tuple[FieldSpec, ...]) -> None:
        before = part.lines(financing_of(self.dossier))
        words = changed_words(_told(line), specs, before[at], line)
        self.change(part.record(self.dossier, put_at(before, at, line)), words)

    def _add(self, part: LinePart, table: LineTable) -> None:
        lines = (*part.lines(financing_of(self.dossier)), part.new())
        self.change(part.record(self.dossier, lines), f"{part.word} toegevoegd")
        table.rows()[-1].label.setFocus()

    def _open(self, part: LinePart, at: int) -> None:
        line, specs = part.lines(financing_of(self.dossier))[at], part.specs(self.catalogue)
        sheet = RecordSheet(_told(line), specs, choices.of(self.dossier, self.catalogue))
        sheet.load(line)
        if part is SOURCES:
            sheet.add(button("Komt elders voor?", "search", on_click=self._ask_elsewhere))
        sheet.changed.connect(lambda one: self._put(part, self._at, one, specs))
        sheet.remove_asked.connect(lambda _line: self._remove(part, self._at))
        sheet.closed.connect(self._on_closed)
        self.open_sheet(sheet, f"{part.place}:{at}")
        self._sheet, self._part, self._at = sheet, part, at

    def _ask_elsewhere(self) -> None:
        self._sheet.flush()
        ask_elsewhere(self, of_source(self._sheet.record(), self._at, self.dossier))

    def _open_elsewhere(self, at: int) -> None:
        self._open(SOURCES, at)
        self._ask_elsewhere()

    def _on_closed(self) -> None:
        self._sheet = None

    def _refresh_sheet(self, financing: Financing) -> None:
        if self._sheet is None:
            return
        lines = self._part.lines(financing)
        if self._at < len(lines):
            self._sheet.show_record(lines[self._at])
            self._sheet.set_title(_told(lines[self._at]))
        else:
            self._sheet.closed.emit()

    def _remove(self, part: LinePart, at: int) -> None:
        lines = part.lines(financing_of(self.dossier))
        self._sheet = None
        self.change(part.record(self.dossier, drop_at(lines, at)), f"{part.word} '{_told(lines[at])}' verwijderd")

    def _note(self, payer: object) -> str:
        """Say who else paid: that is what one should see without opening the sheet."""
        return f"betaald door {self.dossier.name_of(payer)}" if isinstance(payer, str) and payer else ""

    def _on_operations(self, operations: Operations) -> None:
        before = operations_of(financing_of(self.dossier))
        words = changed_words("het bedrijf", OPERATIONS, before, operations)
        self.change(with_operations(self.dossier, operations), words)


@dataclass(frozen=True, slots=True)
class LinePart:
    """One of the two tables: its lines, how they are recorded, its words, the fields of a line, and who else paid."""

    place: str
    word: str
    new: Callable[[], Line]
    lines: Callable[[Financing], tuple[Line, ...]]
    record: Callable[[Dossier, tuple[Line, ...]], Dossier]
    specs: Callable[[Catalogue], tuple[FieldSpec, ...]]
    paid_by: Callable[[Line], object]


NEED = LinePart("need", "Regel", NeedLine, attrgetter("need"), with_need, need_specs, attrgetter("paid_by"))
SOURCES = LinePart(
    "financing", "Bron", SourceLine, attrgetter("sources"), with_sources, source_specs, attrgetter("payer")
)
_IN_PLACE = (
    FieldSpec("label", "Omschrijving"), FieldSpec("amount", "Bedrag"), FieldSpec("evidence", "Bewijs"),
)  # fmt: skip


def _told(line: Line) -> str:
    return line.label or "een regel zonder naam"
