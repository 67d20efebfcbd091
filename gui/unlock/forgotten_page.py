# SPDX-License-Identifier: EUPL-1.2
"""When the password was forgotten: the recovery key and a new password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gui.parts.button import Rank, button
from gui.parts.form import FieldRow
from gui.parts.new_password import NewPassword
from gui.parts.typed_field import TextField
from gui.unlock.frame import UnlockFrame
from gui.unlock.password_page import CHOOSE, choice_of, chosen


class ForgottenPage(UnlockFrame):
    """Emits `recover_asked(recovery key, new password)` and `back_asked()`."""

    recover_asked = Signal(str, str)
    back_asked = Signal()

    def __init__(self, users: Sequence[str] = ()) -> None:
        super().__init__(
            "Stel een nieuw wachtwoord in",
            "Typ de herstelsleutel van uw papier. Zonder wachtwoord en zonder herstelsleutel gaat de kluis niet open.",
        )
        self._key = TextField(empty="")
        self.add(FieldRow("Herstelsleutel", self._key, "Hoofdletters, streepjes en spaties maken niet uit."))
        self.names = choice_of(users) if len(users) > 1 else None
        if self.names is not None:
            self.add(FieldRow("Uw naam", self.names, "Met de herstelsleutel komt u binnen als beheerder van de kluis."))
        self._new = self.add(NewPassword())
        self.add(button("Stel in en open", rank=Rank.PRIMARY, on_click=self._on_recover))
        self.add(button("Terug", "arrow-left", Rank.QUIET, self.back_asked.emit))
        self._new.entered.connect(self._on_recover)

    def focus_first(self) -> None:
        self._key.setFocus()

    def user(self) -> str:
        """Give the name that was chosen, or an empty text."""
        return chosen(self.names)

    def _on_recover(self) -> None:
        self._key.flush()
        key, problem = str(self._key.value()), self._new.problem(self.user())
        if not key:
            self.refuse("Typ de herstelsleutel.", self._key)
        elif self.names is not None and not self.user():
            self.refuse(CHOOSE, self.names)
        elif problem:
            self.refuse(*problem)
        else:
            self.recover_asked.emit(key, self._new.text())
