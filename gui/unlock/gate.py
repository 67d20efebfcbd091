# SPDX-License-Identifier: EUPL-1.2
"""Leads from a closed store to an open one: the first time, each time, and when the password was forgotten.

What is imported inside functions here is not needed for the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from assessment.errors import Hindrance
from gui.lane import Lane
from gui.unlock.found import Found, look_at
from gui.unlock.frame import UnlockFrame

if TYPE_CHECKING:
    from assessment.ports import Vault  # brings in all of a dossier: after the first paint
    from gui.unlock.coming_in import Entered
    from gui.unlock.password_page import PasswordPage
    from gui.unlock.ways_back import WaysBack


class Gate(QStackedWidget):
    """Emits `opened(vault)` once the store is open, and `replaced(is_so)` before that when a backup takes its place.

    `found` when it is known which store this is, `turned` when another page is shown. Nobody gets past it who must
    choose a password of their own, and no administrator before the recovery key was written down.
    All work on the vault runs on the store lane.
    """

    opened = Signal(object)
    replaced = Signal(bool)
    found = Signal()
    turned = Signal()

    def __init__(self, store: Lane, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._store, self._now = store, now
        self.vault: Vault | None = None
        self._found: Found | None = None
        self._back: WaysBack | None = None
        self._is_inside = False
        self._first = UnlockFrame("Toetssteen", "Integriteitsbeoordeling volgens de Wet Bibob, op deze computer.")
        self.addWidget(self._first)

    def begin(self, open_vault: Callable[[], Vault]) -> None:
        """Find the store and show the page that goes with it."""
        self._first.set_busy("De kluis wordt gezocht.")

        def look() -> tuple[Vault, Found]:
            vault = open_vault()
            return vault, look_at(vault)

        self._store.run(look, lambda found: self._on_found(*found), self._first.show_hindrance)

    @property
    def is_shut(self) -> bool:
        """Whether the store is closed and nobody is opening it; false on a page that lies behind the password."""
        return not self._is_inside and self._store.is_idle

    def start_over(self) -> None:
        """Ask from the start, and let go of what was typed; only while it is shut."""
        from assessment.ports import VaultState

        if self._found is not None and self._found.state is VaultState.MISSING:
            self._show_create(self.vault)
        elif self._found is not None:
            self.show_locked(self.vault, self._found)

    def show_closed(self, vault: Vault, found: Found) -> None:
        """Ask for the password after a lock; a store that was temporary is gone then, and one not made can be made."""
        from assessment.ports import VaultState

        self._is_inside = False
        if found.state is not VaultState.MISSING:
            self.show_locked(vault, found)
            return
        if self._found.state is VaultState.MISSING:
            self._show_create(vault)
            return
        self.vault = None
        self.turn_to(UnlockFrame("De voorbeelden zijn opgeruimd", "Sluit dit venster. Er is niets achtergebleven."))

    def show_locked(self, vault: Vault, found: Found) -> None:
        """Ask for the password, after a lock."""
        from gui.parts.backup_words import last_told
        from gui.unlock.unlock_page import UnlockPage
        from gui.unlock.ways_back import WaysBack

        self.vault, self._found, self._is_inside = vault, found, False
        page = UnlockPage(found, last_told(found.backups, self._now()))
        back = self._back = WaysBack(self, self._store, vault, found)  # kept: the page holds no more than its methods
        page.entered.connect(lambda password: self._unlock(page, password))
        page.forgotten.connect(back.show_forgotten)
        page.restore_asked.connect(back.show_backups)
        page.keyring_asked.connect(lambda user: self._unlock_with_keyring(page, user))
        page.key_file_asked.connect(back.show_key_file)
        self.turn_to(page)

    def page(self) -> UnlockFrame:
        """Give the page that is shown."""
        return self.currentWidget()

    def wait_for(self, words: str, title: str = "De kluis wordt vergrendeld", promise: str = "") -> None:
        """Show only what is being done, and promise no more than holds: at the gate nothing typed is kept."""
        blank = UnlockFrame(title, promise)
        self.turn_to(blank)
        blank.set_busy(words)

    def make_way(self, promise: str) -> None:
        """Say that the store is closed, while a fresh window is on its way."""
        self.wait_for("Het venster wordt ververst.", "De kluis is vergrendeld", promise)

    def say(self, hindrance: Hindrance) -> None:
        """Say what stands in the way of what is being done."""
        self.page().show_hindrance(hindrance)

    def ask_back(self, vault: Vault, then: Callable[[], object]) -> None:
        """Offer the way back into a store that could not be locked; `then` is called after the right password."""
        from gui.unlock.back_page import BackPage

        page = BackPage(self.page().sentence())

        def check(password: str) -> None:
            page.set_busy("Het wachtwoord wordt nagekeken.")
            self._store.run(lambda: vault.confirm(password), lambda _: then(), page.show_hindrance)

        page.entered.connect(check)
        self.turn_to(page)

    def rest(self) -> None:
        """Show nothing, and let go of what was typed here."""
        self.turn_to(UnlockFrame("Toetssteen", ""))

    def put_back(self, page: UnlockFrame, restore: Callable[[], object], busy: str) -> None:
        """Have a backup take the place of the store and open it."""
        # Told before it is done: a lock that comes meanwhile hears no more of it.
        self.replaced.emit(True)
        self.come_in(page, restore, busy, refused=lambda: self.replaced.emit(False))

    def come_in(
        self,
        page: UnlockFrame,
        open_: Callable[[], object],
        busy: str,
        password: str = "",
        refused: Callable[[], object] | None = None,
    ) -> None:
        """Open the store as `open_` does, and ask first what must be asked of who came in."""
        from gui.unlock.coming_in import entered

        vault = self.vault

        def refuse(hindrance: Hindrance) -> None:
            if refused is not None:
                refused()
            self._refuse(page, hindrance)

        page.set_busy(busy)
        self._store.run(
            lambda: entered(vault, open_, password),
            lambda found: self._go_on(found, password),
            refuse,
        )

    def turn_to(self, page: UnlockFrame) -> None:
        """Show another page and let the earlier one go, with what was typed on it."""
        earlier = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.focus_first()
        if earlier is not None:
            self.removeWidget(earlier)
            earlier.deleteLater()
        self.turned.emit()

    def _on_found(self, vault: Vault, found: Found) -> None:
        from assessment.ports import VaultState

        self.vault, self._found = vault, found
        if found.state is VaultState.MISSING:
            self._show_create(vault)
        elif found.state is VaultState.OPEN:
            self._let_in()
        else:
            self.show_locked(vault, found)
        self.found.emit()

    def _let_in(self) -> None:
        self._is_inside = True
        self.opened.emit(self.vault)

    def _show_create(self, vault: Vault) -> None:
        from gui.unlock.create_page import CreatePage

        page = CreatePage()

        def create(name: str, password: str) -> None:
            page.set_busy("De kluis wordt gemaakt. Dit duurt een paar seconden.")
            self._store.run(lambda: vault.create(name, password), self._show_recovery, page.show_hindrance)

        page.create_asked.connect(create)
        self.turn_to(page)

    def _show_recovery(self, key: str) -> None:
        from gui.unlock.recovery_page import RecoveryPage

        self._is_inside = True
        vault, page = self.vault, RecoveryPage(key)

        def confirm() -> None:
            page.set_busy("Even geduld.")
            self._store.run(vault.confirm_recovery, lambda _: self._let_in(), page.show_hindrance)

        page.confirmed.connect(confirm)
        self.turn_to(page)

    def _go_on(self, found: Entered, password: str) -> None:
        """Have a first password replaced, and a recovery key that was never written down shown anew."""
        self._is_inside = True
        if found.must_change:
            self._show_own_password(found.user, password)
        elif found.recovery_key:
            self._show_recovery(found.recovery_key)
        else:
            self._let_in()

    def _refuse(self, page: UnlockFrame, hindrance: Hindrance) -> None:
        """Say why it does not open; a page behind the password is left when the store was closed again."""
        from assessment.ports import VaultState

        if self._is_inside and self.vault.state() is not VaultState.OPEN:
            self.show_locked(self.vault, self._found)
            page = self.page()
        page.show_hindrance(hindrance)

    def _unlock(self, page: PasswordPage, password: str) -> None:
        from gui.unlock.ways_back import OPENING

        vault, user = self.vault, page.user()
        self.come_in(page, lambda: vault.unlock(password, user), OPENING, password)

    def _unlock_with_keyring(self, page: UnlockFrame, user: str) -> None:
        from gui.unlock.ways_back import OPENING

        vault = self.vault
        self.come_in(page, lambda: vault.unlock_with_keyring(user), OPENING)

    def _show_own_password(self, user: str, first: str) -> None:
        from gui.unlock.own_password_page import OwnPasswordPage

        vault, page = self.vault, OwnPasswordPage(user)
        page.chosen.connect(
            lambda own: self.come_in(page, lambda: vault.people.change_password(first, own), "Even geduld.", own)
        )
        self.turn_to(page)
