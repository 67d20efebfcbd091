# SPDX-License-Identifier: EUPL-1.2
"""A sentence that asks for attention, with at most one way out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from gui.parts.badge import ICONS, Tone
from gui.parts.button import Rank, button
from gui.parts.label import Prose
from gui.parts.visible import set_shown
from gui.style import icons


def in_lines(sentences: Sequence[str]) -> str:
    """Set sentences below each other; several get a dot, so that one sees where the next begins."""
    return "\n".join(sentences if len(sentences) < 2 else (f"• {one}" for one in sentences))


class Notice(QFrame):
    """Icon, sentence and perhaps a button; `asked` is emitted when that is pressed. Hidden while it has no text."""

    asked = Signal()

    def __init__(self, tone: Tone = Tone.INFO, text: str = "", action: str = "") -> None:
        super().__init__()
        self._picture, self._text = QLabel(), Prose(narrow=False)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._action = button(action, rank=Rank.PLAIN, on_click=self.asked.emit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(10)
        line.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        line.addWidget(self._action)
        self.show_text(tone, text, action)

    def show_text(self, tone: Tone, text: str, action: str = "") -> None:
        """Say something else, or nothing."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        icons.dress(self._picture, ICONS[tone], tone.value)
        self.setProperty("tone", tone.value)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        set_shown(self, bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Give the sentence."""
        return self._text.text()
