# SPDX-License-Identifier: EUPL-1.2
"""The key file is gone or damaged, and the store is whole: the key file comes back from a backup, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.backup import Backup
from gui.parts.backup_words import moment
from gui.parts.button import Rank, button
from gui.unlock.password_page import PasswordPage

LOST = (
    "Het sleutelbestand ontbreekt of is beschadigd. Uw dossiers zijn er nog, maar zonder dit bestand opent geen"
    " wachtwoord de kluis."
)
LOST_FOR_GOOD = f"{LOST} Er is geen reservekopie om het uit te halen. Vraag de beheerder om hulp."


class KeyFilePage(PasswordPage):
    """Emits `entered(secret)` and `back_asked()`."""

    back_asked = Signal()

    def __init__(self, newest: Backup) -> None:
        super().__init__(
            "Zet het sleutelbestand terug",
            "Het programma haalt alleen het sleutelbestand uit de nieuwste reservekopie die bij deze kluis past. Uw"
            f" dossiers blijven zoals zij nu zijn. Typ het wachtwoord van {moment(newest.at)}, of de herstelsleutel.",
            "Zet terug en open de kluis",
            newest.users,
        )
        self.add(button("Terug", "arrow-left", Rank.QUIET, self.back_asked.emit))
