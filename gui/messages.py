# SPDX-License-Identifier: EUPL-1.2
"""Two kinds of trouble, two places: a quiet bar for hindrances, one dialog for bugs."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from assessment.errors import Hindrance
from gui.parts.badge import Tone
from gui.parts.notice import Notice

log = logging.getLogger("toetssteen")


class HindranceBar(Notice):
    """The sentence of a hindrance and a button that puts it away; also says quietly what was undone."""

    def __init__(self) -> None:
        super().__init__()
        self._hinders = False
        self.asked.connect(self.put_away)

    def show_hindrance(self, hindrance: Hindrance) -> None:
        """Say what stands in the way."""
        self.show_text(Tone.WARN, hindrance.sentence, "Sluit")
        self._hinders = True

    def show_text(self, tone: Tone, text: str, action: str = "") -> None:
        self._hinders = False
        super().show_text(tone, text, action)

    def put_hindrance_away(self) -> None:
        """Say nothing any more of a hindrance that is over; what was undone stays."""
        if self._hinders:
            self.put_away()

    def put_away(self) -> None:
        """Say nothing."""
        self.show_text(Tone.INFO, "")


class BugHook(QObject):
    """Takes what nobody expected. Tells and logs the kind and the place, never the words of the error.

    An error text can hold what an officer typed, so it is left out everywhere.
    """

    met = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._open = False
        self.met.connect(self._on_met)

    def install(self, window: QWidget) -> None:
        """Take over from Python's own hook."""
        self._window = window
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Note the bug, and show it once on the thread of the window."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where = place_of(trace)
        log.error("bug %s at %s", kind.__name__, where)
        self.met.emit(f"{kind.__name__}, {where}")

    def _on_met(self, what: str) -> None:
        if self._open:
            return
        self._open = True
        box = QMessageBox(QMessageBox.Icon.Warning, "Toetssteen", SENTENCE, parent=self._window)
        box.setInformativeText(f"Meld aan de beheerder: {what}.")
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.button(QMessageBox.StandardButton.Ok).setText("Ga verder")
        box.finished.connect(self._on_closed)
        box.open()

    def _on_closed(self, _result: int) -> None:
        self._open = False


SENTENCE = "Er ging iets mis in het programma. Wat u had ingevoerd, is bewaard."


def place_of(trace: TracebackType | None) -> str:
    """Name the file and line where it went wrong, without values."""
    frames = traceback.extract_tb(trace, limit=-1) if trace else []
    if not frames:
        return "onbekende plaats"
    last = frames[-1]
    return f"{last.filename.replace(chr(92), '/').rsplit('/', 1)[-1]} regel {last.lineno}"
