# SPDX-License-Identifier: EUPL-1.2
"""One backup, before it is put back: what is in it, which password it wants, and what the present store has more."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.backup import Backup, Examined, OpensWith
from assessment.errors import Hindrance
from gui.parts.backup_words import WHY, counted, dossiers, moment, size, state
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.visible import set_shown
from gui.unlock.password_page import PasswordPage

WANTS = {
    OpensWith.PRESENT: "Zij opent met het wachtwoord dat u nu gebruikt.",
    OpensWith.EARLIER: "Het wachtwoord is daarna gewijzigd: typ het wachtwoord van toen.",
    OpensWith.UNKNOWN: "Zij opent met het wachtwoord van toen.",
}
OR_KEY = "De herstelsleutel van toen mag ook."
KEPT = "De kluis van nu gaat niet weg: zij wordt als geheel opzijgezet en staat daarna ook in de lijst."


class RestorePage(PasswordPage):
    """Emits `entered(secret)` to have it looked into, then `restore_asked(secret)`, and `back_asked()`."""

    restore_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, backup: Backup) -> None:
        told = (WHY[backup.kind], dossiers(backup), size(backup.size), state(backup)[1])
        facts = ", ".join(one for one in told if one)
        super().__init__(
            f"Reservekopie van {moment(backup.at)}",
            f"{facts[0].upper()}{facts[1:]}. {WANTS[backup.opens_with]} {OR_KEY}",
            "Kijk deze kopie na",
            backup.users,
        )
        self._restore = button("Zet deze kopie terug", rank=Rank.PRIMARY, on_click=self._on_restore)
        self.add(self._restore)
        self.add(button("Terug", "arrow-left", Rank.QUIET, self.back_asked.emit))
        self._password.typed.connect(self._ask)
        if self.names is not None:
            self.names.edited.connect(lambda _name: self._ask())
        self._ask()

    def show_examined(self, found: Examined) -> None:
        """Say what was counted and what the present store has more, and let it be put back."""
        self.set_busy("")
        self.show_sentence(*_told(found))
        self._is_examined(True)
        self._restore.setFocus()

    def show_hindrance(self, hindrance: Hindrance) -> None:
        self._is_examined(False)
        super().show_hindrance(hindrance)

    def _ask(self) -> None:
        """Another password is another question."""
        self._is_examined(False)
        self.show_sentence(Tone.INFO, "")

    def _is_examined(self, examined: bool) -> None:
        set_shown(self._open, not examined)
        set_shown(self._restore, examined)

    def _on_restore(self) -> None:
        self.restore_asked.emit(self._password.text())


def _told(found: Examined) -> tuple[Tone, str]:
    good = f"Deze kopie is nagekeken en goed: {counted(found.contents.dossiers)}."
    return (Tone.WARN if found.newer_lines else Tone.INFO), f"{good} {_newer(found.newer_lines)} {KEPT}"


def _newer(lines: int | None) -> str:
    if lines is None:
        return "De kluis van nu kan niet worden gelezen; wat daarin nieuwer is, is niet bekend."
    if not lines:
        return "De kluis van nu heeft niets wat hier niet in zit."
    more = "staat 1 regel" if lines == 1 else f"staan {lines} regels"
    return f"In het logboek van de kluis van nu {more} meer; wat daar staat, zit niet in de kopie."
