# SPDX-License-Identifier: EUPL-1.2
"""Pages as paper on the canvas, below each other; only what is in sight is unpacked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from gui.dossier.paper_maker import DrawnPage
from gui.style.theme import colour

GAP = 16
A4 = 297 / 210
KEPT = 4
"""Unpacked pages that are kept at most."""


class PaperView(QAbstractScrollArea):
    """`page_changed(number)` when another page is in the middle; `zoom_asked(steps)` with Ctrl and the wheel."""

    page_changed = Signal(int)
    zoom_asked = Signal(int)
    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._pages: list[DrawnPage] = []
        self._unpacked: dict[int, QPixmap] = {}
        self._width, self._number, self._count = 0, 1, 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(240)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._tell()

    @property
    def number(self) -> int:
        """The page that is in the middle, counted from 1."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages are there."""
        return len(self._pages)

    def pages(self) -> tuple[DrawnPage, ...]:
        """Give the pages that are there."""
        return tuple(self._pages)

    def room(self) -> int:
        """Points that a page can be wide without scrolling sideways."""
        return max(self.viewport().width() - 2 * GAP, 200)

    def set_page_width(self, width: int) -> None:
        """Show the pages this wide, in points of the window; the place in the document stays."""
        if width == self._width:
            return
        part = self._part()
        self._width = width
        self._measure()
        self.verticalScrollBar().setValue(round(part * self._height()))

    def show_page(self, number: int, page: DrawnPage) -> None:
        """Put a page in its place; the first of a new drawing lets the others stand until they are replaced."""
        if number <= len(self._pages):
            self._pages[number - 1] = page
        else:
            self._pages.append(page)
        self._unpacked.pop(number, None)
        self._measure()
        self.viewport().update()

    def end_at(self, count: int) -> None:
        """Take away pages beyond the last."""
        del self._pages[count:]
        self._unpacked = {number: kept for number, kept in self._unpacked.items() if number <= count}
        self._measure()
        self.viewport().update()

    def go_to(self, number: int, part: float = 0.0) -> None:
        """Put a page at the top, or a place on it (0 is its top, 1 its end)."""
        if 1 <= number <= len(self._pages):
            box = self._box(number)
            self.verticalScrollBar().setValue(round(box.top() + part * box.height()) - GAP // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }  # fmt: skip
        if event.key() in moves and not event.modifiers():
            bar.setValue(moves[event.key()])
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and event.modifiers():
            self.zoom_asked.emit(-1 if event.key() == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = [number for number in range(1, len(self._pages) + 1) if self._seen(number).intersects(event.rect())]
        for number in seen:
            box = self._seen(number)
            painter.drawPixmap(box, self._pixmap(number))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        near = self._near()
        self._unpacked = {number: kept for number, kept in self._unpacked.items() if number in near}

    def sizeHint(self) -> QSize:
        return QSize(600, 240)

    def _pixmap(self, number: int) -> QPixmap:
        if number not in self._unpacked:
            self._unpacked[number] = QPixmap.fromImage(self._pages[number - 1].image())
        return self._unpacked[number]

    def _near(self) -> range:
        """The pages around the one in the middle."""
        return range(self._number - KEPT // 2, self._number + KEPT // 2 + 1)

    def _page_height(self, number: int) -> int:
        size = self._pages[number - 1].size
        return round(self._width * size.height() / max(size.width(), 1)) if self._width else 0

    def _box(self, number: int) -> QRect:
        """Where a page lies on the whole roll."""
        top = GAP + sum(self._page_height(one) + GAP for one in range(1, number))
        left = max((self.viewport().width() - self._width) // 2, GAP)
        return QRect(left, top, self._width, self._page_height(number))

    def _seen(self, number: int) -> QRect:
        """Where a page lies in the viewport."""
        return self._box(number).translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _height(self) -> int:
        return GAP + sum(self._page_height(one) + GAP for one in range(1, len(self._pages) + 1))

    def _part(self) -> float:
        return self.verticalScrollBar().value() / max(self._height(), 1)

    def _measure(self) -> None:
        """Fit the scroll bars to the pages."""
        port = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(self._height() - port.height(), 0))
        self.verticalScrollBar().setPageStep(max(port.height() - 40, 1))
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(self._width + 2 * GAP - port.width(), 0))
        self.horizontalScrollBar().setPageStep(max(port.width(), 1))
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        middle = QPointF(self.viewport().rect().center())
        at = (
            next(
                (
                    number
                    for number in range(1, len(self._pages) + 1)
                    if self._seen(number).bottom() + GAP >= middle.y()
                ),
                len(self._pages),
            )
            or 1
        )
        if (at, len(self._pages)) != (self._number, self._count):
            self._number, self._count = at, len(self._pages)
            self._tell()
            self.page_changed.emit(at)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}, pagina {self._number} van {max(len(self._pages), 1)}")
