# SPDX-License-Identifier: EUPL-1.2
"""The range that the unknowns still leave open, as a bar between three words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessment.degree import ORDER, Degree
from gui.parts.badge import DEGREES
from gui.style.theme import colour, current

WORDS = {one: DEGREES[one][0] for one in ORDER}


class RangeBar(QWidget):
    """Three places on a line; solid from the lowest to the highest degree, a ring where the indication is."""

    def __init__(self) -> None:
        super().__init__()
        self._low, self._high, self._at = Degree.NONE, Degree.SERIOUS, Degree.UNDETERMINED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_range(self, low: Degree, high: Degree, at: Degree) -> None:
        """Show another range and indication."""
        self._low, self._high, self._at = low, high, at
        self.setAccessibleName(told(low, high))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 20 + QFontMetrics(self._font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        y = 8.0
        painter.setPen(QPen(colour("line"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(places[0], y), QPointF(places[2], y))
        low, high = (places[ORDER.index(one)] for one in (self._low, self._high))
        painter.setPen(QPen(colour("text"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        if self._at in ORDER:
            painter.setPen(QPen(colour("text"), 2))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(QPointF(places[ORDER.index(self._at)], y), 5.5, 5.5)
        self._write_words(painter)

    def _write_words(self, painter: QPainter) -> None:
        painter.setFont(self._font())
        box = QRectF(0, 16, self.width(), self.height() - 16)
        aligned = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for degree, side in zip(ORDER, aligned, strict=True):
            inside = ORDER.index(self._low) <= ORDER.index(degree) <= ORDER.index(self._high)
            painter.setPen(colour("text" if inside else "muted"))
            painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, WORDS[degree])

    def _places(self) -> tuple[float, float, float]:
        return 8.0, self.width() / 2, self.width() - 8.0

    def _font(self) -> object:
        font = self.font()
        font.setPointSizeF(current().small)
        return font


def told(low: Degree, high: Degree) -> str:
    """Say the range in words."""
    if low is high:
        return f"alles wat bekend is, wijst op {WORDS[low]}"
    return f"tussen {WORDS[low]} en {WORDS[high]}"
