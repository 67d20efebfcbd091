# SPDX-License-Identifier: EUPL-1.2
"""A card: a quiet surface with a hairline around what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gui.parts.label import Prose, label
from gui.parts.visible import set_shown


class Card(QFrame):
    """Add what it holds with `add(widget)` or `add_layout(layout)`; `corner(widget)` stands beside the title."""

    def __init__(self, title: str = "", intro: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(12)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._title = label(title, "section")
        set_shown(self._title, bool(title))
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._column.addLayout(self._head)
        if title:
            self.setAccessibleName(title)
        if intro:
            self._column.addWidget(Prose(intro, "muted"))

    def set_title(self, title: str) -> None:
        """Give it another title."""
        self._title.setText(title)
        set_shown(self._title, bool(title))
        self.setAccessibleName(title)

    def corner(self, widget: QWidget) -> QWidget:
        """Put something at the right of the title and give it back."""
        self._head.addWidget(widget)
        return widget

    def add(self, widget: QWidget) -> QWidget:
        """Put something below what is there and give it back."""
        self._column.addWidget(widget)
        return widget

    def add_layout(self, layout: QLayout) -> QLayout:
        """Put a layout below what is there and give it back."""
        self._column.addLayout(layout)
        return layout

    def add_stretch(self) -> None:
        """Let room that is left stand below what is there."""
        self._column.addStretch(1)
