# SPDX-License-Identifier: EUPL-1.2
"""Leads from a closed store to an open one: the first time, each time, and when the password was forgotten.

What is imported inside functions here is not needed for the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from assessment.errors import Hindrance
from gui.lane import Lane
from gui.unlock.frame import UnlockFrame

if TYPE_CHECKING:
    from assessment.backup import Backup
    from assessment.ports import Vault, VaultState  # brings in all of a dossier: after the first paint

OPENING = "De kluis wordt geopend. Dit duurt ongeveer een seconde."
EXAMINING = "De kopie wordt nagekeken."
RESTORING = "De kopie wordt teruggezet. Sluit het programma niet af."


@dataclass(frozen=True, slots=True)
class Found:
    """What can be seen of a store without its password."""

    state: VaultState
    name: str
    backups: tuple[Backup, ...]


def look_at(vault: Vault) -> Found:
    """Look at a store, on the store lane; backups that cannot be listed are not there, and the store tells more."""
    try:
        backups = vault.backups()
    except Hindrance:
        backups = ()
    return Found(vault.state(), vault.name, backups)


class Gate(QStackedWidget):
    """Emits `opened(vault)` once the store is open, and `replaced` before that when a backup took its place.

    All work on the vault runs on the store lane.
    """

    opened = Signal(object)
    replaced = Signal()

    def __init__(self, store: Lane, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._store, self._now = store, now
        self._first = UnlockFrame("Toetssteen", "Integriteitsbeoordeling volgens de Wet Bibob, op deze computer.")
        self.addWidget(self._first)

    def begin(self, open_vault: Callable[[], Vault]) -> None:
        """Find the store and show the page that goes with it."""
        self._first.set_busy("De kluis wordt gezocht.")

        def look() -> tuple[Vault, Found]:
            vault = open_vault()
            return vault, look_at(vault)

        self._store.run(look, lambda found: self._on_found(*found), self._first.show_hindrance)

    def show_closed(self, vault: Vault, found: Found) -> None:
        """Ask for the password after a lock; a store that was temporary is gone then."""
        from assessment.ports import VaultState

        if found.state is not VaultState.MISSING:
            self.show_locked(vault, found)
            return
        self._turn_to(UnlockFrame("De voorbeelden zijn opgeruimd", "Sluit dit venster. Er is niets achtergebleven."))

    def show_locked(self, vault: Vault, found: Found) -> None:
        """Ask for the password, after a lock."""
        from gui.parts.backup_words import last_told
        from gui.unlock.unlock_page import UnlockPage

        page = UnlockPage(found.name, last_told(found.backups, self._now()), has_backups=bool(found.backups))
        page.entered.connect(lambda password: self._unlock(vault, page, password))
        page.forgotten.connect(lambda: self._show_forgotten(vault, found))
        page.restore_asked.connect(lambda: self._show_backups(vault, found))
        self._turn_to(page)

    def page(self) -> UnlockFrame:
        """Give the page that is shown."""
        return self.currentWidget()

    def wait_for(self, words: str) -> None:
        """Show only what is being done."""
        blank = UnlockFrame("De kluis wordt vergrendeld", "Wat u had ingevoerd, wordt bewaard.")
        self._turn_to(blank)
        blank.set_busy(words)

    def make_way(self) -> None:
        """Say that the store is closed, while a fresh window is on its way."""
        blank = UnlockFrame("De kluis is vergrendeld", "Wat u had ingevoerd, is bewaard.")
        self._turn_to(blank)
        blank.set_busy("Het venster wordt ververst.")

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
        self._turn_to(page)

    def rest(self) -> None:
        """Show nothing, and let go of what was typed here."""
        self._turn_to(UnlockFrame("Toetssteen", ""))

    def _on_found(self, vault: Vault, found: Found) -> None:
        from assessment.ports import VaultState

        if found.state is VaultState.MISSING:
            self._show_create(vault)
        elif found.state is VaultState.OPEN:
            self.opened.emit(vault)
        else:
            self.show_locked(vault, found)

    def _show_create(self, vault: Vault) -> None:
        from gui.unlock.create_page import CreatePage

        page = CreatePage()

        def create(name: str, password: str) -> None:
            page.set_busy("De kluis wordt gemaakt. Dit duurt een paar seconden.")
            self._store.run(
                lambda: vault.create(name, password), lambda key: self._show_recovery(vault, key), page.show_hindrance
            )

        page.create_asked.connect(create)
        self._turn_to(page)

    def _show_recovery(self, vault: Vault, key: str) -> None:
        from gui.unlock.recovery_page import RecoveryPage

        page = RecoveryPage(key)

        def confirm() -> None:
            page.set_busy("Even geduld.")
            self._store.run(vault.confirm_recovery, lambda _: self.opened.emit(vault), page.show_hindrance)

        page.confirmed.connect(confirm)
        self._turn_to(page)

    def _show_forgotten(self, vault: Vault, found: Found) -> None:
        from gui.unlock.forgotten_page import ForgottenPage

        page = ForgottenPage()

        def recover(key: str, password: str) -> None:
            page.set_busy(OPENING)
            self._store.run(
                lambda: vault.recover(key, password), lambda _: self.opened.emit(vault), page.show_hindrance
            )

        page.recover_asked.connect(recover)
        page.back_asked.connect(lambda: self.show_locked(vault, found))
        self._turn_to(page)

    def _show_backups(self, vault: Vault, found: Found) -> None:
        from gui.unlock.backups_page import BackupsPage

        page = BackupsPage(found.backups)
        page.chosen.connect(lambda id_: self._show_backup(vault, found, id_))
        page.back_asked.connect(lambda: self.show_locked(vault, found))
        self._turn_to(page)

    def _show_backup(self, vault: Vault, found: Found, id_: str) -> None:
        """Have one backup looked into, and only then put back."""
        from gui.unlock.restore_page import RestorePage

        page = RestorePage(next(one for one in found.backups if one.id == id_))

        def examine(secret: str) -> None:
            page.set_busy(EXAMINING)
            self._store.run(lambda: vault.examine(id_, secret), page.show_examined, page.show_hindrance)

        def restore(secret: str) -> None:
            page.set_busy(RESTORING)
            self._store.run(lambda: vault.restore(id_, secret), enter, page.show_hindrance)

        def enter(_: None) -> None:
            self.replaced.emit()
            self.opened.emit(vault)

        page.entered.connect(examine)
        page.restore_asked.connect(restore)
        page.back_asked.connect(lambda: self._show_backups(vault, found))
        self._turn_to(page)

    def _unlock(self, vault: Vault, page: UnlockFrame, password: str) -> None:
        """Open the store; whose recovery key was never written down, gets a new one first."""
        page.set_busy(OPENING)

        def show(key: str) -> None:
            if key:
                self._show_recovery(vault, key)
            else:
                self.opened.emit(vault)

        self._store.run(lambda: _opened(vault, password), show, page.show_hindrance)

    def _turn_to(self, page: UnlockFrame) -> None:
        """Show another page and let the earlier one go, with what was typed on it."""
        earlier = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.focus_first()
        if earlier is not None:
            self.removeWidget(earlier)
            earlier.deleteLater()


def _opened(vault: Vault, password: str) -> str:
    """Open the store, and give a new recovery key when no key of it was ever confirmed; raises Hindrance."""
    vault.unlock(password)
    try:
        return "" if vault.is_recovery_confirmed() else vault.renew_recovery_key(password)
    except Hindrance:
        vault.lock()  # the page asks again, and a store that is open is not opened twice
        raise
