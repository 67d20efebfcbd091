# SPDX-License-Identifier: EUPL-1.2
"""The rail at the left: where one can go. Holds only what is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from gui.style import icons
from gui.style.theme import scaled

WIDTH = 72


@dataclass(frozen=True, slots=True)
class Room:
    """One place on the rail: its id, its word and its icon."""

    id: str
    word: str
    icon: str


ROOMS = (
    Room("dossiers", "Dossiers", "dossiers"),
    Room("agenda", "Agenda", "calendar"),
    Room("settings", "Beheer", "settings"),
)


class Rail(QFrame):
    """Emits `asked(room id)`; the last room stands at the bottom."""

    asked = Signal(str)

    def __init__(self, rooms: Sequence[Room] = ROOMS) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(scaled(WIDTH))
        self.setAccessibleName("Onderdelen")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 10, 5, 10)
        column.setSpacing(6)
        for room in rooms:
            if room is rooms[-1]:
                column.addStretch(1)
            column.addWidget(self._button(room))

    def show_current(self, room: str) -> None:
        """Mark where we are."""
        self._buttons[room].setChecked(True)

    def _button(self, room: Room) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "rail")
        made.setText(room.word)
        made.setAccessibleName(room.word)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setMinimumWidth(scaled(WIDTH) - 11)
        icons.dress(made, room.icon, "text")
        made.clicked.connect(lambda _checked=False: self.asked.emit(room.id))
        self._group.addButton(made)
        self._buttons[room.id] = made
        return made
