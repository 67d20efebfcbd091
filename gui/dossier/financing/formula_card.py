# SPDX-License-Identifier: EUPL-1.2
"""Every figure with its formula and what went into it, so that the sum can be done again by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from assessment.dossier.dossier import Dossier
from assessment.money import show_euro
from assessment.outcome import Figure, Funding, Nature
from assessment.telling.figures_told import told_inputs, told_name, told_value
from gui.dossier.mark import mark
from gui.parts.card import Card
from gui.parts.label import Prose, label
from gui.style.theme import scaled

_NAMES = {
    "need": "Nodig", "declared": "Opgegeven herkomst", "gap": "Verschil", "evidenced": "Bewezen", "cash": "Contant",
    "private_and_foreign": "Particulier of buitenlands", "own_savings_evidenced": "Bewezen eigen spaargeld",
    "evidenced_share": "Deel bewezen", "not_evidenced_share": "Deel niet bewezen", "gap_share_of_need": "Deel verschil",
    "cash_share": "Deel contant", "private_foreign_share": "Deel particulier of buitenlands",
    "turnover_change": "Verandering van de omzet", "rent_share_of_past_turnover": "Huur ten opzichte van de omzet",
    "lender_capacity": "Draagkracht van", "lender_shortfall": "Meer geleend dan draagkracht van",
    "received_before_agreed": "Ontvangen vóór de overeenkomst",
}  # fmt: skip


class FormulaCard(Card):
    """A table of figures; built when it is shown."""

    def __init__(self) -> None:
        super().__init__("Zo is gerekend")
        self.corner(mark(Nature.RULE))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._cells: list[tuple[QLabel, ...]] = []
        for column, head in enumerate(("Cijfer", "Uitkomst", "Formule en invoer")):
            self._grid.addWidget(label(head, "small"), 0, column)
        self.add(holder)

    def show_figures(self, funding: Funding | None, dossier: Dossier) -> None:
        """Show the figures of an outcome."""
        figures = funding.figures if funding else ()
        while len(self._cells) > len(figures):
            for cell in self._cells.pop():
                cell.hide()
                cell.deleteLater()
        while len(self._cells) < len(figures):
            self._add_row()
        for cells, figure in zip(self._cells, figures, strict=True):
            for cell, text in zip(cells, told(figure, dossier), strict=True):
                cell.setText(text)

    def _add_row(self) -> None:
        cells = (Prose(), label(), Prose("", "muted"))
        cells[0].setFixedWidth(scaled(190))
        for cell in cells:
            cell.setAlignment(Qt.AlignmentFlag.AlignTop)
        cells[1].setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._cells.append(cells)
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, len(self._cells), column)


def told(figure: Figure, dossier: Dossier) -> tuple[str, str, str]:
    """Give the name, the outcome, and the formula with its inputs, in words."""
    kind, _, id_ = figure.name.partition(":")
    party = dossier.name_of(id_) if id_ else ""
    told = told_name(kind, party)
    name = f"{_NAMES[kind]} {party}".strip() if kind in _NAMES else told[:1].upper() + told[1:]
    source = f"Norm: {figure.source}" if figure.source else ""
    parts = (figure.formula, told_inputs(figure, show_euro), source)
    return name, told_value(figure), "\n".join(filter(None, parts))
