# SPDX-License-Identifier: EUPL-1.2
"""How a cell of a table is painted that holds more than text: a badge, and perhaps a bar in front of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.parts.badge import ICONS, Tone
from gui.parts.bare_cell import BareCell
from gui.parts.record_model import BADGE, BAR
from gui.style import icons
from gui.style.theme import colour, current

EDGE, BAR_EDGE = 8, 13
"""Pixels between the edge of a cell and a badge, or a bar: that begins where text does."""
BAR_WIDTH, BAR_HEIGHT, BAR_ROOM = 56, 6, 72
"""Pixels of a bar, and how far the badge moves for it."""


class RecordCell(BareCell):
    """Paints badges and bars in cells, and leaves the rest to the style."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        badge, share = index.data(BADGE), index.data(BAR)
        if badge is None:
            super().paint(painter, option, index)
            return
        self.paint_bare(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if share is not None:
            _paint_bar(painter, option.rect, badge[0], share)
        _paint_badge(painter, option, badge, 0 if share is None else BAR_ROOM)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        badge = index.data(BADGE)
        words = badge[1] if badge else index.data() or ""
        bar = 0 if index.data(BAR) is None else BAR_ROOM
        return QSize(option.fontMetrics.horizontalAdvance(words) + (50 if badge else 24) + bar, current().row)


def _paint_bar(painter: QPainter, rect: QRect, tone: Tone, share: float) -> None:
    """Paint a slim bar, filled as far as its share."""
    box = QRectF(rect.left() + BAR_EDGE, rect.center().y() - BAR_HEIGHT / 2 + 1, BAR_WIDTH, BAR_HEIGHT)
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(box, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
    if share > 0:
        box.setWidth(max(BAR_HEIGHT, BAR_WIDTH * share))
        painter.setBrush(colour(tone.value))
        painter.drawRoundedRect(box, BAR_HEIGHT / 2, BAR_HEIGHT / 2)


def _paint_badge(painter: QPainter, option: QStyleOptionViewItem, badge: tuple[Tone, str], moved: int) -> None:
    """Paint icon and word on the soft colour, cut off with an ellipsis where the cell ends."""
    tone, word = badge
    metrics = option.fontMetrics
    room = option.rect.width() - 20 - moved
    word = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room - 34)
    box = QRect(option.rect.left() + EDGE + moved, 0, metrics.horizontalAdvance(word) + 34, metrics.height() + 6)
    box.moveTop(option.rect.center().y() - box.height() // 2)
    painter.setBrush(colour(f"{tone.value}_soft"))
    painter.drawRoundedRect(QRectF(box), current().radius, current().radius)
    painter.drawPixmap(QPoint(box.left() + 6, box.center().y() - 7), icons.pixmap(ICONS[tone], tone.value, 16))
    painter.setPen(colour(tone.value))
    painter.setFont(option.font)
    painter.drawText(box.adjusted(26, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
