# SPDX-License-Identifier: EUPL-1.2
"""How a found place is painted: the step, and a piece of the text with the found words bold. No markup is read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.parts.bare_cell import BareCell
from gui.style.theme import colour, current, scaled

LEAD, RANGES = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""The words at the left, and the places of what was found in the text."""
LEAD_WIDTH = 132
"""Pixels for the words at the left."""
EDGE = 8


class HitCell(BareCell):
    """Paints rows with a lead; the heads of groups are left to the style."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        lead = index.data(LEAD)
        if lead is None:
            super().paint(painter, option, index)
            return
        self.paint_bare(painter, option, index)
        painter.save()
        painter.setFont(option.font)
        width = scaled(LEAD_WIDTH)
        room = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        painter.setPen(colour("muted"))
        short = option.fontMetrics.elidedText(lead, Qt.TextElideMode.ElideRight, width - EDGE)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
        _paint_text(painter, room.adjusted(width, 0, 0, 0), index.data(), index.data(RANGES) or (), option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(current().row - 4, option.fontMetrics.height() + 8))


def _paint_text(painter: QPainter, room: QRect, text: str, ranges: tuple[tuple[int, int], ...], font: QFont) -> None:
    """Write the pieces behind each other until there is no more room."""
    painter.setPen(colour("text"))
    at = room.left()
    for piece, is_found in pieces(text, ranges):
        own = QFont(font)
        own.setBold(is_found)
        metrics = QFontMetrics(own)
        short = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room.right() - at)
        painter.setFont(own)
        painter.drawText(QRect(at, room.top(), room.right() - at, room.height()), Qt.AlignmentFlag.AlignVCenter, short)
        at += metrics.horizontalAdvance(piece)
        if at >= room.right():
            return


def pieces(text: str, ranges: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, bool]]:
    """Cut a text where what was found begins and ends."""
    at = 0
    for first, end in ranges:
        yield text[at:first], False
        yield text[first:end], True
        at = end
    yield text[at:], False
