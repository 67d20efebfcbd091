# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.degree import Degree
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Term, TermStep
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
    made.show_assessment(fakes.outcome(fakes.dossier()), fakes.dossier(), CATALOGUE, fakes.TODAY)
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
    open_points = panel._lists[4]
    assert open_points.title() == "9 open punten"
    assert len(links(open_points)) == 6
    qtbot.mouseClick(open_points._more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(links(open_points)) == 9)


def test_an_answered_check_asks_nothing_any_more(panel):
    done = tuple(replace(check, answered=True) for check in fakes.CHECKS)
    panel.show_assessment(fakes.outcome(fakes.dossier(), checks=done), fakes.dossier(), CATALOGUE, fakes.TODAY)
    assert panel._lists[1].title() == ""
    assert panel._lists[2].title() == ""


def test_a_term_that_has_passed_says_so(panel):
    panel.show_assessment(fakes.outcome(fakes.dossier()), fakes.dossier(), CATALOGUE, date(2026, 6, 17))
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
    side.panel.show_assessment(fakes.outcome(fakes.dossier()), fakes.dossier(), CATALOGUE, fakes.TODAY)
    side.fit(1100)
    assert not side.panel.isVisible()
    assert side._open.isVisible()
    qtbot.mouseClick(side._open, Qt.MouseButton.LeftButton)
    assert side.panel.isVisible()
    side.fit(1400)
    assert side.panel.isVisible()


def test_the_other_terms_that_run_stand_below_the_decision_term(panel, qtbot):
    asked = Event(EventKind.SUPPLEMENT_INVITED, When(2026, 6, 1), due=When(2026, 6, 10))
    dossier = replace(fakes.dossier(), events=(asked,))
    step = (TermStep("Awb 4:5 lid 1", date(2026, 6, 1), date(2026, 6, 10)),)
    days = (date(2026, 6, 10),) * 3
    terms = (
        *fakes.outcome(dossier).terms,
        Term("supplement", *days, 0, step),
        Term("reuse", *(date(2031, 6, 1),) * 3, 0),
    )
    panel.show_assessment(replace(fakes.outcome(dossier), terms=terms), dossier, CATALOGUE, fakes.TODAY)
    (item,) = panel._lists[0]._items
    assert (item.text, item.second) == ("Hersteltermijn", "10 jun 2026 · nog 8 dagen")
    with qtbot.waitSignal(panel.asked) as heard:
        qtbot.mouseClick(links(panel)["Hersteltermijn"], Qt.MouseButton.LeftButton)
    assert heard.args == ["events"]


def test_when_it_was_decided_the_decision_term_runs_no_more(panel):
    decided = replace(fakes.dossier(), events=(Event(EventKind.DECISION_MADE, When(2026, 6, 1)),))
    panel.show_assessment(fakes.outcome(decided), decided, CATALOGUE, fakes.TODAY)
    assert panel._term._when.text() == "geen lopende termijn"
