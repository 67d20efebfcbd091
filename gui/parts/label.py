# SPDX-License-Identifier: EUPL-1.2
"""Labels in the sizes of look.md; running text never gets wider than 75 characters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

LONGEST_LINE = 75


def label(text: str = "", role: str = "") -> QLabel:
    """Make a label of one line; roles: page, section, label, muted, small, problem, figure."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


class Prose(QLabel):
    """Running text that wraps; plain text always, so that what was typed is never read as markup."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (LONGEST_LINE + 6))


def rule() -> QFrame:
    """Make a hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made
