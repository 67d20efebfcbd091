# SPDX-License-Identifier: EUPL-1.2
from string import Template

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from gui.parts.button import button
from gui.style import icons, theme
from gui.style.theme import Choice
from gui.style.tokens import RESOURCES, Mode, tokens

ON = ("canvas", "surface", "sunken")
PAIRS = [
    *((ink, ground) for ink in ("text", "muted", "accent") for ground in ON),
    *((tone, f"{tone}_soft") for tone in ("danger", "warn", "ok", "info", "unknown", "neutral")),
    *((tone, "surface") for tone in ("danger", "warn", "ok", "info", "unknown")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("text", "accent_soft"),
    ("accent", "accent_soft"),
]
EDGES = [(line, ground) for line in ("control", "focus") for ground in ON]


def luminance(name):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_are_readable(mode, ink, ground):
    colours = tokens(mode).colours
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_edges_of_fields_and_the_focus_ring_can_be_seen(mode, line, ground):
    colours = tokens(mode).colours
    assert contrast(colours[line], colours[ground]) >= 3.0


@pytest.mark.parametrize("mode", list(Mode))
def test_the_palette_cures_the_highlight_of_fusion(mode):
    made, role = theme.palette(tokens(mode)), QPalette.ColorRole
    for ink, ground in (
        (role.HighlightedText, role.Highlight),
        (role.Text, role.Base),
        (role.WindowText, role.Window),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Window),
    ):
        assert contrast(made.color(ink), made.color(ground)) >= 4.5
    disabled = QPalette.ColorGroup.Disabled
    assert contrast(made.color(disabled, role.Text), made.color(role.Base)) >= 4.5


def test_the_sheet_knows_every_word_it_uses():
    template = Template((RESOURCES / "style" / "window.qss").read_text("utf-8"))
    assert set(template.get_identifiers()) - set(tokens(Mode.LIGHT).words()) == {"icons"}
    assert set(tokens(Mode.LIGHT).colours) == set(tokens(Mode.DARK).colours)


def test_every_icon_can_be_drawn(qapp):
    names = {file.stem for file in (RESOURCES / "icons").glob("*.svg") if "." not in file.stem}
    assert {"done", "partly", "empty", "blocked", "lock", "search"} <= names
    for name in names:
        picture = icons.pixmap(name, "text").toImage()
        points = (picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))
        assert any(points), name


def test_an_unknown_icon_is_a_fault_at_once(qapp):
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon")


def test_switching_dresses_windows_and_icons_that_are_already_there(qapp, shown):
    widget = shown(button("Voeg toe", "plus"))
    before = widget.icon().pixmap(20, 20).toImage()
    theme.apply(qapp, Choice.DARK)
    assert theme.current().mode is Mode.DARK
    assert widget.palette().color(QPalette.ColorRole.Base).name().upper() == tokens(Mode.DARK).colours["surface"]
    assert widget.icon().pixmap(20, 20).toImage() != before


def test_the_system_decides_until_somebody_chooses(qapp):
    assert theme.mode_of(Choice.DARK, qapp) is Mode.DARK
    assert theme.mode_of(Choice.LIGHT, qapp) is Mode.LIGHT
    assert theme.mode_of(Choice.SYSTEM, qapp) in set(Mode)


def test_letters_grow_with_the_chosen_size(qapp, shown):
    label = shown(QLabel("Feiten"))
    small = label.fontMetrics().height()
    theme.apply(qapp, Choice.LIGHT, 150)
    assert label.fontMetrics().height() > small * 1.3


def test_the_shipped_font_is_worn_with_figures_of_one_width(qapp, shown):
    label = shown(QLabel("1"))
    assert label.fontInfo().family() == "Source Sans 3"
    metrics = QPushButton().fontMetrics()
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
