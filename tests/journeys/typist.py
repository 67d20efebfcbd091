# SPDX-License-Identifier: EUPL-1.2
"""The real program with somebody at its window, in a process of its own that can be killed.

Run with: typist.py ACTION FOLDER [SPOT]. What is done is told on standard output, line by line, with the time; a line
on standard input says to go on. Whoever starts it refuses it the network; that somebody asked for it ends the process.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

import main
from gui import fresh_process
from gui.application import run
from gui.shell.main_window import MainWindow
from storage.vault import FolderVault
from tests import socket_guard
from tests.journeys import gate, marking, renewing
from tests.journeys.officer import Officer, let_pass, strike
from tests.journeys.places import CHEAP, TODAY
from tests.journeys.spots import SPOTS

CTRL = Qt.KeyboardModifier.ControlModifier
BETWEEN = 50
"""Milliseconds between two words."""
BEFORE_LOCK = 50
"""Words typed before the window is locked."""
FAULTY = 3


class Ear:
    """Hears the parent without holding up the window."""

    def __init__(self) -> None:
        self._heard = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def waits(self, officer: Officer) -> None:
        """Wait for the next line."""
        officer.waits_until(lambda: self._heard > 0, "the word to go on")
        self._heard -= 1

    def _listen(self) -> None:
        for _ in sys.stdin:
            self._heard += 1


def say(*words: object) -> None:
    """Tell the parent something."""
    sys.stdout.write(" ".join(str(word) for word in (time.monotonic(), *words)) + "\n")
    sys.stdout.flush()


def enters(officer: Officer, spot: str) -> None:
    """Open the store, the first dossier, and the field; tell what stands in it."""
    gate.unlocks(officer)
    officer.opens_row("Dossiers", "BIB-")
    officer.waits_until(lambda: officer.says("1 Aanvraag, "), "the dossier")
    SPOTS[spot].opens(officer)
    say("holds", officer.holds(SPOTS[spot].label))
    officer.types(SPOTS[spot].label, " ")


def writes(officer: Officer, spot: str) -> None:
    """Count aloud in a field until somebody ends it."""
    enters(officer, spot)
    for number in count(1):
        strike(QApplication.focusWidget(), f"{number} ")
        say("typed", number)
        let_pass(BETWEEN)


def locks(officer: Officer, spot: str) -> None:
    """Count for a while and lock in the middle of it."""
    enters(officer, spot)
    for number in range(1, BEFORE_LOCK):
        strike(QApplication.focusWidget(), f"{number} ")
        say("typed", number)
        let_pass(BETWEEN)
    say("locks")
    officer.keys(Qt.Key.Key_L, CTRL)
    officer.waits_until(lambda: officer.sees("Open de kluis"))
    say("locked")
    let_pass(60_000)


def makes(officer: Officer, _spot: str) -> None:
    """Make a store."""
    gate.asks_for_a_store(officer)
    say("makes")
    officer.waits_until(lambda: officer.sees("Ik heb de sleutel bewaard"))
    say("made")
    let_pass(60_000)


def waits(officer: Officer, _spot: str) -> None:
    """Read the first page and do nothing."""
    officer.waits_until(lambda: officer.sees("Maak uw kluis"), "the first page")
    say("asked")
    let_pass(60_000)


def marks(officer: Officer, _spot: str) -> None:
    """Put a mark in each kind of text field; lock, open and mark again, each at a word of the parent."""
    ear = Ear()
    say("key", gate.makes_a_store(officer))
    marking.marks(officer)
    say("marked")
    ear.waits(officer)
    officer.keys(Qt.Key.Key_L, CTRL)
    officer.waits_until(lambda: officer.sees("Open de kluis"))
    say("locked")
    ear.waits(officer)
    marking.mistakes(officer)
    gate.unlocks(officer)
    marking.marks_again(officer)
    say("marked")
    ear.waits(officer)


def looks(officer: Officer, _spot: str) -> None:
    """Look at the worked dossiers until the parent says to stop."""
    officer.opens_row("Dossiers", "BIB-")
    officer.waits_until(lambda: officer.says("1 Aanvraag, "), "the dossier")
    say("open")
    Ear().waits(officer)


ACTIONS: dict[str, Callable[[Officer, str], None]] = {
    "writes": writes, "locks": locks, "makes": makes, "marks": marks, "looks": looks, "waits": waits,
    "goes_on": lambda officer, spot: renewing.goes_on(officer, enters, say, spot),
    "remembers": lambda officer, _: renewing.remembers(officer, say),
}  # fmt: skip
RENEWED = ("goes_on", "remembers")
"""What goes on in a fresh process after a lock; all others stay in theirs, as where none can be started."""


def plays(action: str, spot: str) -> None:
    """Do it once the window is there; whatever goes wrong ends the process at once, with its trace."""
    done = False
    try:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        ACTIONS[action](Officer(window), spot)
        assert socket_guard.attempts == []
        assert plugs() == []
        done = True
    finally:
        if not done:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(FAULTY)
    window.close()


def plugs() -> list[str]:
    """Name the sockets that this process has open, where the system tells (Linux)."""
    found: list[str] = []
    for one in Path("/proc/self/fd").glob("*") if sys.platform == "linux" else ():
        with contextlib.suppress(FileNotFoundError):
            found.append(str(one.readlink()))
    return [one for one in found if one.startswith("socket:")]


def start(action: str, folder: Path) -> int:
    """Start the program as its user does; only making a store gets a cheap password."""
    if action not in RENEWED:
        fresh_process.start_fresh = lambda _view: False
    if action == "looks":
        return main.main(["voorbeeld"])
    if action in ("makes", "marks"):
        vault = FolderVault(folder, main.now, CHEAP)
        parts = main.parts(folder, False, [])
        try:
            return run(replace(parts, open_vault=lambda: vault, today=lambda: TODAY), sys.argv[:1])
        finally:
            vault.lock()
    return main.main(["--kluis", str(folder), *renewing.view()])


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    words = [one for one in sys.argv[1:] if one not in renewing.view()]
    what, where, at = (*words, "")[:3]
    QTimer.singleShot(0, app, lambda: plays(what, at))
    sys.exit(start(what, Path(where)))
