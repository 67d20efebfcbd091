# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.dossier.application import Application, Permit, Route, Trigger
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN
from tests.assessment.catalogue import layers
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def tab_to(qtbot, one, name):
    """Press Tab until the field with this accessible name has the keyboard."""
    for _ in range(80):
        if one.focus().accessibleName() == name:
            return one.focus()
        qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    pytest.fail(f"{name} is out of reach")


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_an_application_can_be_recorded_with_the_keyboard_alone(opened, qtbot):
    one = opened("application", empty())
    one.page._permits.table.setFocus()
    qtbot.keyClicks(tab_to(qtbot, one, "Activiteit"), "lunchroom")
    qtbot.keyClicks(tab_to(qtbot, one, "Ontvangen op"), "1-6-2026")
    qtbot.keyClick(tab_to(qtbot, one, "Procedure"), Qt.Key.Key_Down)
    qtbot.keyClicks(tab_to(qtbot, one, "Aanleiding"), "steek")
    qtbot.keyClicks(tab_to(qtbot, one, "Route"), "reg")
    qtbot.keyClicks(tab_to(qtbot, one, "Reden voor deze route"), "Volgt uit regel 3.")
    tab_to(qtbot, one, "Straat en huisnummer")
    told = one.dossier.application
    assert (told.activity, told.received_on) == ("lunchroom", When(2026, 6, 1))
    assert (told.trigger, told.route, told.route_reason) == (Trigger.SAMPLE, Route.REGULAR, "Volgt uit regel 3.")
    assert one.page._ready.word() == "klaar"
    qtbot.keyClick(one.focus(), Qt.Key.Key_Z, CTRL)
    assert one.dossier.application.route_reason is NOT_KNOWN
    assert one.page._ready.word() == "schrijf de reden op"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_permit_is_found_by_a_part_of_its_name(opened, qtbot):
    one = opened("application", empty())
    one.page._permits.add_asked.emit()
    field = one.sheet.fields["type"]
    qtbot.keyClicks(field.box.lineEdit(), "openbare inrichting")
    field.box.completer().popup().hide()
    field.box.lineEdit().editingFinished.emit()
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.dossier.permits == (Permit("EXP", "EXP"),)
    assert one.sheet is None
    assert one.labels == ["Vergunning EXP toegevoegd"]


def test_a_permit_without_a_type_is_asked_for_and_not_made(opened, qtbot):
    one = opened("application", empty())
    one.page._permits.add_asked.emit()
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.sheet._notice.text() == "Kies een soort uit de lijst."
    assert one.dossier == empty()


def test_the_same_permit_twice_gets_a_number(opened, cafe):
    one = opened("application", cafe)
    one.page._add_permit({"type": "EXP", "existing": True, "reference": "2019-11"})
    assert one.dossier.permits[-1] == Permit("EXP-2", "EXP", True, "2019-11")
    rows = one.page._permits.table.model
    assert [rows.data(rows.index(2, column)) for column in range(4)] == [
        "EXP-2",
        "Exploitatievergunning openbare inrichting",
        "bestaand",
        "2019-11",
    ]


def test_a_permit_that_others_speak_of_stays_and_says_where(opened, qtbot, cafe):
    one = opened("application", cafe)
    one.page._permits.table.select("EXP")
    qtbot.keyClick(one.page._permits.table.view, Qt.Key.Key_Delete)
    assert one.dossier == cafe
    assert one.page._notice.text() == "EXP wordt nog genoemd bij de conclusie. Haal het daar eerst weg."
    qtbot.mouseClick(one.page._notice._action, Qt.MouseButton.LeftButton)
    assert one.frame.step == "weighing"


def test_the_reference_cannot_be_emptied_and_nothing_comes_back_under_the_cursor(opened, qtbot, cafe):
    one = opened("application", cafe)
    field = one.page._forms["heading"].fields["reference"]
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    field.flush()
    one.page.show_state(one.dossier, one.session.assessment, fakes.catalogue())
    assert field.line.text() == ""
    qtbot.keyClicks(field.line, "Z-2026-77")
    field.flush()
    assert one.dossier.reference == "Z-2026-77"
    assert one.labels == ["Kenmerk van het dossier gewijzigd"]


def test_a_reference_of_another_dossier_is_refused_beside_the_field(opened, qtbot, cafe):
    one = opened("application", cafe, taken=frozenset({"Z-2026-77"}))
    field = one.page._forms["heading"].fields["reference"]
    type_over(qtbot, field.line, "Z-2026-77")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Er is al een dossier met kenmerk Z-2026-77. Kies een ander kenmerk."
    assert one.dossier == cafe
    type_over(qtbot, field.line, "Z-2026-78")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert (field.problem, one.dossier.reference) == ("", "Z-2026-78")


def test_a_day_that_does_not_exist_gets_a_sentence_and_is_not_lost(opened, qtbot, cafe):
    one = opened("application", cafe)
    field = one.page._forms["application"].fields["received_on"]
    type_over(qtbot, field.line, "31-2-2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Deze dag bestaat niet. Kijk dag, maand en jaar na."
    assert field.line.text() == "31-2-2026"
    assert one.dossier == cafe
    qtbot.waitUntil(lambda: one.drafts.get("application.received_on") == "31-2-2026")


def test_half_typed_text_is_brought_back(opened, cafe):
    one = opened("application", cafe, {"application.received_on": "31-2-2026"})
    assert one.page._forms["application"].fields["received_on"].line.text() == "31-2-2026"


def test_the_day_of_assessment_moves_what_is_counted(opened, qtbot, cafe):
    one = opened("application", cafe)
    field = one.page._forms["heading"].fields["assessed_on"]
    type_over(qtbot, field.line, "2-6-2026")
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        field.flush()
    assert one.dossier.assessed_on == date(2026, 6, 2)
    assert one.session.assessment.assessed_on == date(2026, 6, 2)


def test_a_month_is_no_day_of_assessment(opened, qtbot, cafe):
    one = opened("application", cafe)
    field = one.page._forms["heading"].fields["assessed_on"]
    type_over(qtbot, field.line, "juni 2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Schrijf de hele datum, bijvoorbeeld 26-1-2026."


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_an_event_is_added_in_order_of_time(opened, qtbot, cafe):
    one = opened("application", cafe)
    one.page._events.table.setFocus()
    qtbot.keyClick(one.page._events.table.view, Qt.Key.Key_Insert)
    sheet = one.sheet
    assert sheet.fields["kind"].isAncestorOf(one.focus())
    qtbot.keyClicks(one.focus(), "verstuurd")
    popup = sheet.fields["kind"].box.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClicks(sheet.fields["on"].line, "29-1-2026")
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert one.dossier.events[2] == Event(EventKind.FORM_SENT, When(2026, 1, 29))
    assert one.labels == ["Gebeurtenis toegevoegd: formulier verstuurd"]
    assert one.sheet.form.fields["party"].isVisible()
    assert not one.sheet.form.fields["weeks"].isVisible()


def test_an_event_that_moves_in_time_keeps_its_sheet(opened, qtbot, cafe):
    one = opened("application", cafe)
    one.page._events.table.opened.emit(one.page._events.table.model.record(0))
    day = one.sheet.form.fields["on"]
    type_over(qtbot, day.line, "1-3-2026")
    day.flush()
    assert [event.kind for event in one.dossier.events][3] is EventKind.APPLICATION_RECEIVED
    one.sheet.form.fields["text"].text.setFocus()
    qtbot.keyClicks(one.sheet.form.fields["text"].text, "per post")
    one.sheet.flush()
    assert one.dossier.events[3].text == "per post"


def test_an_event_goes_with_delete_and_comes_back_with_undo(opened, qtbot, cafe):
    one = opened("application", cafe)
    table = one.page._events.table
    table.setFocus()
    table.select(4)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert one.dossier.events == cafe.events[:4]
    qtbot.keyClick(table.view, Qt.Key.Key_Z, CTRL)
    assert one.dossier == cafe


def test_weeks_are_a_whole_number(opened, qtbot, cafe):
    longer = replace(cafe, events=(*cafe.events, Event(EventKind.EXTENSION_NOTIFIED, When(2026, 4, 1))))
    one = opened("application", longer)
    one.page._events.table.opened.emit(one.page._events.table.model.record(5))
    weeks = one.sheet.form.fields["weeks"]
    type_over(qtbot, weeks.line, "acht")
    qtbot.keyClick(weeks.line, Qt.Key.Key_Tab)
    assert weeks.problem == "Schrijf een heel getal van 0 tot 520."
    type_over(qtbot, weeks.line, "8")
    weeks.flush()
    assert one.dossier.events[5].weeks == 8


def test_a_sheet_that_undo_empties_goes_away(opened, cafe):
    one = opened("application", cafe)
    one.page._events.put(Event(EventKind.WITHDRAWN, When(2026, 4, 2)))
    assert one.sheet is not None
    one.session.undo()
    assert one.sheet is None
    one.session.redo()
    assert one.dossier.events[-1].kind is EventKind.WITHDRAWN


def test_links_lead_to_their_field(opened, cafe):
    one = opened("application", cafe)
    for place, name in (
        ("reference", "Kenmerk"),
        ("application.route_reason", "Reden voor deze route"),
        ("events", "Verloop"),
        ("assessed_on", "Beoordeeld per"),
    ):
        one.frame.go_to(place)
        assert one.focus().accessibleName() == name


def test_new_or_existing_is_not_guessed(opened):
    one = opened("application", replace(empty(), application=Application(permit_types=(Permit("ALC", "ALC"),))))
    model = one.page._permits.table.model
    assert model.data(model.index(0, 2), Qt.ItemDataRole.AccessibleTextRole) == "niet bekend"


def test_a_half_typed_day_of_an_event_follows_it_and_comes_back(opened, qtbot, cafe):
    one = opened("application", cafe)
    table = one.page._events.table
    last = len(cafe.events) - 1
    table.opened.emit(table.model.record(last))
    type_over(qtbot, one.sheet.form.fields["due"].line, "31-2-2026")
    one.frame.flush()
    type_over(qtbot, one.sheet.form.fields["on"].line, "2-1-2026")
    one.frame.flush()
    qtbot.waitUntil(lambda: one.session.is_settled and one.session._store.is_idle)
    assert one.dossier.events[0].kind is cafe.events[last].kind
    kept = {place: text for place, text in one.drafts.items() if text}
    again = opened("application", one.dossier, kept)
    table = again.page._events.table
    table.opened.emit(table.model.record(1))
    assert again.sheet.form.fields["due"].line.text() != "31-2-2026"
    table.opened.emit(table.model.record(0))
    assert again.sheet.form.fields["due"].line.text() == "31-2-2026"


def test_what_was_half_typed_in_an_event_goes_with_it(opened, qtbot, cafe):
    one = opened("application", cafe)
    table = one.page._events.table
    table.opened.emit(table.model.record(len(cafe.events) - 1))
    type_over(qtbot, one.sheet.form.fields["on"].line, "31-2-2026")
    one.sheet._on_remove()
    assert len(one.dossier.events) == len(cafe.events) - 1
    assert not one.session.drafts


def test_the_triage_says_what_the_own_policy_says(opened, cafe):
    assert not opened("application", cafe).page._policy.isVisible()
    shown = opened("application", cafe, catalogue=layers.own()).page._policy
    assert shown.isVisible()
    assert "altijd getoetst volgens beleid (Beleidsregel artikel 3)." in shown.text()
