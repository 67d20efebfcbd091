# SPDX-License-Identifier: EUPL-1.2
"""What the typist does before a lock in one process, and after it in the next, which was started by the first.

The next one runs the same script with the same words and `--venster`; whom it tells things is a file, because its
standard output is listened to by the process before it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.fresh_process import OPTION
from tests.journeys import gate
from tests.journeys.officer import Officer, let_pass, strike
from tests.journeys.spots import SPOTS

HALF = "een halve zin die nog"
REST = " niet af was"
TOLD = "TYPIST_TOLD"
"""The variable that holds the path of the file."""
CTRL = Qt.KeyboardModifier.ControlModifier
Say = Callable[..., None]


def is_next() -> bool:
    """Whether this process took the place of another."""
    return any(word.startswith(OPTION) for word in sys.argv)


def view() -> list[str]:
    """Give the word with which this process was started by the one before it."""
    return [word for word in sys.argv if word.startswith(OPTION)]


def tell(*words: object) -> None:
    """Tell the parent something, through the file."""
    with Path(os.environ[TOLD]).open("a", encoding="utf-8") as file:
        file.write(" ".join(str(word) for word in (time.monotonic(), *words)) + "\n")


def goes_on(officer: Officer, enters: Callable[[Officer, str], None], say: Say, spot: str) -> None:
    """Leave half a sentence in a field and lock; in the next process, open and type the rest of it."""
    if not is_next():
        enters(officer, spot)
        strike(QApplication.focusWidget(), HALF)
        _locks(officer, say)
        return
    gate.unlocks(officer)
    label = SPOTS[spot].label
    officer.waits_until(lambda: _named_focus() == label, f"the keyboard in {label}; it is in {_named_focus()!r}")
    tell("holds", officer.holds(label))
    strike(QApplication.focusWidget(), REST)
    tell("then", officer.holds(label))
    let_pass(1500)
    tell("done")


def remembers(officer: Officer, say: Say) -> None:
    """Open the store with a word that only the parent knows, look at a dossier, and lock; then only ask, and wait."""
    if not is_next():
        officer.waits_until(lambda: officer.sees("Open de kluis"), "the question for the password")
        officer.types("Wachtwoord", sys.stdin.readline().strip())
        officer.keys(Qt.Key.Key_Return)
        officer.opens_row("Dossiers", "BIB-")
        officer.waits_until(lambda: officer.says("1 Aanvraag, "), "the dossier")
        officer.opens_step("Feiten")
        say("open")
        sys.stdin.readline()
        _locks(officer, say)
        return
    officer.waits_until(lambda: officer.sees("Open de kluis"), "the question for the password")
    tell("asks", os.getpid())
    let_pass(60_000)


def _locks(officer: Officer, say: Say) -> None:
    say("locks")
    officer.keys(Qt.Key.Key_L, CTRL)
    let_pass(60_000)


def _named_focus() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""
