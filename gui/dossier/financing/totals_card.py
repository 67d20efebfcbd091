# SPDX-License-Identifier: EUPL-1.2
"""How need and sources meet: the difference, the proven part, cash, and money from private or foreign lenders."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assessment.known import NOT_KNOWN_WORD
from assessment.money import show_euro, show_percent
from assessment.outcome import Funding
from gui.parts.badge import NOT_KNOWN_BADGE, Badge
from gui.parts.card import Card
from gui.parts.label import Prose, label


class TotalsCard(Card):
    """Four figures side by side, recomputed with every keystroke."""

    def __init__(self) -> None:
        super().__init__("Aansluiting")
        self.difference = FigureTile("Verschil")
        self.proven = FigureTile("Bewezen")
        self.cash = FigureTile("Contant")
        self.private = FigureTile("Particulier of buitenlands")
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        for column, tile in enumerate(self.tiles()):
            grid.addWidget(tile, 0, column)
            grid.setColumnStretch(column, 1)
        self.add_layout(grid)

    def tiles(self) -> tuple[FigureTile, ...]:
        """Give the figures, in order."""
        return self.difference, self.proven, self.cash, self.private

    def show_funding(self, funding: Funding | None) -> None:
        """Show another outcome; None when nothing was recorded."""
        if funding is None:
            for tile in self.tiles():
                tile.show_figure("", "")
            return
        gap = funding.gap
        self.difference.show_figure("" if gap is None else show_euro(gap), "" if gap is None else _gap_words(gap))
        share = funding.evidenced_share
        self.proven.show_figure(show_euro(funding.evidenced), _of_need(share), is_known=share is not None)
        self.cash.show_figure(_percent(funding.cash_share), "van de opgegeven herkomst")
        self.private.show_figure(_percent(funding.private_foreign_share), "van de opgegeven herkomst")


class FigureTile(QWidget):
    """A name, a figure, and what it means; "niet bekend" where there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._figure, self._meaning = label("", "figure"), Prose("", "small")
        self._unknown = Badge(*NOT_KNOWN_BADGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (label(name, "small"), self._figure, self._unknown, self._meaning):
            column.addWidget(widget)
        column.addStretch(1)
        self.show_figure("", "")

    def show_figure(self, figure: str, meaning: str, *, is_known: bool = True) -> None:
        """Show another figure; an empty one is not known, and `is_known` says whether its share is."""
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._unknown.setVisible(not figure or not is_known)
        self._meaning.setText(meaning if figure else "")
        self.setAccessibleName(f"{self._name}: {figure or NOT_KNOWN_WORD} {meaning}".strip())

    def words(self) -> str:
        """Give name, figure and meaning."""
        return self.accessibleName()


def _gap_words(gap: Decimal) -> str:
    if gap == 0:
        return "Sluit op de cent."
    return "meer nodig dan opgegeven" if gap > 0 else "meer opgegeven dan nodig"


def _of_need(share: Decimal | None) -> str:
    return "deel van wat nodig is" if share is None else f"{show_percent(share)} van wat nodig is"


def _percent(share: Decimal | None) -> str:
    return "" if share is None else show_percent(share)
