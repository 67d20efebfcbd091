# SPDX-License-Identifier: EUPL-1.2
"""Later starts: the name of the store, who one is, one password, one button, and the last good backup."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.label import Prose
from gui.parts.notice import Notice
from gui.parts.visible import set_shown
from gui.unlock.found import Found
from gui.unlock.key_file_page import LOST, LOST_FOR_GOOD
from gui.unlock.password_page import PasswordPage


class UnlockPage(PasswordPage):
    """Emits `entered(password)`, `forgotten()`, `restore_asked()`, `keyring_asked(user)` and `key_file_asked()`.

    `last` says when the last good backup was made, and in which tone.
    """

    forgotten = Signal()
    restore_asked = Signal()
    keyring_asked = Signal(str)
    key_file_asked = Signal()

    def __init__(self, found: Found, last: tuple[Tone, str] = (Tone.OK, "")) -> None:
        title = f"Open {found.name}" if found.name else "Open de kluis"
        super().__init__(title, "Uw dossiers staan versleuteld op deze computer.", "Open de kluis", found.users)
        self._keyring = found.keyring
        self.with_keyring = button("Open met uw Windows-aanmelding", "key", on_click=self._on_keyring)
        self.add(self.with_keyring)
        self._show_keyring()
        if self.names is not None:
            self.names.edited.connect(lambda _name: self._show_keyring())
        if found.is_key_file_lost:
            self._offer_key_file(any(one.is_good for one in found.backups))
        self.add(button("Wachtwoord vergeten", rank=Rank.LINK, on_click=self.forgotten.emit))
        if found.backups:
            self.add(button("Zet een reservekopie terug", rank=Rank.LINK, on_click=self.restore_asked.emit))
        tone, words = last
        if words:
            self.add(Prose(words, "muted") if tone is Tone.OK else Notice(tone, words))

    def _offer_key_file(self, from_backup: bool) -> None:
        self.show_sentence(Tone.DANGER, LOST if from_backup else LOST_FOR_GOOD)
        if from_backup:
            self.add(button("Haal het sleutelbestand uit een reservekopie", "key", on_click=self.key_file_asked.emit))

    def _show_keyring(self) -> None:
        """Offer it where it opens the store for who was chosen."""
        set_shown(self.with_keyring, self._who() in self._keyring)

    def _who(self) -> str:
        alone = self._keyring[0] if self.names is None and len(self._keyring) == 1 else ""
        return self.user() or alone

    def _on_keyring(self) -> None:
        self.keyring_asked.emit(self._who())
