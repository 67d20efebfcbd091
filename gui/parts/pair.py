# SPDX-License-Identifier: EUPL-1.2
"""Two things side by side, or one below the other where they do not both fit."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Pair(QWidget):
    """Asks for no more width than the wider of the two, so that a page can always be narrower than both together."""

    def __init__(self, first: QWidget, second: QWidget, gap: int = 16) -> None:
        super().__init__()
        self._two, self._gap = (first, second), gap
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for one in self._two:
            self._box.addWidget(one, 1)

    @property
    def is_beside(self) -> bool:
        """Whether they stand side by side."""
        return self._box.direction() is _BESIDE

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._fits(width):
            return max(_height(one, (width - self._gap) // 2) for one in self._two)
        return sum(_height(one, width) for one in self._two) + self._gap

    def sizeHint(self) -> QSize:
        width = sum(one.sizeHint().width() for one in self._two) + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(_least, self._two)), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = _BESIDE if self._fits(event.size().width()) else _BELOW
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)

    def _fits(self, width: int) -> bool:
        return width >= 2 * max(map(_least, self._two)) + self._gap


def _least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
