# SPDX-License-Identifier: EUPL-1.2
"""Another text size makes the pages anew, but never at the cost of what stands there or is on its way."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui.settings.user_sheets import RecoveryKeySheet
from gui.shell.managing_users import ManagingUsers
from tests.gui import fakes
from tests.gui.shell import sheet_ways


@pytest.fixture
def settings(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.go_to_room("settings")
    qtbot.waitUntil(window.place.settings.users.renew.isEnabled)
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    return window


def choose(window, size):
    window._on_preferences(replace(window._preferences, text_size=size))


def test_a_new_recovery_key_stays_until_its_sheet_is_closed(settings, qtbot):
    place = settings.place
    place.findChild(ManagingUsers)._show_recovery(fakes.NEW_KEY)
    sheet = place.open_sheet()
    choose(settings, 150)
    qtbot.wait(50)
    assert settings.place.open_sheet() is sheet
    assert isinstance(sheet, RecoveryKeySheet)
    sheet.close_sheet()
    qtbot.waitUntil(lambda: settings.place is not place)
    assert settings.place.settings._size.value() == 150


def test_nobody_is_taken_out_of_another_room_for_it(settings, qtbot):
    place = settings.place
    place.findChild(ManagingUsers)._show_recovery(fakes.NEW_KEY)
    choose(settings, 150)
    settings.desk.go_to_room("agenda")
    qtbot.wait(50)
    assert (settings.place, settings.place.room) == (place, "agenda")
    settings.desk.go_to_room("settings")
    qtbot.waitUntil(lambda: settings.place is not place)


def test_a_size_chosen_while_a_draft_is_on_its_way_is_worn_once_it_is_kept(settings, vault, qtbot):
    go, place = threading.Event(), settings.place
    sheet = sheet_ways.to_rule(settings, qtbot)
    settings.lanes.store.run(lambda: go.wait(5))
    qtbot.keyClicks(sheet.ground.line, "abc")
    choose(settings, 125)
    choose(settings, 150)
    qtbot.keyClick(sheet.ground.line, Qt.Key.Key_Escape)
    qtbot.wait(50)
    assert settings.place is place
    go.set()
    qtbot.waitUntil(lambda: settings.place is not place)
    again = settings.place
    qtbot.wait(50)
    assert settings.place is again
    assert settings.place.settings._size.value() == 150
    assert "abc" in str(vault.drafts)


def test_a_size_that_is_taken_back_meanwhile_changes_nothing(settings, qtbot):
    place, size = settings.place, settings._preferences.text_size
    place.findChild(ManagingUsers)._show_recovery(fakes.NEW_KEY)
    choose(settings, 150)
    choose(settings, size)
    place.open_sheet().close_sheet()
    qtbot.wait(50)
    assert settings.place is place
