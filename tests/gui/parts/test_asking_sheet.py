# SPDX-License-Identifier: EUPL-1.2
"""A draft that comes late never takes the place of what was typed meanwhile."""

import pytest

from gui.parts.asking_sheet import AskingSheet
from gui.parts.typed_field import TextField


@pytest.fixture
def sheet(shown):
    one = AskingSheet("Blad")
    for name in ("ground", "event"):
        one.add(one.hold(name, TextField(empty="")))
    return shown(one)


def handed_on(sheet):
    found = {}
    sheet.drafted.connect(lambda name, text: found.update({name: text}))
    return found


def test_what_was_typed_is_newer_than_a_draft_that_comes_late(sheet, qtbot):
    qtbot.keyClicks(sheet.fields["ground"].line, "nieuw")
    found = handed_on(sheet)
    sheet.restore({"ground": "oud", "event": "ook oud"})
    sheet.flush()
    assert [one.as_draft() for one in sheet.fields.values()] == ["nieuw", "ook oud"]
    assert found["ground"] == "nieuw"


def test_nothing_is_said_to_be_back_where_nothing_came_back(sheet, qtbot):
    qtbot.keyClicks(sheet.fields["ground"].line, "nieuw")
    sheet.restore({"ground": "oud"})
    assert sheet._notice.text() == ""


def test_a_field_that_was_only_filled_in_for_the_user_takes_its_draft(sheet):
    sheet.propose("ground", "voorstel")
    sheet.restore({"ground": "oud"})
    assert sheet.fields["ground"].as_draft() == "oud"


def test_what_was_proposed_is_no_draft_when_somebody_comes_back_to_it(sheet, qtbot):
    sheet.propose("ground", "voorstel")
    sheet.restore({"ground": "oud"})
    found = handed_on(sheet)
    sheet.fields["ground"].line.selectAll()
    qtbot.keyClicks(sheet.fields["ground"].line, "voorstel")
    sheet.flush()
    assert found["ground"] == ""
