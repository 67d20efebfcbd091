# SPDX-License-Identifier: EUPL-1.2
"""Typing as an officer does."""

from PySide6.QtCore import Qt


def type_into(qtbot, field, text):
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
