# SPDX-License-Identifier: EUPL-1.2
"""Leads from a closed store to an open one: the first time, each time, and when the password was forgotten.

What is imported inside functions here is not needed for the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from assessment.errors import DamagedBackup, Hindrance
from gui.lane import Lane
from gui.unlock.found import Found, look_at
from gui.unlock.frame import UnlockFrame

if TYPE_CHECKING:
    from assessment.ports import Vault  # brings in all of a dossier: after the first paint
    from gui.unlock.password_page import PasswordPage

OPENING = "De kluis wordt geopend. Dit duurt ongeveer een seconde."
EXAMINING = "De kopie wordt nagekeken."
RESTORING = "De kopie wordt teruggezet. Sluit het programma niet af."


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

        page = UnlockPage(found, last_told(found.backups, self._now()))
        page.entered.connect(lambda password: self._unlock(vault, page, password))
        page.forgotten.connect(lambda: self._show_forgotten(vault, found))
        page.restore_asked.connect(lambda: self._show_backups(vault, found))
        page.keyring_asked.connect(lambda user: self._unlock_with_keyring(vault, page, user))
        page.key_file_asked.connect(lambda: self._show_key_file(vault, found))
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

        page = ForgottenPage(found.users)

        def recover(key: str, password: str) -> None:
            page.set_busy(OPENING)
            user = page.user()  # here: no widget is touched on the lane
            self._store.run(
                lambda: vault.recover(key, password, user),
                lambda _: self.opened.emit(vault),
                page.show_hindrance,
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
            user = page.user()
            self._store.run(lambda: vault.examine(id_, secret, user), page.show_examined, page.show_hindrance)

        def restore(secret: str) -> None:
            page.set_busy(RESTORING)
            user = page.user()
            self._store.run(lambda: vault.restore(id_, secret, user), enter, page.show_hindrance)

        def enter(_: None) -> None:
            self.replaced.emit()
            self.opened.emit(vault)

        page.entered.connect(examine)
        page.restore_asked.connect(restore)
        page.back_asked.connect(lambda: self._show_backups(vault, found))
        self._turn_to(page)

    def _show_key_file(self, vault: Vault, found: Found) -> None:
        from gui.unlock.key_file_page import KeyFilePage

        good = [one for one in found.backups if one.is_good]
        page = KeyFilePage(good[0])

        def bring_back(secret: str) -> None:
            page.set_busy("Het sleutelbestand wordt teruggezet.")
            user = page.user()
            self._store.run(
                lambda: _with_key_file_of(vault, [one.id for one in good], secret, user),
                lambda _: self.opened.emit(vault), page.show_hindrance,
            )  # fmt: skip

        page.entered.connect(bring_back)
        page.back_asked.connect(lambda: self.show_locked(vault, found))
        self._turn_to(page)

    def _unlock(self, vault: Vault, page: PasswordPage, password: str) -> None:
        """Open the store; a first password is replaced, and a recovery key that was never written down renewed."""
        page.set_busy(OPENING)
        user = page.user()

        def go_on(entered: _Entered) -> None:
            if entered.must_change:
                self._show_own_password(vault, entered.user, password)
            elif entered.recovery_key:
                self._show_recovery(vault, entered.recovery_key)
            else:
                self.opened.emit(vault)

        self._store.run(lambda: _opened(vault, password, user), go_on, page.show_hindrance)

    def _unlock_with_keyring(self, vault: Vault, page: UnlockFrame, user: str) -> None:
        page.set_busy(OPENING)
        self._store.run(lambda: vault.unlock_with_keyring(user), lambda _: self.opened.emit(vault), page.show_hindrance)

    def _show_own_password(self, vault: Vault, user: str, first: str) -> None:
        from gui.unlock.own_password_page import OwnPasswordPage

        page = OwnPasswordPage(user)

        def change(password: str) -> None:
            page.set_busy("Even geduld.")
            self._store.run(
                lambda: vault.people.change_password(first, password),
                lambda _: self.opened.emit(vault), page.show_hindrance,
            )  # fmt: skip

        page.chosen.connect(change)
        self._turn_to(page)

    def _turn_to(self, page: UnlockFrame) -> None:
        """Show another page and let the earlier one go, with what was typed on it."""
        earlier = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.focus_first()
        if earlier is not None:
            self.removeWidget(earlier)
            earlier.deleteLater()


@dataclass(frozen=True, slots=True)
class _Entered:
    """What is asked of who came in, before the work begins."""

    user: str
    must_change: bool
    recovery_key: str


def _opened(vault: Vault, password: str, user: str) -> _Entered:
    """Open the store, and give an administrator a new recovery key when none was ever confirmed; raises Hindrance."""
    from assessment.users import may_manage

    vault.unlock(password, user)
    try:
        me = vault.people.me
        is_asked = may_manage(me) and not me.must_change and not vault.is_recovery_confirmed()
        return _Entered(me.name, me.must_change, vault.renew_recovery_key(password) if is_asked else "")
    except Hindrance:
        vault.lock()  # the page asks again, and a store that is open is not opened twice
        raise


def _with_key_file_of(vault: Vault, backups: Sequence[str], secret: str, user: str) -> None:
    """Open the store with the key file of the newest backup that fits; raises DamagedBackup when none does."""
    *others, oldest = backups
    for one in others:
        try:
            vault.restore_key_file(one, secret, user)
        except DamagedBackup:
            continue
        return
    vault.restore_key_file(oldest, secret, user)
