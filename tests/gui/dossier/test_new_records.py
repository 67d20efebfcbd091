# SPDX-License-Identifier: EUPL-1.2
"""What is half filled in for a record that is not there yet outlives the window, until it is recorded or cancelled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assessment.dates import When
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from gui.parts.asking_sheet import AskingSheet
from tests.gui import fakes

LEFT = Qt.MouseButton.LeftButton
ASKED = {
    "new:event": ("application", lambda page: page._events.table.add_asked.emit()),
    "new:permit": ("application", lambda page: page._permits.add_asked.emit()),
    "new:relation": ("parties", lambda page: page._ask_relation()),
    "new:supplement-invited": ("documents", lambda page: page._invitations.ask(EventKind.SUPPLEMENT_INVITED)),
    "new:supplement-received": ("documents", lambda page: page._invitations.ask(EventKind.SUPPLEMENT_RECEIVED)),
    "new:review": ("advice", lambda page: page._sign()),
    "new:export": ("advice", lambda page: page._export()),
}
HALF = {
    "new:event": {"kind": "supplement-invited", "on": "31-2"},
    "new:permit": {"type": "EXP", "existing": "ja", "reference": "2019-11"},
    "new:relation": {"from_": "p2"},
    "new:supplement-invited": {"on": "4-5-2026", "due": "\t", "text": "De jaarrekening van"},
    "new:supplement-received": {"complete": "nee", "text": "Zonder bijlage"},
    "new:review": {"by": "R. Lezer", "verdict": "agreed", "remarks": "Goed, maar"},
    "new:export": {"purpose": "ter besluitvorming aan"},
}


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def ask(opened, place, dossier, drafts=None):
    step, press = ASKED[place]
    one = opened(step, dossier, drafts)
    press(one.page)
    return one


def press(qtbot, one, word):
    button = next(b for b in one.sheet.findChildren(QPushButton) if b.text() == word)
    qtbot.mouseClick(button, LEFT)


def places(place, values):
    return {f"{place}.{attr}": text for attr, text in values.items()}


@pytest.fixture
def half_event(opened, qtbot):
    """A new event of which the kind was chosen and the day is being typed."""
    one = ask(opened, "new:event", empty())
    one.sheet.fields["kind"].box.setFocus()
    qtbot.keyClick(one.sheet.fields["kind"].box, Qt.Key.Key_Down)
    qtbot.keyClicks(one.sheet.fields["on"].line, "26-1")
    return one


def test_half_an_event_is_kept_within_two_seconds(half_event, qtbot):
    first = next(iter(fakes.catalogue().words["event-kind"]))
    wanted = places("new:event", {"kind": first, "on": "26-1"})
    qtbot.waitUntil(lambda: half_event.drafts == wanted, timeout=2000)
    assert half_event.dossier.events == ()


def test_a_lock_hands_on_what_is_typed_at_that_moment(half_event, qtbot):
    half_event.frame.flush()
    qtbot.waitUntil(lambda: half_event.drafts.get("new:event.on") == "26-1")


def test_recorded_is_no_draft_any_more(half_event, qtbot):
    qtbot.keyClicks(half_event.sheet.fields["on"].line, "-2026")
    press(qtbot, half_event, "Voeg toe")
    assert [one.on for one in half_event.dossier.events] == [When(2026, 1, 26)]
    half_event.frame.flush()
    qtbot.waitUntil(lambda: set(half_event.drafts.values()) == {""})
    assert half_event.session.drafts == {}


def test_cancelled_is_thrown_away_and_closed_is_not(half_event, qtbot):
    qtbot.keyClick(half_event.sheet, Qt.Key.Key_Escape)
    assert half_event.session.drafts["new:event.on"] == "26-1"
    ASKED["new:event"][1](half_event.page)
    assert half_event.sheet._notice.text() == AskingSheet.RESTORED
    assert half_event.sheet.fields["on"].line.text() == "26-1"
    press(qtbot, half_event, "Annuleer")
    assert half_event.session.drafts == {}
    ASKED["new:event"][1](half_event.page)
    assert half_event.sheet._notice.text() == ""
    assert half_event.sheet.fields["on"].line.text() == ""


@pytest.mark.parametrize("place", ASKED)
def test_every_sheet_of_a_new_record_brings_back_what_was_in_it(opened, cafe, place):
    half = HALF[place]
    one = ask(opened, place, cafe, places(place, half))
    assert one.sheet._notice.text() == AskingSheet.RESTORED
    assert {attr: one.sheet.fields[attr].as_draft() for attr in half} == half


def test_what_was_brought_back_is_recorded(opened, cafe, qtbot):
    one = ask(opened, "new:supplement-invited", cafe, places("new:supplement-invited", HALF["new:supplement-invited"]))
    press(qtbot, one, "Leg vast")
    event = Event(EventKind.SUPPLEMENT_INVITED, When(2026, 5, 4), due=None, text="De jaarrekening van")
    assert event in one.dossier.events


def test_what_is_changed_back_to_empty_is_forgotten(opened, cafe, qtbot):
    one = ask(opened, "new:review", cafe, places("new:review", HALF["new:review"]))
    one.sheet.fields["remarks"].text.selectAll()
    qtbot.keyClick(one.sheet.fields["remarks"].text, Qt.Key.Key_Delete)
    one.frame.flush()
    assert "new:review.remarks" not in one.session.drafts
    assert one.session.drafts["new:review.by"] == "R. Lezer"


def test_a_party_that_is_gone_is_not_brought_back_as_if_it_were_there(opened, cafe):
    one = ask(opened, "new:relation", cafe, {"new:relation.from_": "p999"})
    assert one.sheet.fields["from_"].value() in (None, "")
    assert one.sheet.fields["from_"].problem == "De code p999 staat niet in deze lijst."


def test_a_review_starts_with_no_word_of_another_sheet(opened, cafe):
    one = ask(opened, "new:review", cafe, places("new:event", HALF["new:event"]))
    assert one.sheet._notice.text() == ""
    assert one.sheet.fields["by"].line.text() == ""
