# SPDX-License-Identifier: EUPL-1.2
"""Making a store and opening it, as an officer does."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.officer import Officer
from tests.journeys.places import NAME, PASSWORD

WRITTEN_DOWN = "Ik heb de sleutel bewaard"


def asks_for_a_store(officer: Officer) -> None:
    """Fill in the first page and press the button."""
    officer.waits_until(lambda: officer.sees("Maak uw kluis"), "the first start")
    officer.types("Uw naam", NAME)
    officer.types("Wachtwoord", PASSWORD)
    officer.types("Herhaal het wachtwoord", PASSWORD)
    officer.presses("Maak de kluis")


def makes_a_store(officer: Officer) -> str:
    """Make a store, copy what is asked of the recovery key, and give the key as it was read."""
    asks_for_a_store(officer)
    return copies_the_key(officer)


def copies_the_key(officer: Officer) -> str:
    """Copy what is asked of the recovery key, and give the key as it was read."""
    officer.waits_until(lambda: officer.sees(WRITTEN_DOWN), "the recovery key")
    key = officer.reads("Herstelsleutel: ").partition(": ")[2].split(", ")
    for name in officer.names():
        if name.startswith("Groep "):
            officer.types(name, key[int(name.removeprefix("Groep ")) - 1].lower())
    officer.presses(WRITTEN_DOWN)
    officer.waits_until(lambda: officer.sees("Dossiers"), "the list of dossiers")
    return "-".join(key)


def unlocks(officer: Officer) -> None:
    """Open the store with the password; whose recovery key was never copied out, gets a new one to copy first."""
    officer.waits_until(lambda: officer.sees("Open de kluis"), "the question for the password")
    officer.types("Wachtwoord", PASSWORD)
    officer.keys(Qt.Key.Key_Return)
    officer.waits_until(lambda: officer.sees("Dossiers") or officer.sees(WRITTEN_DOWN), "the workplace")
    if officer.sees(WRITTEN_DOWN):
        copies_the_key(officer)
