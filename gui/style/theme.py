# SPDX-License-Identifier: EUPL-1.2
"""Dresses the application: font, palette, sheet and icons for light or dark.

`apply(app, choice, text_size)` may be called at any time; every window follows at once. Widgets that paint
themselves ask `current()` for their colours while painting, and so never hold a colour of the other mode.
"""

from __future__ import annotations

from enum import StrEnum
from string import Template

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gui.style import icons
from gui.style.tokens import RESOURCES, Mode, Tokens, tokens

CUTS = ("Regular", "SemiBold", "Bold", "Italic")
SIZES = (100, 115, 130, 150)
"""Text sizes that can be chosen, in percent."""


class Choice(StrEnum):
    """What the user chose: follow the system, or always light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "control",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}


class _Dressed:
    """What is worn now; light until `apply` was called."""

    now: Tokens = tokens(Mode.LIGHT)
    choice: Choice = Choice.SYSTEM
    size: int = 100


def current() -> Tokens:
    """Give the tokens that are worn now."""
    return _Dressed.now


def colour(token: str) -> QColor:
    """Give one colour as it is worn now."""
    return QColor(_Dressed.now.colours[token])


def scaled(pixels: int) -> int:
    """Give a width or height that grows with the chosen text size."""
    return round(pixels * _Dressed.size / 100)


def mode_of(choice: Choice, app: QApplication) -> Mode:
    """Say what a choice means on this machine."""
    if choice is Choice.SYSTEM:
        return Mode.DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else Mode.LIGHT
    return Mode(choice.value)


def follow(app: QApplication) -> None:
    """Dress anew when the system changed and the user follows it."""
    if _Dressed.choice is Choice.SYSTEM:
        apply(app, Choice.SYSTEM, _Dressed.size)


def apply(app: QApplication, choice: Choice = Choice.SYSTEM, text_size: int = 100) -> None:
    """Dress the application and all its windows."""
    worn = tokens(mode_of(choice, app), text_size)
    first = not QFontDatabase.hasFamily(worn.font)
    _Dressed.now, _Dressed.choice, _Dressed.size = worn, choice, text_size
    if first:
        _bring_along(app)
    app.setFont(_font(worn))
    app.setPalette(palette(worn))
    app.setStyleSheet(_sheet(worn))
    icons.repaint(app.allWidgets(), worn)


def palette(worn: Tokens) -> QPalette:
    """Make the palette of Fusion from tokens; disabled text keeps a readable contrast."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, QColor(worn.colours[token]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(worn.colours["muted"]))
    return made


def _bring_along(app: QApplication) -> None:
    """Load what ships with the program: the font, Fusion, Dutch dates."""
    for cut in CUTS:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"SourceSans3-{cut}.ttf"))
    app.setStyle(QStyleFactory.create("Fusion"))
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))


def _font(worn: Tokens) -> QFont:
    """Make the font of running text, with figures of one width."""
    font = QFont(worn.font)
    font.setPointSizeF(worn.body)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _sheet(worn: Tokens) -> str:
    """Fill the sheet with tokens."""
    template = Template((RESOURCES / "style" / "window.qss").read_text("utf-8"))
    return template.substitute(worn.words(), icons=(RESOURCES / "icons").as_posix())
