# SPDX-License-Identifier: EUPL-1.2
"""A lost store comes back: a backup is made in Beheer, the store is destroyed, and the start screen puts it back."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.gate import makes_a_store
from tests.journeys.officer import Officer
from tests.journeys.places import PASSWORD


def rows(officer: Officer) -> list[str]:
    """Name the backups that can be chosen."""
    return [name for name in officer.names() if "dossiers" in name]


def test_a_lost_store_is_put_back(start: Start, folder: Path) -> None:
    officer = start()
    makes_a_store(officer)
    officer.waits_until(lambda: officer.sees("Open het voorbeeld"), "the empty list")
    officer.presses("Open het voorbeeld")
    officer.waits_until(lambda: officer.window.desk.session is not None, "the first of the worked dossiers")
    officer.presses("Beheer")
    officer.presses("Maak nu een reservekopie")
    officer.waits_until(lambda: officer.says("De reservekopie is gemaakt en nagekeken: 4 dossiers."), "the backup")
    officer.window.lock()
    officer.waits_until(lambda: officer.says("Laatste goede reservekopie: "), "the date of the last backup")
    (folder / "store.db").unlink()
    (folder / "store.keys.json").unlink()
    officer.types("Wachtwoord", PASSWORD)
    officer.presses("Open de kluis")
    officer.waits_until(lambda: officer.says("De kluis is beschadigd (database ontbreekt)"), "the damage")
    officer.presses("Zet een reservekopie terug")
    officer.waits_until(lambda: len(rows(officer)) == 1, "the list of backups")
    officer.presses(rows(officer)[0])
    officer.waits_until(lambda: officer.sees("Kijk deze kopie na"), "the question for the password")
    officer.types("Wachtwoord", PASSWORD)
    officer.presses("Kijk deze kopie na")
    officer.waits_until(lambda: officer.says("Deze kopie is nagekeken en goed: 4 dossiers."), "what is in it")
    officer.presses("Zet deze kopie terug")
    officer.waits_until(lambda: officer.sees("Nieuw dossier"), "the list of dossiers")
    shown = officer.window.place.dossiers.table.model
    officer.waits_until(lambda: shown.rowCount() == 4, "the dossiers of the backup")
