# SPDX-License-Identifier: EUPL-1.2
"""A duty leads to where it is fulfilled; recording that makes it go away."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessment.dates import When
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Duty
from gui.dossier.application.new_event_sheet import NewEventSheet
from gui.dossier.places import place_of_duty, step_of, step_of_deadline
from gui.parts.link_row import LinkRow
from tests.gui import fakes
from tests.gui.dossier.conftest import TODAY

REPORT = "Meld de conclusie onverwijld aan het Bureau"
CATALOGUE = fakes.catalogue()
TODAY_TOLD = When.on(TODAY)


def duty_link(widget, text=REPORT):
    return next((one for one in widget.findChildren(LinkRow) if one._text.startswith(text) and one.isVisible()), None)


def panel(one):
    return one.frame._side.panel


def gone(one, qtbot):
    qtbot.waitUntil(lambda: duty_link(panel(one)) is None, timeout=4000)
    return True


def test_a_click_on_a_duty_asks_for_the_event_that_fulfils_it(opened, cafe, qtbot):
    one = opened("facts", cafe)
    qtbot.mouseClick(duty_link(panel(one)), Qt.MouseButton.LeftButton)
    assert one.frame.step == "application"
    assert isinstance(one.sheet, NewEventSheet)
    assert one.sheet.values() == {"kind": EventKind.REPORTED_TO_BUREAU, "on": TODAY_TOLD}
    assert f"Hiermee gedaan: {REPORT}" in one.sheet.consequences.text()
    assert one.dossier == cafe
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert Event(EventKind.REPORTED_TO_BUREAU, TODAY_TOLD) in one.dossier.events
    assert gone(one, qtbot)


def test_the_keyboard_alone_fulfils_a_duty(opened, cafe, qtbot):
    one = opened("application", cafe)
    duty_link(panel(one)).setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Return)
    assert one.sheet.fields["on"].isAncestorOf(one.focus())
    for _ in range(4):
        if one.focus() is one.sheet.verb:
            break
        qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    assert Event(EventKind.REPORTED_TO_BUREAU, TODAY_TOLD) in one.dossier.events
    assert gone(one, qtbot)


def test_the_list_of_duties_in_step_9_leads_there_too(opened, cafe, qtbot):
    one = opened("advice", cafe)
    one.page.go_to("duties")
    qtbot.mouseClick(duty_link(one.page._duties), Qt.MouseButton.LeftButton)
    assert one.sheet.values()["kind"] is EventKind.REPORTED_TO_BUREAU


def test_another_event_that_was_half_typed_does_not_come_in_between(opened, cafe, qtbot):
    one = opened("application", cafe, drafts={"new:event.kind": "withdrawn", "new:event.on": "1-4-2026"})
    qtbot.mouseClick(duty_link(panel(one)), Qt.MouseButton.LeftButton)
    assert one.sheet.values() == {"kind": EventKind.REPORTED_TO_BUREAU, "on": TODAY_TOLD}


def test_a_day_that_was_changed_in_it_comes_back(opened, cafe, qtbot):
    one = opened("application", cafe)
    qtbot.mouseClick(duty_link(panel(one)), Qt.MouseButton.LeftButton)
    one.sheet.fields["on"].line.selectAll()
    qtbot.keyClicks(one.sheet.fields["on"].line, "14-4-2026")
    qtbot.keyClick(one.sheet, Qt.Key.Key_Escape)
    one.session.drafts.update(one.drafts)
    qtbot.mouseClick(duty_link(panel(one)), Qt.MouseButton.LeftButton)
    assert one.sheet.values()["on"] == When(2026, 4, 14)


def test_the_tip_says_what_fulfils_a_duty_and_its_article(opened, cafe):
    link = duty_link(panel(opened("application", cafe)))
    assert link.toolTip() == "Klaar als is vastgelegd: “gemeld bij het Bureau”.\nWet Bibob art. 7a lid 7"
    assert link.accessibleDescription() == link.toolTip()


@pytest.mark.parametrize(("id_", "step"), [("D-33", "advice"), ("D-28-3", "advice"), ("D-4-1", "weighing")])
def test_what_no_event_fulfils_leads_to_its_own_step(opened, cafe, qtbot, id_, step):
    one = opened("application", cafe)
    duty = Duty(id_, None, "Doe dit.", "art. 1", done="Klaar als dit is gedaan.")
    panel(one).show_assessment(replace(one.session.assessment, duties=(duty,)), one.session.dossier, CATALOGUE, TODAY)
    QApplication.processEvents()  # what was just put there gets its place
    qtbot.mouseClick(duty_link(panel(one), "Doe dit."), Qt.MouseButton.LeftButton)
    assert one.frame.step == step
    assert not isinstance(one.sheet, NewEventSheet)


@pytest.mark.parametrize("text", CATALOGUE.duties.values(), ids=lambda one: one.id)
def test_every_duty_of_the_catalogue_has_a_place(text):
    place = place_of_duty(Duty(text.duty, None, text.text, text.basis, done_by=text.done_by))
    assert (step_of(place, fakes.dossier(), CATALOGUE) == "application") is bool(text.done_by)


@pytest.mark.parametrize(
    ("kind", "id_", "step"),
    [("duty", "D-33", "advice"), ("duty", "D-28-3", "advice"), ("duty", "D-4-1", "weighing"),
     ("duty", "D-7a-7", "application"), ("term", "decision", "application"), ("term", "hearing", "advice")],
)  # fmt: skip
def test_an_entry_of_the_agenda_opens_where_it_is_seen_to(kind, id_, step):
    assert step_of_deadline(Deadline(DeadlineKind(kind), id_, TODAY, TODAY)) == step
