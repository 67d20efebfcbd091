# SPDX-License-Identifier: EUPL-1.2
"""The panel, or the strip into which it folds when the window is narrow."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment
from gui.dossier.panel import Panel
from gui.parts.button import icon_button
from gui.style.theme import scaled

NARROW = 1280 - 72
"""Width of the dossier below which the panel folds: a window of 1280 without the rail."""
STRIP = 44


class SidePanel(QWidget):
    """Folds by itself when it gets narrow; what the user chose counts until then."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.panel = Panel()
        self._narrow = False
        self._strip = QFrame()
        self._strip.setProperty("role", "column")
        self._strip.setFixedWidth(STRIP)
        self._open = icon_button("Toon de stand van zaken", "panel", lambda: self.fold(False))
        column = QVBoxLayout(self._strip)
        column.setContentsMargins(4, 10, 4, 4)
        column.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._strip)
        line.addWidget(self.panel)
        self.panel.asked.connect(self.asked)
        self.panel.fold_asked.connect(lambda: self.fold(True))
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Fold or unfold."""
        had_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self._strip.setVisible(folded)
        self.panel.setVisible(not folded)
        if had_focus and folded:
            self._open.setFocus()

    def fit(self, width: int) -> None:
        """Fold or unfold when the width passes the border."""
        narrow = width < scaled(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.fold(narrow)

    def show_assessment(self, assessment: Assessment, dossier: Dossier, catalogue: Catalogue, today: date) -> None:
        """Show another outcome."""
        self.panel.show_assessment(assessment, dossier, catalogue, today)
        self._open.setToolTip(f"Toon de stand van zaken: {self.panel.summary()}")
        self._open.setAccessibleDescription(self.panel.summary())
