# SPDX-License-Identifier: EUPL-1.2
"""How a window stands on the screen, as one short word, so that another can stand in the same place."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_VIEW = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(\d{1,5}),(\d{1,5}),([a-z]{4,10})", re.ASCII)
_STATES = {
    "normal": Qt.WindowState.WindowNoState,
    "minimized": Qt.WindowState.WindowMinimized,
    "maximized": Qt.WindowState.WindowMaximized,
    "full": Qt.WindowState.WindowFullScreen,
}


def view_of(window: QWidget) -> str:
    """Say where a window stands: left, top, width, height and state (`80,40,1366,768,normal`)."""
    place = window.normalGeometry() if window.normalGeometry().isValid() else window.geometry()
    state = next((word for word, bit in reversed(_STATES.items()) if bit and bit in window.windowState()), "normal")
    return f"{place.x()},{place.y()},{place.width()},{place.height()},{state}"


def place_as(window: QWidget, view: str) -> bool:
    """Put a window that is not shown yet in its place; says whether there is such a place on the screens of now."""
    found = _VIEW.fullmatch(view)
    if found is None or found[5] not in _STATES:
        return False
    place = QRect(*(int(one) for one in found.groups()[:4]))
    if not any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens()):
        return False
    window.setGeometry(place)
    window.setWindowState(_STATES[found[5]])
    return True
