# SPDX-License-Identifier: EUPL-1.2
"""Later starts: the name of the store, one field, one button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.button import Rank, button
from gui.unlock.password_page import PasswordPage


class UnlockPage(PasswordPage):
    """Emits `entered(password)` and `forgotten()`."""

    forgotten = Signal()

    def __init__(self, store: str) -> None:
        title = f"Open {store}" if store else "Open de kluis"
        super().__init__(title, "Uw dossiers staan versleuteld op deze computer.", "Open de kluis")
        self.add(button("Wachtwoord vergeten", rank=Rank.LINK, on_click=self.forgotten.emit))
