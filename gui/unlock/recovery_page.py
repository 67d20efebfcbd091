# SPDX-License-Identifier: EUPL-1.2
"""The recovery key, shown once, and the proof that it was written down."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import FieldRow
from gui.parts.label import Prose, label
from gui.parts.typed_field import TextField
from gui.unlock.clipboard import SecretClipboard
from gui.unlock.frame import UnlockFrame

COLUMNS = 3


def two_of(count: int) -> tuple[int, int]:
    """Choose two different groups at random."""
    first, second = sorted(secrets.SystemRandom().sample(range(count), 2))
    return first, second


class RecoveryPage(UnlockFrame):
    """Emits `confirmed()` when the two groups that are asked for were typed."""

    confirmed = Signal()

    def __init__(self, key: str, choose: Callable[[int], tuple[int, int]] = two_of) -> None:
        super().__init__(
            "Schrijf de herstelsleutel op",
            "Met deze sleutel opent u de kluis als u het wachtwoord vergeet. Hij wordt maar één keer getoond."
            " Bewaar hem op papier, in een kast met een slot en niet bij deze computer.",
        )
        self._groups = key.replace(" ", "-").split("-")
        self._clipboard = SecretClipboard(self)
        self._asked = choose(len(self._groups))
        self.add(self._shown())
        self.add_buttons(key)
        self.add(Prose("Typ ter controle twee groepen over:", "muted"))
        self._fields = [TextField(empty="") for _ in self._asked]
        for at, field in zip(self._asked, self._fields, strict=True):
            self.add(FieldRow(f"Groep {at + 1}", field))
            field.line.returnPressed.connect(self._on_confirm)
        self.add(button("Ik heb de sleutel bewaard", rank=Rank.PRIMARY, on_click=self._on_confirm))

    def focus_first(self) -> None:
        self._fields[0].setFocus()

    def add_buttons(self, key: str) -> None:
        """Put print and copy below the key."""
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button("Druk af", "print", on_click=lambda: self._print(key)))
        line.addWidget(button("Kopieer", "copy", on_click=lambda: self._copy(key)))
        line.addStretch(1)
        self.add(row)

    def _shown(self) -> QFrame:
        """Show the key in numbered groups."""
        frame = QFrame()
        frame.setProperty("role", "sunken")
        frame.setAccessibleName("Herstelsleutel: " + ", ".join(self._groups))
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(6)
        for at, group in enumerate(self._groups):
            cell = QHBoxLayout()
            cell.setSpacing(8)
            cell.addWidget(label(f"{at + 1}", "small"))
            cell.addWidget(label(group, "figure"), 1)
            grid.addLayout(cell, at // COLUMNS, at % COLUMNS)
        return frame

    def _print(self, key: str) -> None:
        """Print the key on paper; nothing goes to a file of ours."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # only who prints needs it

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: _paper(key).print_(printer))
        dialog.open()

    def _copy(self, key: str) -> None:
        self._clipboard.put(key)
        self.show_sentence(
            Tone.INFO, "De sleutel staat vijftien seconden op het klembord. Plak hem in uw wachtwoordkluis."
        )

    def _on_confirm(self) -> None:
        for at, field in zip(self._asked, self._fields, strict=True):
            field.flush()
            if str(field.value()).strip().upper() != self._groups[at].upper():
                self.refuse(f"Groep {at + 1} klopt niet. Kijk op uw papier en typ hem over.", field)
                return
        self._clipboard.clear()
        self.confirmed.emit()


def _paper(key: str) -> QTextDocument:
    """Make the sheet of paper."""
    document = QTextDocument()
    advice = "Bewaar dit papier achter slot, niet bij de computer."
    document.setPlainText(f"Toetssteen: herstelsleutel\n\n{key}\n\n{advice}")
    return document
