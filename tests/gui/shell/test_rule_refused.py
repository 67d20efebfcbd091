# SPDX-License-Identifier: EUPL-1.2
"""A period that could not be stored still stands in its sheet, which says why; once it is stored the sheet goes."""

import pytest
from PySide6.QtCore import Qt

from assessment.errors import StoreOutOfReach
from gui.shell import keeping
from tests.gui.shell.sheet_ways import LEFT, to_rule

FULL = "De schijf is vol."


@pytest.fixture
def filled(opened, qtbot):
    asked = to_rule(opened, qtbot)
    for field, text in ((asked.ground, "grond"), (asked.event, "begin"), (asked.length, "5")):
        qtbot.keyClicks(field.line, text)
    return asked


def test_what_was_filled_in_stays_until_it_is_stored(opened, vault, filled, qtbot, monkeypatch):
    def refuse(*_):
        raise StoreOutOfReach(FULL)

    with monkeypatch.context() as hindered:
        hindered.setattr(keeping.service, "keep_rules", refuse)
        qtbot.mouseClick(filled.verb, LEFT)
        assert not filled.verb.isEnabled()
        qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert opened.place.open_sheet() is filled
    assert filled._notice.text() == StoreOutOfReach(FULL).sentence
    assert "grond" in vault.drafts[None].values()
    monkeypatch.setattr(keeping.service, "keep_rules", lambda *_: None)
    qtbot.mouseClick(filled.verb, LEFT)
    qtbot.waitUntil(lambda: opened.place.open_sheet() is None and opened.desk.is_settled)
    assert not vault.drafts[None]


def test_a_sheet_that_was_left_while_it_was_stored_leaves_no_draft(opened, vault, filled, qtbot, monkeypatch):
    monkeypatch.setattr(keeping.service, "keep_rules", lambda *_: None)
    qtbot.mouseClick(filled.verb, LEFT)
    qtbot.keyClick(filled, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.lanes.are_idle and opened.desk.is_settled)
    assert not vault.drafts[None]
