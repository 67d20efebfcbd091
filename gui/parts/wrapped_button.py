# SPDX-License-Identifier: EUPL-1.2
"""A button whose text may take several lines, for a question or a sentence that opens something."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from gui.parts.label import Prose


class WrappedButton(QPushButton):
    """Left-aligned running text that can be clicked, or pressed with Enter and the space bar."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "wrapped")
        self.setAccessibleName(text)
        self.setAutoDefault(True)
        self._text = Prose(text)
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.addWidget(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalHeightForWidth(width)
