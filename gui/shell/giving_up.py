# SPDX-License-Identifier: EUPL-1.2
"""The question whether the window may close although something could not be kept."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget


def gives_up(window: QWidget) -> bool:
    """Ask whether to close although something could not be kept; this cannot be undone."""
    box = QMessageBox(
        QMessageBox.Icon.Warning, "Toetssteen", "De laatste wijziging is nog niet opgeslagen.", parent=window
    )
    box.setInformativeText("Als u nu sluit, gaat die wijziging verloren.")
    lose = box.addButton("Sluit toch", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton("Blijf", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is lose
