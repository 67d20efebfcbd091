# SPDX-License-Identifier: EUPL-1.2
"""Buttons: a verb, an icon where it helps, and one of four ranks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QPushButton, QToolButton

from gui.style import icons


class Rank(StrEnum):
    """How loud a button is; at most one primary on a page."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


_INK = {Rank.PRIMARY: "on_accent", Rank.DANGER: "danger", Rank.LINK: "accent"}


def button(
    text: str, icon: str = "", rank: Rank = Rank.PLAIN, on_click: Callable[[], object] | None = None
) -> QPushButton:
    """Make a button; its text is its accessible name."""
    made = QPushButton(text)
    made.setProperty("role", rank.value)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if icon:
        icons.dress(made, icon, _INK.get(rank, "text"), 18)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def press(made: QPushButton) -> None:
    """Do what a click does, with the keyboard on it; one that may not be pressed does nothing."""
    if made.isEnabled():
        made.setFocus()
        made.click()


def icon_button(name: str, icon: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """Make a button with an icon only; `name` is its accessible name and tooltip."""
    made = QToolButton()
    made.setProperty("role", "icon")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumSize(34, 34)
    icons.dress(made, icon)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made
