# SPDX-License-Identifier: EUPL-1.2
"""Walks through a page as a keyboard and a screen reader do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focusable(root):
    """Everything below `root` that the Tab key should reach."""
    found = []
    for widget in root.findChildren(QWidget):
        tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabs and widget.isVisibleTo(root) and widget.isEnabled() and widget.focusProxy() is None:
            found.append(widget)
    return found


def nameless(root):
    """Focusable widgets that a screen reader has no name for."""
    return [widget for widget in focusable(root) if not spoken_name(widget)]


def spoken_name(widget):
    """The name that a screen reader gets; a combo box gives its text, so that its own name must be set."""
    if widget.metaObject().className() == "QComboBox" or widget.inherits("QComboBox"):
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def tabbed(root, most=300):
    """The widgets that Tab reaches, from the first until it comes back to one it has seen."""
    start = focusable(root)[0]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(most):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            return seen
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen
