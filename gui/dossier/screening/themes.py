# SPDX-License-Identifier: EUPL-1.2
"""The themes of the checklist at the left, each with how far it has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from assessment.screening.walk import Progress
from gui.parts.button import button
from gui.style.theme import scaled

WIDTH = 236


class ThemeList(QFrame):
    """Emits `asked(theme code)`; a theme without questions for these permits is not shown."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Thema's")
        self.setFixedWidth(scaled(WIDTH))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 12)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def show_progress(self, rows: tuple[Progress, ...], current: str) -> None:
        """Show the counts, and which theme is open."""
        for place, row in enumerate(rows):
            one = self._buttons.get(row.theme.code) or self._make(row.theme.code, place)
            done = row.total > 0 and row.open == 0
            one.setText(f"{row.theme.name}   {row.answered}/{row.total}{' ✓' if done else ''}")
            one.setAccessibleName(f"{row.theme.name}, {row.answered} van {row.total} beantwoord")
            one.setToolTip(row.theme.name)
            one.setVisible(row.total > 0)
            one.setChecked(row.theme.code == current)

    def _make(self, code: str, place: int) -> QPushButton:
        one = button("")
        one.setProperty("role", "item")
        one.setCheckable(True)
        one.clicked.connect(lambda _checked=False: self.asked.emit(code))
        self._group.addButton(one)
        self._buttons[code] = one
        self._column.insertWidget(place, one)
        return one
