# SPDX-License-Identifier: EUPL-1.2
"""Taking away what a layout holds, before something else is laid out in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take away every widget; hidden at once, as it is only deleted when nothing is going on any more."""
    while layout.count():
        gone = layout.takeAt(0).widget()
        gone.hide()
        gone.deleteLater()
