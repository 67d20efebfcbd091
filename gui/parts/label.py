# SPDX-License-Identifier: EUPL-1.2
"""Labels in the sizes of look.md; running text never gets wider than 75 characters."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

LONGEST_LINE = 75
_ENDLESS = 100_000
_MAY_BREAK = "\u200b"
_UNBROKEN = re.compile(rf"[^\s{_MAY_BREAK}]{{24}}")


def label(text: str = "", role: str = "") -> QLabel:
    """Make a label of one line; roles: page, section, label, muted, small, problem, figure."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


class Prose(QLabel):
    """Running text that wraps; plain text always, so that what was typed is never read as markup.

    `narrow=False` lets the lines run as wide as there is room.
    """

    def __init__(self, text: str = "", role: str = "", *, narrow: bool = True) -> None:
        super().__init__(text)
        self._narrow = narrow
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self._limit()) + self.contentsMargins().right())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setContentsMargins(0, 0, max(0, self.width() - self._limit()), 0)

    def _limit(self) -> int:
        """Pixels after which a line breaks; the margin takes the rest, so that the layout stays free."""
        return self.fontMetrics().averageCharWidth() * (LONGEST_LINE + 6) if self._narrow else _ENDLESS


def breakable(text: str) -> str:
    """Let a long name without spaces break: behind its dots, dashes and underscores, or after some signs."""
    for sign in "._-":
        text = text.replace(sign, f"{sign}{_MAY_BREAK}")
    return _UNBROKEN.sub(lambda found: f"{found[0]}{_MAY_BREAK}", text)


def rule() -> QFrame:
    """Make a hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made
