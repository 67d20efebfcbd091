# SPDX-License-Identifier: EUPL-1.2
"""A password that is being chosen: twice the same, and strong enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.parts.notice import Notice
from gui.parts.secret import Secret
from gui.parts.strength import is_enough, judge

DIFFER = "De twee wachtwoorden zijn niet gelijk. Typ het nog een keer."


class NewPassword(QWidget):
    """`text()` once `problem()` finds none; `entered` at Enter in the second field."""

    entered = Signal()

    def __init__(self, name: str = "Nieuw wachtwoord", again: str = "Herhaal het nieuwe wachtwoord") -> None:
        super().__init__()
        self.first, self.again = Secret(name), Secret(again)
        self._strength = Notice(*judge(""))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        for widget in (self.first, self._strength, self.again):
            self._column.addWidget(widget)
        self.first.typed.connect(lambda: self._strength.show_text(*judge(self.first.text())))
        self.again.entered.connect(self.entered)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """Give what was chosen."""
        return self.first.text()

    def problem(self, user: str = "") -> tuple[str, QWidget] | None:
        """Say what is wrong, and where that is mended; the sentence is empty where it stands below the field."""
        self._strength.show_text(*judge(self.text(), user))
        if not is_enough(self.text(), user):
            return "", self.first
        return (DIFFER, self.again) if self.text() != self.again.text() else None
