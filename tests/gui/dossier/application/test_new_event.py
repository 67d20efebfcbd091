# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a new event tells what it changes before it is recorded."""

import pytest
from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.dossier.event import Event, EventKind


def ask(one):
    one.page._events.table.add_asked.emit()
    return one.sheet


def fill(qtbot, sheet, **texts):
    for attr, text in texts.items():
        line = sheet.fields[attr].line
        line.setFocus()
        qtbot.keyClicks(line, text)
        sheet.fields[attr].flush()


def choose(sheet, kind):
    field = sheet.fields["kind"]
    field.load(kind)
    field.edited.emit(kind)


def shown(sheet):
    return [attr for attr, row in sheet.rows.items() if row.isVisible()]


def test_the_consequence_stands_there_before_it_is_recorded(opened, cafe, qtbot):
    one = opened("application", cafe)
    sheet = ask(one)
    assert shown(sheet) == ["kind", "on"]
    assert sheet.consequences.text() == ""
    choose(sheet, EventKind.EXTENSION_NOTIFIED)
    assert shown(sheet) == ["kind", "on", "weeks"]
    fill(qtbot, sheet, on="20-4-2026", weeks="4")
    assert "De beslistermijn schuift naar 26 mei 2026 (nu 28 apr 2026)." in sheet.consequences.text()
    assert one.dossier == cafe
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert Event(EventKind.EXTENSION_NOTIFIED, When(2026, 4, 20), weeks=4) in one.dossier.events


def test_all_that_it_tells_can_be_read(opened, cafe, qtbot):
    sheet = ask(opened("application", cafe))
    choose(sheet, EventKind.BUREAU_REQUESTED)
    fill(qtbot, sheet, on="20-4-2026")
    told = sheet.consequences._text
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    assert sheet.consequences.text().count("\n") == 4


def test_what_was_filled_in_for_another_kind_is_not_recorded(opened, cafe, qtbot):
    one = opened("application", cafe)
    sheet = ask(one)
    choose(sheet, EventKind.EXTENSION_NOTIFIED)
    fill(qtbot, sheet, on="20-4-2026", weeks="4")
    choose(sheet, EventKind.FORM_REFUSED)
    assert shown(sheet) == ["kind", "on"]
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert Event(EventKind.FORM_REFUSED, When(2026, 4, 20)) in one.dossier.events


def test_what_cannot_be_is_told_apart_and_can_still_be_recorded(opened, cafe, qtbot):
    one = opened("application", cafe)
    sheet = ask(one)
    choose(sheet, EventKind.BUREAU_ADVICE_RECEIVED)
    assert not sheet.impossible.isVisible()
    fill(qtbot, sheet, on="20-4-2026")
    assert sheet.impossible.isVisible()
    assert sheet.impossible.property("tone") == "warn"
    assert "kan niet zonder “advies van het Bureau gevraagd”" in sheet.impossible.text()
    assert "kan niet zonder" not in sheet.consequences.text()
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert Event(EventKind.BUREAU_ADVICE_RECEIVED, When(2026, 4, 20)) in one.dossier.events


def test_what_can_be_warns_of_nothing(opened, cafe, qtbot):
    sheet = ask(opened("application", cafe))
    choose(sheet, EventKind.BUREAU_REQUESTED)
    fill(qtbot, sheet, on="20-4-2026")
    assert not sheet.impossible.isVisible()


def test_what_has_no_effect_is_told_before_it_is_recorded(opened, cafe, qtbot):
    sheet = ask(opened("application", cafe))
    choose(sheet, EventKind.DEFAULT_NOTICE_RECEIVED)
    fill(qtbot, sheet, on="13-4-2026")
    assert "Zij heeft geen gevolg." in sheet.consequences.text()


def test_the_choice_runs_along_the_course_of_the_procedure(opened, cafe):
    box = ask(opened("application", cafe)).fields["kind"].box
    kinds = [box.itemData(at) for at in range(box.count())]
    assert set(kinds) == set(EventKind)
    first_of_each = (
        "application-received", "own-investigation-started", "bureau-requested", "agreed-suspension-from",
        "extension-notified", "objection-received", "condition-breached",
    )  # fmt: skip
    assert sorted(first_of_each, key=kinds.index) == list(first_of_each)
    begun = [kind for kind in kinds if kind.endswith("-from")]
    assert [kinds[kinds.index(one) + 1] for one in begun] == [one.replace("-from", "-until") for one in begun]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_kind_is_found_by_a_word_in_the_middle_of_it(opened, cafe, qtbot):
    one = opened("application", cafe)
    sheet = ask(one)
    assert sheet.fields["kind"].isAncestorOf(one.focus())
    qtbot.keyClicks(one.focus(), "buitenland ont")
    sheet.fields["kind"].box.completer().popup().hide()
    qtbot.keyClick(sheet.fields["kind"].box.lineEdit(), Qt.Key.Key_Tab)
    assert sheet.values()["kind"] is EventKind.FOREIGN_INFORMATION_RECEIVED


def test_a_day_alone_tells_nothing_yet(opened, cafe, qtbot):
    sheet = ask(opened("application", cafe))
    fill(qtbot, sheet, on="20-4-2026")
    assert not sheet.consequences.isVisible()


def test_the_day_of_a_transfer_may_still_come(opened, cafe, qtbot):
    one = opened("application", cafe)
    sheet = ask(one)
    choose(sheet, EventKind.TRANSFER_INTENDED)
    fill(qtbot, sheet, on="20-9-2027")
    assert sheet.fields["on"].problem == ""
    assert not sheet.impossible.isVisible()
    assert "De melding van de overgang loopt dan tot en met 23 aug 2027" in sheet.consequences.text()
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert not [
        check for check in one.session.assessment.checks if "overgaat" in check.text or "gaat over" in check.text
    ]


@pytest.mark.parametrize("kind", ["permit-suspended", "permit-suspension-ended", "transfer-intended", "transfer-told"])
def test_what_happens_to_a_permit_asks_which(opened, cafe, kind):
    one = opened("application", cafe)
    one.page._events.put(Event(EventKind(kind), When(2026, 4, 20)))
    field = one.sheet.form.fields["permit"]
    assert field.isVisible()
    assert {field.box.itemData(at) for at in range(field.box.count())} >= {permit.id for permit in cafe.permits}
    assert field.box.findText("EXP · Exploitatievergunning openbare inrichting") >= 0
