# SPDX-License-Identifier: EUPL-1.2
"""The first time that somebody comes in with a password that another chose: one of their own takes its place."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.button import Rank, button
from gui.parts.new_password import NewPassword
from gui.unlock.frame import UnlockFrame


class OwnPasswordPage(UnlockFrame):
    """Emits `chosen(password)`."""

    chosen = Signal(str)

    def __init__(self, user: str) -> None:
        super().__init__(
            "Kies uw eigen wachtwoord",
            f"Welkom, {user}. Een beheerder koos uw eerste wachtwoord. Kies er nu een dat alleen u kent.",
        )
        self._user = user
        self._new = self.add(NewPassword())
        self._new.entered.connect(self._on_choose)
        self.add(button("Stel in en ga verder", rank=Rank.PRIMARY, on_click=self._on_choose))

    def focus_first(self) -> None:
        self._new.setFocus()

    def _on_choose(self) -> None:
        problem = self._new.problem(self._user)
        if problem:
            self.refuse(*problem)
        else:
            self.chosen.emit(self._new.text())
