# SPDX-License-Identifier: EUPL-1.2
"""What pages that ask for the password have in common: the field, the button, and the wait after wrong ones."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from assessment.errors import Hindrance, WrongPassword
from gui.parts.button import Rank, button
from gui.unlock.frame import UnlockFrame
from gui.unlock.secret import Secret


class PasswordPage(UnlockFrame):
    """Emits `entered(password)`."""

    entered = Signal(str)

    def __init__(self, title: str, intro: str, verb: str) -> None:
        super().__init__(title, intro)
        self._password = Secret("Wachtwoord")
        self._password.entered.connect(self._on_enter)
        self.add(self._password)
        self._open = self.add(button(verb, rank=Rank.PRIMARY, on_click=self._on_enter))
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self._open.setEnabled(True))

    def focus_first(self) -> None:
        self._password.setFocus()

    def show_hindrance(self, hindrance: Hindrance) -> None:
        super().show_hindrance(hindrance)
        self._password.clear()
        self._password.setFocus()
        if isinstance(hindrance, WrongPassword) and hindrance.seconds_to_wait:
            self._open.setEnabled(False)
            self._wait.start(hindrance.seconds_to_wait * 1000)

    def _on_enter(self) -> None:
        if self._password.text() and self._open.isEnabled():
            self.entered.emit(self._password.text())
