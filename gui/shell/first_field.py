# SPDX-License-Identifier: EUPL-1.2
"""Where the work on a page begins."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.shell.tab_order import stops

FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
"""What one begins with on a page, rather than with a button above it."""


def focus_first_field(content: QWidget) -> None:
    """Put the keyboard in the first field, or else at the first thing that takes it."""
    found = stops(content)
    first = next((one for one in found if isinstance(one, FIELDS)), found[0] if found else None)
    if first is not None:
        first.setFocus()
