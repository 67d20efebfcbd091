# SPDX-License-Identifier: EUPL-1.2
"""A dossier under an older catalogue: nothing happens by itself, what would change is told, and it can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assessment.assess import assess
from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.event import Event, EventKind
from assessment.exchange import read_dossier
from assessment.known import NOT_KNOWN, NOT_LISTED
from assessment.services.dossiers import add
from gui.dossier.newer_catalogue import NewerSheet
from gui.parts.label import Prose
from gui.parts.link_row import LinkRow
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from resources.files import read_example
from tests.assessment.catalogue.second import LATER, changed, second, with_new, without
from tests.assessment.catalogue.shipped import entry
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier


def _later(data):
    changed("FIN-08", text="Is er een overeenkomst die later is gemaakt?")(data)
    without("FIN-13")(data)
    with_new("FIN-90", "FIN-01", text="Is dit nieuw?")(data)


NEWER = second(_later)
CAFE = replace(read_dossier(read_example("cafe-de-verzonnen-vink")), reviews=NOT_LISTED)


@pytest.fixture
def newest():
    """The catalogue with which new dossiers begin."""
    return NEWER


@pytest.fixture
def window(qapp, shown, vault, newest):
    """The window of a program that has a newer catalogue, on real rules."""
    dates = {LATER: newest, "2026-01-01": fakes.catalogue()}
    parts = fakes.parts(vault, load_catalogue=lambda date=LATER: dates[date], assess=assess)
    made = shown(MainWindow(parts, IdleWatch(qapp)), 1366, 768)
    yield made
    made.end()


@pytest.fixture
def open_cafe(window, vault, qtbot):
    """Open a dossier that began with the older catalogue."""

    def open_it(dossier=CAFE, step="financing"):
        qtbot.waitUntil(lambda: window.desk is not None)
        window.desk.open(add(vault.work(), dossier, fakes.catalogue()), step)
        qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.assessment is not None)
        return window.desk

    return open_it


def press(qtbot, root, words):
    (found,) = [one for one in root.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def sheet_of(desk, qtbot):
    press(qtbot, desk.page, "Bekijk wat er verandert")
    qtbot.waitUntil(lambda: desk.page.has_sheet)
    return desk.page._sheets.sheet


def words_of(sheet):
    return [one.text() for one in sheet.findChildren(Prose)]


def test_it_is_told_above_every_step_and_nothing_changes_by_itself(open_cafe, qtbot):
    desk = open_cafe()
    told = "Dit dossier loopt onder de catalogus van 1 jan 2026. Er is een nieuwere, van 1 jul 2026."
    for step in ("financing", "screening", "weighing"):
        desk.page.open_step(step)
        assert (desk.page._newer.text(), desk.page._newer.isVisible()) == (told, True)
    assert (desk.session.dossier, desk.page.catalogue.date) == (CAFE, "2026-01-01")


def test_what_changes_is_told_before_anything_does(open_cafe, qtbot):
    desk = open_cafe()
    words = words_of(sheet_of(desk, qtbot))
    assert "Opnieuw te bevestigen, want de vraag is gewijzigd" in words
    assert any(one.startswith("FIN-13 ") and "Antwoord: " in one for one in words)
    assert "FIN-90 Is dit nieuw?" in words
    qtbot.keyClick(desk.page._sheets.sheet, Qt.Key.Key_Escape)
    assert desk.session.dossier == CAFE
    press(qtbot, desk.page, "Bekijk wat er verandert")
    qtbot.waitUntil(lambda: desk.page.has_sheet)
    press(qtbot, desk.page._sheets.sheet, "Annuleer")
    assert desk.session.dossier == CAFE


def test_going_over_is_kept_assessed_shown_and_can_be_undone(open_cafe, vault, qtbot):
    desk = open_cafe()
    sheet = sheet_of(desk, qtbot)
    assert sheet.verb.hasFocus()
    qtbot.keyClick(sheet.verb, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.page.catalogue.date == LATER)
    qtbot.waitUntil(lambda: desk.session.is_settled and desk.session.assessment.catalogue == LATER)
    assert vault.kept["d1"][0].catalogue == LATER
    answers = {one.question: one.value for one in desk.session.dossier.answers}
    assert answers["FIN-08"] == "onbekend"
    assert "FIN-13" not in answers
    assert (desk.page.step, desk.page._newer.isVisible()) == ("financing", False)
    desk.page.open_step("screening")
    assert desk.page.page().catalogue is NEWER
    qtbot.keyClick(desk.page, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: desk.page.catalogue.date == "2026-01-01")
    qtbot.waitUntil(lambda: desk.session.is_settled and desk.session.assessment.catalogue == "2026-01-01")
    assert desk.session.dossier == vault.kept["d1"][0] == CAFE
    assert desk.page._newer.isVisible()


def test_what_was_recorded_after_it_was_asked_goes_along(open_cafe, qtbot):
    desk = open_cafe()
    sheet = sheet_of(desk, qtbot)
    desk.session.change(desk.session.dossier.with_answer(Answer("OMZ-01", "nee", note="Later ingevuld.")), "Antwoord")
    press(qtbot, sheet, "Ga over")
    qtbot.waitUntil(lambda: desk.page.catalogue.date == LATER)
    assert "Later ingevuld." in [one.note for one in desk.session.dossier.answers]


def test_a_decided_dossier_is_left_alone(open_cafe):
    decided = (*CAFE.events, Event(EventKind.DECISION_MADE, When(2026, 5, 1)))
    desk = open_cafe(replace(CAFE, events=decided))
    assert not desk.page._newer.isVisible()


def test_when_the_decision_is_recorded_the_notice_goes(open_cafe):
    desk = open_cafe()
    decided = (*CAFE.events, Event(EventKind.DECISION_MADE, When(2026, 5, 1)))
    desk.session.change(replace(desk.session.dossier, events=decided), "Besluit")
    assert not desk.page._newer.isVisible()


NARROWER = second(
    lambda data: data["offences.yaml"]["offences"].remove(entry(data, "offences.yaml", "offences", "sr-200"))
)


@pytest.mark.parametrize("newest", [NARROWER], ids=["narrower"])
def test_a_dossier_that_does_not_fit_cannot_go_over(open_cafe, qtbot):
    desk = open_cafe(replace(CAFE, facts=(replace(CAFE.facts[0], offence="sr-200"), *CAFE.facts[1:])))
    sheet = sheet_of(desk, qtbot)
    assert isinstance(sheet, NewerSheet)
    assert "Past niet in de nieuwe catalogus" in words_of(sheet)
    assert [one.text() for one in sheet.findChildren(QPushButton) if one.isVisible() and one.text()] == ["Klaar"]
    assert sheet.hasFocus() or sheet.isAncestorOf(desk.page.window().focusWidget())


BREAD = read_dossier(read_example("verzonnen-broodje"))
WIDER = second(with_new("FIN-90", "FIN-01", text="Is dit nieuw?", decisive_for=["a", "b"]))


@pytest.mark.parametrize("newest", [WIDER], ids=["wider"])
def test_the_settings_say_which_dossiers_would_end_otherwise(window, vault, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    decided = replace(CAFE, reference="BESLOTEN", events=(Event(EventKind.DECISION_MADE, When(2026, 5, 1)),))
    for one in (replace(BREAD, conclusion=NOT_KNOWN, reviews=NOT_LISTED), CAFE, decided):
        add(vault.work(), one, fakes.catalogue())
    add(vault.work(), replace(BREAD, reference="NIEUW", catalogue=LATER), WIDER)
    kept = dict(vault.kept)
    window.desk.go_to_room("settings")
    page = window.place.settings
    assert "catalogus van 1 jul 2026" in page._newest.text()
    page.ask_report.setFocus()
    qtbot.keyClick(page.ask_report, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "uitkomst" in page._report.text(), timeout=5000)
    assert page._report.text() == "Bekeken: 2 dossiers. Met een andere uitkomst: 1 (BIB-2026-0030)."
    assert vault.kept == kept
    (link,) = page._others.findChildren(LinkRow)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    assert window.desk.session.dossier.reference == "BIB-2026-0030"
    assert window.desk.page._newer.isVisible()


def test_an_empty_store_has_nothing_to_report(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.go_to_room("settings")
    qtbot.mouseClick(window.place.settings.ask_report, Qt.MouseButton.LeftButton)
    told = "Bekeken: geen dossiers. Met een andere uitkomst: 0."
    qtbot.waitUntil(lambda: window.place.settings._report.text() == told)
