# SPDX-License-Identifier: EUPL-1.2
"""Later starts: the name of the store, one field, one button, and the last good backup."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.label import Prose
from gui.parts.notice import Notice
from gui.unlock.password_page import PasswordPage


class UnlockPage(PasswordPage):
    """Emits `entered(password)`, `forgotten()` and `restore_asked()`.

    `last` says when the last good backup was made, and in which tone; `has_backups` whether one can be put back.
    """

    forgotten = Signal()
    restore_asked = Signal()

    def __init__(self, store: str, last: tuple[Tone, str] = (Tone.OK, ""), *, has_backups: bool = False) -> None:
        title = f"Open {store}" if store else "Open de kluis"
        super().__init__(title, "Uw dossiers staan versleuteld op deze computer.", "Open de kluis")
        self.add(button("Wachtwoord vergeten", rank=Rank.LINK, on_click=self.forgotten.emit))
        if has_backups:
            self.add(button("Zet een reservekopie terug", rank=Rank.LINK, on_click=self.restore_asked.emit))
        tone, words = last
        if words:
            self.add(Prose(words, "muted") if tone is Tone.OK else Notice(tone, words))
