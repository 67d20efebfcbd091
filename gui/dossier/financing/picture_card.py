# SPDX-License-Identifier: EUPL-1.2
"""The picture of need and sources with its key and its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessment.dossier.financing import Financing
from assessment.outcome import Funding
from gui.dossier.financing.bars import FundingBars, bars_of, told
from gui.parts.card import Card
from gui.parts.fold import Fold
from gui.parts.label import Prose, label
from gui.style.theme import colour


class PictureCard(Card):
    """Bars, what solid and hatched mean, and the same in words for who does not see them."""

    def __init__(self) -> None:
        super().__init__("Nodig en herkomst in beeld")
        self.bars, self._words = FundingBars(), Prose("", "muted")
        self.add(self.bars)
        self.add_layout(_key())
        self.add(Fold("Toon dit in woorden", self._words))

    def show_funding(self, financing: Financing, funding: Funding | None) -> None:
        """Draw another outcome; hidden while there is nothing to draw."""
        self.setVisible(funding is not None)
        if funding is not None:
            bars = bars_of(financing, funding)
            self.bars.show_bars(bars)
            self._words.setText(told(bars).replace(". ", ".\n"))

    def words(self) -> str:
        """Give the picture in words."""
        return self._words.text()


def _key() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    for is_solid, word in ((True, "bewezen"), (False, "niet bewezen")):
        line.addWidget(_Swatch(is_solid=is_solid))
        line.addWidget(label(word, "small"))
        line.addSpacing(12)
    line.addStretch(1)
    return line


class _Swatch(QWidget):
    """A little square in the manner of the bars."""

    def __init__(self, *, is_solid: bool) -> None:
        super().__init__()
        self._is_solid = is_solid
        self.setFixedSize(QSize(18, 14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._is_solid:
            painter.fillRect(box, colour("accent"))
            return
        painter.setPen(QPen(colour("control"), 1))
        painter.setBrush(QBrush(colour("control"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
