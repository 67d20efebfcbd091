# SPDX-License-Identifier: EUPL-1.2
"""The recovery key, shown once, and the proof that it was written down; the same at the gate and in the settings."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.parts.button import button
from gui.parts.clipboard import SecretClipboard
from gui.parts.form import FieldRow
from gui.parts.label import Prose, label
from gui.parts.typed_field import TextField

COLUMNS = 3
SAVED = "Ik heb de sleutel bewaard"
KEEP_IT = "Bewaar hem op papier, in een kast met een slot en niet bij deze computer."
COPIED = "De sleutel staat vijftien seconden op het klembord. Plak hem in uw wachtwoordkluis."
UNCONFIRMED = (
    "De herstelsleutel van deze kluis is nog niet opgeschreven. Maak in Beheer een nieuwe, en bewaar hem op papier."
)
"""What who could make another is told, when it was never written down."""


def two_of(count: int) -> tuple[int, int]:
    """Choose two different groups at random."""
    first, second = sorted(secrets.SystemRandom().sample(range(count), 2))
    return first, second


class RecoveryKey(QWidget):
    """Emits `confirmed()` when the two groups that are asked for were typed, else `refused(sentence, field)`.

    `copied()` when it is on the clipboard for a while. What is typed here is no draft: it is part of the secret.
    """

    confirmed = Signal()
    refused = Signal(str, object)
    copied = Signal()

    def __init__(self, key: str, choose: Callable[[int], tuple[int, int]] = two_of) -> None:
        super().__init__()
        self._key = key
        self.groups = key.replace(" ", "-").split("-")
        self.asked = choose(len(self.groups))
        self.fields = [TextField(empty="") for _ in self.asked]
        self._clipboard = SecretClipboard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (self._shown(), self._buttons(), Prose("Typ ter controle twee groepen over:", "muted")):
            column.addWidget(widget)
        for at, field in zip(self.asked, self.fields, strict=True):
            column.addWidget(FieldRow(f"Groep {at + 1}", field))
            field.line.returnPressed.connect(self.confirm)
        self.setFocusProxy(self.fields[0])

    def confirm(self) -> None:
        """Look whether it was written down."""
        for at, field in zip(self.asked, self.fields, strict=True):
            field.flush()
            if str(field.value()).strip().upper() != self.groups[at].upper():
                self.refused.emit(f"Groep {at + 1} klopt niet. Kijk op uw papier en typ hem over.", field)
                return
        self._clipboard.clear()
        self.confirmed.emit()

    def copy(self) -> None:
        """Put it on the clipboard for a while."""
        self._clipboard.put(self._key)
        self.copied.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take it off the clipboard when one leaves it; not when the window is put aside to paste it elsewhere."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._clipboard.clear()

    def _buttons(self) -> QFrame:
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button("Druk af", "print", on_click=self._print))
        line.addWidget(button("Kopieer", "copy", on_click=self.copy))
        line.addStretch(1)
        return row

    def _shown(self) -> QFrame:
        """Show the key in numbered groups."""
        frame = QFrame()
        frame.setProperty("role", "sunken")
        frame.setAccessibleName("Herstelsleutel: " + ", ".join(self.groups))
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(6)
        for at, group in enumerate(self.groups):
            cell = QHBoxLayout()
            cell.setSpacing(8)
            cell.addWidget(label(f"{at + 1}", "small"))
            cell.addWidget(label(group, "figure"), 1)
            grid.addLayout(cell, at // COLUMNS, at % COLUMNS)
        return frame

    def _print(self) -> None:
        """Print the key on paper; nothing goes to a file of ours."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints needs it

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: _paper(self._key).print_(printer))
        dialog.open()


def _paper(key: str) -> QTextDocument:
    """Make the sheet of paper."""
    document = QTextDocument()
    advice = "Bewaar dit papier achter slot, niet bij de computer."
    document.setPlainText(f"Toetssteen: herstelsleutel\n\n{key}\n\n{advice}")
    return document
