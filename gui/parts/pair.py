# SPDX-License-Identifier: EUPL-1.2
"""Two things side by side, or one below the other where they do not both fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Pair(QWidget):
    """Asks for no more width than the wider of the two, so that a page can always be narrower than both together.

    It has no layout: Qt asks a layout, and not its widget, how high something is at a width, and a layout only knows
    the direction that it has now.
    """

    def __init__(self, first: QWidget, second: QWidget, gap: int = 16) -> None:
        super().__init__()
        self._two, self._gap = (first, second), gap
        for one in self._two:
            one.setParent(self)

    @property
    def is_beside(self) -> bool:
        """Whether they stand side by side."""
        return self._fits(self.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = sum(one.sizeHint().width() for one in self._shown()) + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(_least, self._shown()), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of the two changed its size, came or went
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        for one, place in self._places(self.width()):
            one.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Say where each stands at a width; side by side both are as high as the higher."""
        shown = self._shown()
        if len(shown) > 1 and self._fits(width):
            half = (width - self._gap) // 2
            height = max(_height(one, half) for one in shown)
            return [(one, QRect(at * (half + self._gap), 0, half, height)) for at, one in enumerate(shown)]
        found, top = [], 0
        for one in shown:
            found.append((one, QRect(0, top, width, _height(one, width))))
            top += _height(one, width) + self._gap
        return found

    def _shown(self) -> list[QWidget]:
        return [one for one in self._two if not one.isHidden()]

    def _fits(self, width: int) -> bool:
        return width >= 2 * max(map(_least, self._shown()), default=0) + self._gap


def _least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def _height(widget: QWidget, width: int) -> int:
    asked = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return max(asked, widget.minimumHeight(), widget.minimumSizeHint().height())
