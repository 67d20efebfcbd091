# SPDX-License-Identifier: EUPL-1.2
"""Later starts: the name of the store, one field, one button."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from assessment.errors import Hindrance, WrongPassword
from gui.parts.button import Rank, button
from gui.unlock.frame import UnlockFrame
from gui.unlock.secret import Secret


class UnlockPage(UnlockFrame):
    """Emits `unlock_asked(password)` and `forgotten()`."""

    unlock_asked = Signal(str)
    forgotten = Signal()

    def __init__(self, store: str) -> None:
        title = f"Open {store}" if store else "Open de kluis"
        super().__init__(title, "Uw dossiers staan versleuteld op deze computer.")
        self._password = Secret("Wachtwoord")
        self._password.entered.connect(self._on_open)
        self.add(self._password)
        self._open = self.add(button("Open de kluis", rank=Rank.PRIMARY, on_click=self._on_open))
        self.add(button("Wachtwoord vergeten", rank=Rank.LINK, on_click=self.forgotten.emit))
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self._open.setEnabled(True))

    def focus_first(self) -> None:
        self._password.setFocus()

    def forget(self) -> None:
        """Forget what was typed."""
        self._password.clear()

    def show_hindrance(self, hindrance: Hindrance) -> None:
        super().show_hindrance(hindrance)
        self._password.clear()
        self._password.setFocus()
        if isinstance(hindrance, WrongPassword) and hindrance.seconds_to_wait:
            self._open.setEnabled(False)
            self._wait.start(hindrance.seconds_to_wait * 1000)

    def _on_open(self) -> None:
        if self._password.text() and self._open.isEnabled():
            self.unlock_asked.emit(self._password.text())
