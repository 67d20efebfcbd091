# SPDX-License-Identifier: EUPL-1.2
"""The first start: a name, a password, and the password again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.button import Rank, button
from gui.parts.form import FieldRow
from gui.parts.notice import Notice
from gui.parts.secret import Secret
from gui.parts.strength import is_enough, judge
from gui.parts.typed_field import TextField
from gui.unlock.frame import UnlockFrame


class CreatePage(UnlockFrame):
    """Emits `create_asked(name, password)` when both passwords agree and are strong enough."""

    create_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            "Maak uw kluis",
            "In de kluis staan uw dossiers, versleuteld op deze computer. Alleen uw wachtwoord opent hem.",
        )
        self._name = TextField(empty="")
        self.add(FieldRow("Uw naam", self._name, "Deze naam staat in het logboek bij wat u doet."))
        self._password, self._again = Secret("Wachtwoord"), Secret("Herhaal het wachtwoord")
        self._strength = Notice(*judge(""))
        for widget in (self._password, self._strength, self._again):
            self.add(widget)
        self._make = self.add(button("Maak de kluis", rank=Rank.PRIMARY, on_click=self._on_make))
        self._password.typed.connect(self._on_typed)
        for secret in (self._password, self._again):
            secret.entered.connect(self._on_make)

    def focus_first(self) -> None:
        self._name.setFocus()

    def _on_typed(self) -> None:
        self._name.flush()
        self._strength.show_text(*judge(self._password.text(), str(self._name.value())))

    def _on_make(self) -> None:
        self._name.flush()
        name, password = str(self._name.value()), self._password.text()
        self._strength.show_text(*judge(password, name))
        if not name:
            self.refuse("Vul uw naam in.", self._name)
        elif not is_enough(password, name):
            self.refuse("", self._password)  # why, stands below the password
        elif password != self._again.text():
            self.refuse("De twee wachtwoorden zijn niet gelijk. Typ het wachtwoord nog een keer.", self._again)
        else:
            self.create_asked.emit(name, password)
