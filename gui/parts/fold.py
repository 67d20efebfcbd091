# SPDX-License-Identifier: EUPL-1.2
"""Something that stands folded until it is asked for: a button with an arrow, and what it unfolds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.parts.button import Rank, button
from gui.style import icons


class Fold(QWidget):
    """`title` is the button; `content` is hidden until it is pressed."""

    def __init__(self, title: str, content: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self._content = content
        self.button = button(title, "chevron-right", Rank.QUIET, self.toggle)
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        self.unfold(is_open)

    def toggle(self) -> None:
        """Fold what is unfolded, and the other way round."""
        self.unfold(not self.is_open)

    def unfold(self, is_open: bool = True) -> None:
        """Show or hide the content."""
        self.button.setChecked(is_open)
        self._content.setVisible(is_open)
        icons.dress(self.button, "chevron-down" if is_open else "chevron-right", "muted", 16)

    @property
    def is_open(self) -> bool:
        """Whether the content shows."""
        return not self._content.isHidden()

    def set_title(self, title: str) -> None:
        """Give the button other words."""
        self.button.setText(title)
        self.button.setAccessibleName(title)
