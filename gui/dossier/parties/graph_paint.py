# SPDX-License-Identifier: EUPL-1.2
"""How the picture of relations is painted: boxes, branches, lines beside the tree, and words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from gui.dossier.parties.party_rows import PartyRow
from gui.style import icons
from gui.style.theme import colour, current

INDENT = 30
_DASHES = (4.0, 3.0)


def paint_branch(painter: QPainter, above: QRectF, box: QRectF, *, is_over: bool) -> None:
    """From below one box to the side of another."""
    left, middle = above.left() + INDENT / 2, box.center().y()
    painter.setPen(_pen(is_over=is_over))
    painter.drawPolyline(QPolygonF([QPointF(left, above.bottom()), QPointF(left, middle), QPointF(box.left(), middle)]))


def paint_crossing(painter: QPainter, boxes: tuple[QRectF, QRectF], right: float, *, is_over: bool) -> None:
    """From the right side of one box to that of another, through a lane of its own."""
    first, second = boxes
    painter.setPen(_pen(is_over=is_over))
    painter.drawPolyline(QPolygonF([
        QPointF(first.right(), first.center().y()), QPointF(right, first.center().y()),
        QPointF(right, second.center().y()), QPointF(second.right(), second.center().y()),
    ]))  # fmt: skip


def paint_box(painter: QPainter, box: QRectF, row: PartyRow, font: QFont) -> None:
    """A party with its icon and name; a subject stands out by its frame and its colour."""
    painter.setPen(QPen(colour("accent" if row.is_subject else "control"), 2 if row.is_subject else 1))
    painter.setBrush(colour("accent_soft" if row.is_subject else "surface"))
    painter.drawRoundedRect(box, current().radius, current().radius)
    icon = "person" if row.party.kind == "person" else "building"
    painter.drawPixmap(QPointF(box.left() + 9, box.center().y() - 8), icons.pixmap(icon, "muted", 16))
    shown = QFont(font)
    shown.setBold(row.is_subject)
    painter.setFont(shown)
    _write(painter, box.adjusted(33, 0, -8, 0), row.name, "text")
    painter.setFont(font)


def paint_words(painter: QPainter, room: QRectF, words: str) -> None:
    """What a party is to others, at the right of its box."""
    _write(painter, room, words, "muted")


def _write(painter: QPainter, room: QRectF, words: str, ink: str) -> None:
    painter.setPen(colour(ink))
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)


def _pen(*, is_over: bool) -> QPen:
    pen = QPen(colour("control"), 1.4)
    if is_over:
        pen.setDashPattern(_DASHES)
    return pen
