# SPDX-License-Identifier: EUPL-1.2
"""What pages that ask for the password have in common: the field, the button, and the wait after wrong ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal

from assessment.errors import Hindrance, WrongPassword
from gui.parts.button import Rank, button
from gui.parts.choice_field import ChoiceField
from gui.parts.form import FieldRow
from gui.parts.secret import Secret
from gui.unlock.frame import UnlockFrame

CHOOSE = "Kies uw naam."


def choice_of(users: Sequence[str]) -> ChoiceField:
    """Give a field to choose one's name from."""
    return ChoiceField(words={one: one for one in users}, may_be_unknown=False)


def chosen(names: ChoiceField | None) -> str:
    """Give the name that was chosen, or an empty text."""
    value = names.value() if names is not None else None
    return value if isinstance(value, str) else ""


class PasswordPage(UnlockFrame):
    """Emits `entered(password)`; `user()` is who was chosen, where there are more users than one to choose from."""

    entered = Signal(str)

    def __init__(self, title: str, intro: str, verb: str, users: Sequence[str] = ()) -> None:
        super().__init__(title, intro)
        self.names = self._choice(users) if len(users) > 1 else None
        self._password = Secret("Wachtwoord")
        self._password.entered.connect(self._on_enter)
        self.add(self._password)
        self._open = self.add(button(verb, rank=Rank.PRIMARY, on_click=self._on_enter))
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self._open.setEnabled(True))

    def user(self) -> str:
        """Give the name that was chosen, or an empty text."""
        return chosen(self.names)

    def focus_first(self) -> None:
        (self._password if self.names is None else self.names).setFocus()

    def show_hindrance(self, hindrance: Hindrance) -> None:
        super().show_hindrance(hindrance)
        self._password.clear()
        self._password.setFocus()
        if isinstance(hindrance, WrongPassword) and hindrance.seconds_to_wait:
            self._open.setEnabled(False)
            self._wait.start(hindrance.seconds_to_wait * 1000)

    def _choice(self, users: Sequence[str]) -> ChoiceField:
        """Ask who one is: nobody is filled in, because that would have to be kept outside the store."""
        names = choice_of(users)
        self.add(FieldRow("Uw naam", names))
        return names

    def _on_enter(self) -> None:
        if self.names is not None and not self.user():
            self.refuse(CHOOSE, self.names)
        elif self._password.text() and self._open.isEnabled():
            self.entered.emit(self._password.text())
