# SPDX-License-Identifier: EUPL-1.2
"""Need and sources as bars on one scale; the proven part is solid, the rest is hatched."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessment.dossier.financing import Financing
from assessment.inquiry.funding import evidenced
from assessment.money import show_euro
from assessment.outcome import Funding
from gui.style.theme import colour

ROW = 30
BAR = 16
NAME = 190
AMOUNT = 110


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its whole length and the part that is proven, in euro."""

    name: str
    amount: Decimal
    proven: Decimal


def bars_of(financing: Financing, funding: Funding) -> tuple[Bar, ...]:
    """Give the bars: what is needed, and then each source."""
    need = Bar("Nodig", funding.need, min(funding.evidenced, funding.need))
    sources = (Bar(one.label or "zonder naam", one.amount, evidenced(one)) for one in financing.sources)
    return (need, *(one for one in sources if one.amount))


class FundingBars(QWidget):
    """The picture; its accessible description says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Plaatje van nodig en herkomst")

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Draw other bars."""
        if bars == self._bars:
            return
        self._bars = bars
        self.setAccessibleDescription(told(bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, max(len(self._bars), 1) * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((bar.amount for bar in self._bars), default=Decimal(0))
        for at, bar in enumerate(self._bars):
            self._paint(painter, at * self._row(), bar, longest)

    def _paint(self, painter: QPainter, top: int, bar: Bar, longest: Decimal) -> None:
        metrics = QFontMetrics(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour("text"))
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, NAME - 12)
        painter.drawText(QRectF(0, top, NAME, self._row()), middle, name)
        right = QRectF(self.width() - AMOUNT, top, AMOUNT, self._row())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, show_euro(bar.amount))
        room = self.width() - NAME - AMOUNT - 12
        whole = QRectF(NAME, top + (self._row() - BAR) / 2, _length(bar.amount, longest, room), BAR)
        painter.setPen(QPen(colour("control"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRect(whole)
        painter.setBrush(QBrush(colour("control"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRect(QRectF(whole.left(), whole.top(), _length(bar.proven, longest, room), BAR))

    def _row(self) -> int:
        return max(ROW, QFontMetrics(self.font()).height() + 10)


def _length(amount: Decimal, longest: Decimal, room: int) -> float:
    return float(amount / longest) * room if longest else 0.0


def told(bars: tuple[Bar, ...]) -> str:
    """Say what the picture shows."""
    return " ".join(f"{one.name}: {show_euro(one.amount)}, waarvan bewezen {show_euro(one.proven)}." for one in bars)
