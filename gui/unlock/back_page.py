# SPDX-License-Identifier: EUPL-1.2
"""A lock that cannot be finished, because something could not be kept: the way back asks for the password."""

from __future__ import annotations

from gui.parts.badge import Tone
from gui.unlock.password_page import PasswordPage

BUG = "De laatste wijziging kan door een fout in het programma niet worden opgeslagen."


class BackPage(PasswordPage):
    """Shows nothing of the dossier. `why` says what stood in the way, or nothing after a bug."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            "Nog niet alles is opgeslagen",
            "De kluis kan daarom nog niet op slot. Niemand kan uw dossier zien. Lukt het opslaan alsnog, dan gaat de"
            " kluis vanzelf op slot. Met uw wachtwoord gaat u terug.",
            "Terug naar het dossier",
        )
        self.show_sentence(Tone.WARN, why or BUG)
