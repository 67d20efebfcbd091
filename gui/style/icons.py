# SPDX-License-Identifier: EUPL-1.2
"""The outline icons of `resources/icons`, tinted with a token.

`dress(button, "plus")` gives a button its icon and re-tints it when the theme changes; `pixmap("warn", "warn")`
is for who paints. Names are the file names; an unknown name raises FileNotFoundError at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from gui.style.tokens import RESOURCES, Mode, Tokens, tokens

SIZE = 20
_drawn: dict[tuple[str, str, int, int], QPixmap] = {}


class _Worn:
    """The tokens with which icons are tinted now."""

    now: Tokens = tokens(Mode.LIGHT)


def pixmap(name: str, ink: str = "text", size: int = SIZE, ratio: int = 2) -> QPixmap:
    """Draw an icon in the colour of a token; drawn once for each colour and size."""
    key = (name, _Worn.now.colours[ink], size, ratio)
    if key not in _drawn:
        _drawn[key] = _draw(*key)
    return _drawn[key]


def icon(name: str, ink: str = "text", size: int = SIZE) -> QIcon:
    """Make a QIcon, with a quieter picture for the disabled state."""
    made = QIcon()
    for ratio in (1, 2):
        made.addPixmap(pixmap(name, ink, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, "control", size, ratio), QIcon.Mode.Disabled)
    return made


def dress(widget: QAbstractButton | QLabel, name: str, ink: str = "text", size: int = SIZE) -> None:
    """Give a button or label its icon, now and after each change of theme."""
    widget.setProperty("icon_name", name)
    widget.setProperty("icon_ink", ink)
    widget.setProperty("icon_size", size)
    _put(widget)


def repaint(widgets: Iterable[QWidget], worn: Tokens) -> None:
    """Tint all dressed widgets anew; called by the theme."""
    _Worn.now = worn
    _drawn.clear()
    for widget in widgets:
        if widget.property("icon_name"):
            _put(widget)


def _put(widget: QWidget) -> None:
    """Put the icon in."""
    name, ink, size = (widget.property(f"icon_{part}") for part in ("name", "ink", "size"))
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, ink, size))
    elif isinstance(widget, QAbstractButton):
        widget.setIcon(icon(name, ink, size))
        widget.setIconSize(QSize(size, size))


def _draw(name: str, colour: str, size: int, ratio: int) -> QPixmap:
    """Render the file once."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    canvas = QPixmap(size * ratio, size * ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    canvas.setDevicePixelRatio(ratio)
    return canvas
