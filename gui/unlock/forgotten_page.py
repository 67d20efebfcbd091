# SPDX-License-Identifier: EUPL-1.2
"""When the password was forgotten: the recovery key and a new password."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.parts.button import Rank, button
from gui.parts.form import FieldRow
from gui.parts.notice import Notice
from gui.parts.typed_field import TextField
from gui.unlock.frame import UnlockFrame
from gui.unlock.secret import Secret
from gui.unlock.strength import is_enough, judge


class ForgottenPage(UnlockFrame):
    """Emits `recover_asked(recovery key, new password)` and `back_asked()`."""

    recover_asked = Signal(str, str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Stel een nieuw wachtwoord in",
            "Typ de herstelsleutel van uw papier. Zonder wachtwoord en zonder herstelsleutel gaat de kluis niet open.",
        )
        self._key = TextField(empty="")
        self.add(FieldRow("Herstelsleutel", self._key, "Hoofdletters, streepjes en spaties maken niet uit."))
        self._password, self._again = Secret("Nieuw wachtwoord"), Secret("Herhaal het nieuwe wachtwoord")
        self._strength = Notice(*judge(""))
        for widget in (self._password, self._strength, self._again):
            self.add(widget)
        self.add(button("Stel in en open", rank=Rank.PRIMARY, on_click=self._on_recover))
        self.add(button("Terug", "arrow-left", Rank.QUIET, self.back_asked.emit))
        self._password.typed.connect(lambda: self._strength.show_text(*judge(self._password.text())))
        self._again.entered.connect(self._on_recover)

    def focus_first(self) -> None:
        self._key.setFocus()

    def _on_recover(self) -> None:
        self._key.flush()
        key, password = str(self._key.value()), self._password.text()
        if not key:
            self.refuse("Typ de herstelsleutel.", self._key)
        elif not is_enough(password):
            self.refuse("", self._password)  # why, stands below the password
        elif password != self._again.text():
            self.refuse("De twee wachtwoorden zijn niet gelijk. Typ het nog een keer.", self._again)
        else:
            self.recover_asked.emit(key, password)
