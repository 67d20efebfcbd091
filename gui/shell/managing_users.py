# SPDX-License-Identifier: EUPL-1.2
"""Joins the users in the settings with the store: every change is asked for in a sheet, and done on the store lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from assessment.errors import Hindrance
from assessment.people import KeyringState, Rekeyed
from assessment.ports import Vault
from assessment.users import User
from gui.parts.badge import Tone
from gui.parts.button import press
from gui.parts.recovery_key import UNCONFIRMED
from gui.settings.user_sheets import (
    AddUserSheet,
    ConfirmSheet,
    KeyringSheet,
    PasswordSheet,
    RecoveryKeySheet,
    RekeySheet,
    RenewSheet,
    RevokeSheet,
    RoleSheet,
)
from gui.shell.lanes import Lanes
from gui.shell.sheet_drafts import SheetDrafts
from gui.shell.workplace import Workplace

BUSY = "Even geduld."
LEFT = (
    "De nieuwe herstelsleutel is niet opgeschreven, en de oude werkt niet meer. Maak er hier nog een. Doet u dat niet, "
    "dan krijgt u een nieuwe als u de kluis de volgende keer met uw wachtwoord opent."
)
REKEYING = "De kluis wordt opnieuw versleuteld. Sluit het programma niet af."


class ManagingUsers(QObject):
    """Shows who may open the store, and changes that when asked."""

    def __init__(self, vault: Vault, lanes: Lanes, place: Workplace, drafts: SheetDrafts) -> None:
        super().__init__(place)
        self._vault, self._lanes, self._place = vault, lanes, place
        self._card, self._keyring = place.settings.users, place.settings.keyring
        self._sheets, self._drafts = place.settings_sheets, drafts
        self._me: User | None = None
        self._state = KeyringState(False)
        self._card.add_asked.connect(self._on_add)
        self._card.role_asked.connect(self._on_role)
        self._card.revoke_asked.connect(self._on_revoke)
        self._card.password_asked.connect(self._on_password)
        self._card.rekey_asked.connect(self._on_rekey)
        self._card.renew_asked.connect(self._on_renew)
        self._keyring.asked.connect(self._on_keyring)
        place.openers.register("user", lambda *_: press(self._card.add_user))
        place.openers.register("role", lambda id_, _: self._card.press_role(id_))
        self.show()

    @property
    def sheet(self) -> ConfirmSheet | RecoveryKeySheet | None:
        """What is being asked now."""
        return self._sheets.sheet

    def show(self) -> None:
        """Show who there are, and whether the sign-on to Windows opens the store."""

        def look() -> tuple[User, tuple[User, ...], KeyringState]:
            people = self._vault.people
            return people.me, people.all(), people.keyring()

        self._lanes.store.run(look, self._on_looked)

    def _on_looked(self, found: tuple[User, tuple[User, ...], KeyringState]) -> None:
        self._me, users, self._state = found
        self._card.show_users(self._me, users)
        self._keyring.show_state(self._state)

    def _on_add(self) -> None:
        sheet = AddUserSheet()

        def task(password: str) -> Callable[[], object]:
            name, role, first = str(sheet.name.value()), sheet.role.value(), sheet.first.text()
            return lambda: self._vault.people.add(name, role, first, password)

        self._ask(sheet, task, lambda made: f"{made.name} kan de kluis openen met het eerste wachtwoord.")
        self._drafts.hold(sheet, "user:new")

    def _on_role(self, user: User) -> None:
        sheet = RoleSheet(user)

        def task(password: str) -> Callable[[], object]:
            role = sheet.role.value()
            return lambda: self._vault.people.change_role(user.id, role, password)

        self._ask(sheet, task, lambda _: f"De rol van {user.name} is gewijzigd.")
        self._drafts.hold(sheet, f"role:{user.id}")

    def _on_revoke(self, user: User) -> None:
        self._ask(
            RevokeSheet(user),
            lambda password: lambda: self._vault.people.revoke(user.id, password),
            lambda _: f"De toegang van {user.name} is ingetrokken.",
        )

    def _on_password(self) -> None:
        if self._me is None:
            return
        sheet = PasswordSheet(self._me)

        def task(password: str) -> Callable[[], object]:
            new = sheet.new.text()
            return lambda: self._vault.people.change_password(password, new)

        self._ask(sheet, task, lambda _: "Uw wachtwoord is gewijzigd.")

    def _on_rekey(self) -> None:
        def told(done: Rekeyed) -> str:
            if done.recovery_key:
                self._show_recovery(done.recovery_key)
            self._lanes.store.run(self._vault.backups, self._place.settings.backups.show_backups)
            return _rekeyed(done)

        self._ask(RekeySheet(), lambda password: lambda: self._vault.people.rekey(password), told, REKEYING)

    def _on_renew(self) -> None:
        def told(key: str) -> str:
            self._show_recovery(key)
            return "De kluis heeft een nieuwe herstelsleutel. De oude opent niets meer."

        self._ask(RenewSheet(), lambda password: lambda: self._vault.renew_recovery_key(password), told)

    def _on_keyring(self) -> None:
        people, is_on = self._vault.people, self._state.is_on
        switch = people.drop_keyring if is_on else people.use_keyring
        words = "staat uit" if is_on else "staat aan"
        self._ask(
            KeyringSheet(is_on),
            lambda password: lambda: switch(password),
            lambda _: f"Openen met uw Windows-aanmelding {words}.",
        )

    def _show_recovery(self, key: str) -> None:
        """Show a recovery key; who goes away before it was written down, is told what becomes of it."""
        sheet, left = RecoveryKeySheet(key), [True]

        def confirm() -> None:
            left.clear()
            bar = self._place.bar
            if UNCONFIRMED in bar.text():  # other warnings can stand before it
                bar.show_text(Tone.WARN, bar.text().replace(UNCONFIRMED, "").strip(), "Sluit")
            self._lanes.store.run(self._vault.confirm_recovery)

        sheet.confirmed.connect(confirm)
        sheet.closed.connect(lambda: self._card.say(Tone.WARN, LEFT) if left else None)
        self._sheets.show_sheet(sheet)

    def _ask(
        self,
        sheet: ConfirmSheet,
        task: Callable[[str], Callable[[], object]],
        told: Callable[[Any], str],
        busy: str = BUSY,
    ) -> None:
        """Show a sheet; do the task with the password that is typed there, and say what was done.

        Who leaves the sheet meanwhile, finds on the card what came of it.
        """

        def done(result: Any) -> None:
            self._forget(sheet)
            if self._sheets.sheet is sheet:
                self._sheets.put_away()
            self._card.say(Tone.OK, told(result))
            self.show()

        def hindered(hindrance: Hindrance) -> None:
            if self._sheets.sheet is sheet:
                sheet.show_hindrance(hindrance)
            else:
                self._card.say(Tone.WARN, hindrance.sentence)

        def do(password: str) -> None:
            asked = task(password)
            sheet.show_busy(busy)
            self._lanes.store.run(asked, done, hindered)

        sheet.confirmed.connect(do)
        self._sheets.show_sheet(sheet)

    def _forget(self, sheet: ConfirmSheet) -> None:
        """Throw away the drafts of a sheet that may be gone by now; what is being asked anew keeps its own."""
        now = self._sheets.sheet
        if isValid(sheet):
            sheet.forget()
        elif now is None or now.about != sheet.about:
            self._drafts.forget(sheet.about, sheet.fields)


def _rekeyed(done: Rekeyed) -> str:
    if done.kept:
        return (
            "De kluis heeft een nieuwe sleutel. Een nieuwe reservekopie maken lukte niet; de oude kopieën staan er nog "
            "en gaan weg zodra er wel een nieuwe is."
        )
    gone = "1 oude reservekopie is" if done.removed == 1 else f"{done.removed} oude reservekopieën zijn"
    return f"De kluis heeft een nieuwe sleutel en een nieuwe reservekopie. {gone} verwijderd."
