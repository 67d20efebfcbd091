# SPDX-License-Identifier: EUPL-1.2
"""The way back in: by the recovery key when the password was forgotten, and a store that somebody else has open."""

from __future__ import annotations

from pathlib import Path

import main
from storage.vault import FolderVault
from tests.journeys.conftest import Start
from tests.journeys.gate import makes_a_store
from tests.journeys.places import CHEAP, NAME, PASSWORD

OTHER = "vijf andere woorden graag"


def test_who_forgot_the_password_gets_in_by_the_recovery_key(start: Start, folder: Path) -> None:
    officer = start()
    key = makes_a_store(officer)
    officer.window.lock()
    officer.waits_until(lambda: officer.sees("Wachtwoord vergeten"), "the way for who forgot it")
    officer.presses("Wachtwoord vergeten")
    officer.types("Herstelsleutel", key.lower())
    officer.types("Nieuw wachtwoord", OTHER)
    officer.types("Herhaal het nieuwe wachtwoord", OTHER)
    officer.presses("Stel in en open")
    officer.waits_until(lambda: officer.sees("Nieuw dossier"), "the list of dossiers")
    officer.window.lock()
    officer.waits_until(lambda: officer.sees("Open de kluis"), "the question for the password")
    for password, words in ((PASSWORD, "Het wachtwoord klopt niet"), (OTHER, "")):
        officer.types("Wachtwoord", password)
        officer.presses("Open de kluis")
        officer.waits_until(lambda words=words: officer.says(words) if words else officer.sees("Nieuw dossier"))


def test_a_store_that_somebody_has_open_says_so_and_opens_afterwards(start: Start, folder: Path) -> None:
    other = FolderVault(folder, main.now, CHEAP)
    other.create(NAME, PASSWORD)
    other.confirm_recovery()
    officer = start()
    officer.waits_until(lambda: officer.sees("Open de kluis"), "the question for the password")
    officer.types("Wachtwoord", PASSWORD)
    officer.presses("Open de kluis")
    officer.waits_until(lambda: officer.says("De kluis is al geopend door"), "the refusal")
    other.lock()
    officer.types("Wachtwoord", PASSWORD)
    officer.presses("Open de kluis")
    officer.waits_until(lambda: officer.sees("Nieuw dossier"), "the list of dossiers")
