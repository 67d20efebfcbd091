# SPDX-License-Identifier: EUPL-1.2
"""The switch for the sign-on to Windows, with what it means; where it cannot be used, why not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessment.people import KeyringState
from gui.parts.button import button
from gui.parts.label import Prose, label

OFF = (
    "Staat uit. Zet u het aan, dan kan iedereen die op deze computer als u is aangemeld de kluis openen, ook zonder "
    "wachtwoord."
)
ON = "Staat aan: iedereen die op deze computer als u is aangemeld, kan de kluis openen, ook zonder wachtwoord."


class KeyringRow(QWidget):
    """Emits `asked()` when it is to be switched."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.switch = button("Zet aan", on_click=self.asked.emit)
        self._told = Prose(OFF, "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Openen met uw Windows-aanmelding", "label"))
        words.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.switch)
        self.show_state(KeyringState(False))

    def show_state(self, state: KeyringState) -> None:
        """Show whether it is on, and let it be switched where that can be done."""
        self._told.setText(ON if state.is_on else state.why_not or OFF)
        self.switch.setText("Zet uit" if state.is_on else "Zet aan")
        self.switch.setAccessibleName(f"{self.switch.text()}: openen met uw Windows-aanmelding")
        self.switch.setEnabled(state.is_on or not state.why_not)
        self.switch.setAccessibleDescription(state.why_not)
