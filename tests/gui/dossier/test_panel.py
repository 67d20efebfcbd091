# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from assessment.degree import Degree
from gui.dossier.folding import SidePanel
from gui.dossier.panel import Panel
from gui.dossier.places import step_of
from gui.dossier.range_bar import RangeBar, told
from gui.parts.link_row import LinkRow
from tests.gui import fakes

CATALOGUE = fakes.catalogue()


@pytest.fixture
def panel(shown):
    made = shown(Panel(), 296, 1400)
    made.show_assessment(fakes.outcome(fakes.dossier()), CATALOGUE, fakes.TODAY)
    return made


def links(panel):
    return {one._text: one for one in panel.findChildren(LinkRow) if one.isVisible()}


def test_the_next_term_is_told_in_words(panel):
    assert panel._term.accessibleName() == "Beslissen vóór 15 jun 2026, nog 13 dagen"


def test_a_ground_is_told_as_a_word_with_its_range(panel):
    assert panel._grounds["a"].accessibleName() == "a-grond: indicatie ernstig, tussen minder en ernstig"
    assert panel._grounds["b"].accessibleName() == "b-grond: indicatie niet vast te stellen, tussen geen en ernstig"


def test_every_item_leads_to_what_it_is_about(panel, qtbot):
    link = links(panel)["Eén naam is op twee manieren geschreven."]
    with qtbot.waitSignal(panel.asked) as heard:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert heard.args == ["p1"]
    link.setFocus()
    with qtbot.waitSignal(panel.asked) as heard:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert heard.args == ["p1"]


def test_a_long_list_shows_the_first_and_then_all(panel, qtbot):
    open_points = panel._lists[3]
    assert open_points.title() == "9 open punten"
    assert len(links(open_points)) == 6
    qtbot.mouseClick(open_points._more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(links(open_points)) == 9)


def test_an_answered_check_asks_nothing_any_more(panel):
    done = tuple(replace(check, answered=True) for check in fakes.CHECKS)
    panel.show_assessment(fakes.outcome(fakes.dossier(), checks=done), CATALOGUE, fakes.TODAY)
    assert panel._lists[0].title() == ""
    assert panel._lists[1].title() == ""


def test_a_term_that_has_passed_says_so(panel):
    panel.show_assessment(fakes.outcome(fakes.dossier()), CATALOGUE, date(2026, 6, 17))
    assert panel._term.accessibleName().endswith("2 dagen te laat")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (Degree.NONE, Degree.SERIOUS, "tussen geen en ernstig"),
        (Degree.LESSER, Degree.LESSER, "wijst op minder"),
    ],
)
def test_a_range_can_be_read_aloud(shown, low, high, words):
    bar = shown(RangeBar(), 200, 60)
    bar.show_range(low, high, Degree.UNDETERMINED)
    assert words in told(low, high)
    assert bar.accessibleName() == told(low, high)
    assert not bar.grab().isNull()


@pytest.mark.parametrize(
    ("place", "step"),
    [
        ("p1", "parties"),
        ("FIN-13", "screening"),
        ("EXP", "weighing"),
        ("financing.need", "financing"),
        ("application", "application"),
        ("conclusion.a", "weighing"),
        ("f99", "weighing"),
        ("events", "application"),
    ],
)
def test_a_place_is_found_in_its_step(place, step):
    assert step_of(place, fakes.dossier(), CATALOGUE) == step


def test_the_panel_folds_to_a_strip_and_unfolds_again(shown, qtbot):
    side = shown(SidePanel(), 300, 600)
    side.panel.show_assessment(fakes.outcome(fakes.dossier()), CATALOGUE, fakes.TODAY)
    side.fit(1100)
    assert not side.panel.isVisible()
    assert side._open.isVisible()
    qtbot.mouseClick(side._open, Qt.MouseButton.LeftButton)
    assert side.panel.isVisible()
    side.fit(1400)
    assert side.panel.isVisible()
