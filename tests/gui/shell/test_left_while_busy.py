# SPDX-License-Identifier: EUPL-1.2
"""Who leaves a sheet while it is being done, still learns what came of it; a sheet opened meanwhile stays."""

import threading

import pytest
from PySide6.QtCore import Qt

from assessment.errors import StoreOutOfReach
from assessment.users import Role
from gui.dossiers.handover_sheets import GiveSheet, TakeSheet
from gui.settings.rule_sheet import RuleSheet
from gui.settings.user_sheets import RecoveryKeySheet
from gui.shell.handing_over import HandingOver
from tests.gui import fakes
from tests.gui.shell import sheet_ways

LONG = "een eigen lang wachtwoord"
CODE = "7Q4K-0000-AAAA-1111-ZZZZ"


@pytest.fixture
def gate():
    """Holds the store lane until it is set."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def here(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    return window


def slow(gate, call):
    def wait_first(*given):
        gate.wait(5)
        return call(*given)

    return wait_first


def fails(*_given):
    raise StoreOutOfReach("De schijf is vol.")


def go_on(window, gate, qtbot):
    gate.set()
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def lets_in(window, qtbot, password):
    sheet = sheet_ways.to_user(window, qtbot)
    qtbot.keyClicks(sheet.name.line, "Cas Bedacht")
    sheet.role.load(Role.SECOND_READER)
    for secret in (sheet.first.first, sheet.first.again):
        qtbot.keyClicks(secret.line, LONG)
    qtbot.keyClicks(sheet.own.line, password)
    qtbot.keyClick(sheet.own.line, Qt.Key.Key_Return)
    return sheet


def leave(window, sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.place.open_sheet() is None)
    qtbot.wait(20)  # it is deleted by then


def test_who_is_let_in_is_told_on_the_card_and_is_no_draft_any_more(here, vault, gate, qtbot, monkeypatch):
    monkeypatch.setattr(vault.people, "add", slow(gate, vault.people.add))
    leave(here, lets_in(here, qtbot, fakes.PASSWORD), qtbot)
    go_on(here, gate, qtbot)
    assert "Cas Bedacht kan de kluis openen" in here.place.settings.users.sentence()
    assert not any(vault.drafts.values())


def test_what_stood_in_the_way_is_told_on_the_card(here, vault, gate, qtbot, monkeypatch):
    monkeypatch.setattr(vault.people, "add", slow(gate, vault.people.add))
    leave(here, lets_in(here, qtbot, "mis"), qtbot)
    go_on(here, gate, qtbot)
    assert "Het wachtwoord klopt niet" in here.place.settings.users.sentence()


def test_a_sheet_that_was_opened_meanwhile_stays(here, vault, gate, qtbot, monkeypatch):
    monkeypatch.setattr(vault.people, "add", slow(gate, vault.people.add))
    leave(here, lets_in(here, qtbot, fakes.PASSWORD), qtbot)
    here.place.settings.retention.add_rule.click()
    go_on(here, gate, qtbot)
    assert isinstance(here.place.open_sheet(), RuleSheet)


def test_a_new_recovery_key_is_shown_to_who_left(here, vault, gate, qtbot, monkeypatch):
    here.desk.go_to_room("settings")
    users = here.place.settings.users
    qtbot.waitUntil(users.renew.isEnabled)
    monkeypatch.setattr(vault, "renew_recovery_key", slow(gate, vault.renew_recovery_key))
    qtbot.mouseClick(users.renew, sheet_ways.LEFT)
    sheet = here.place.open_sheet()
    qtbot.keyClicks(sheet.own.line, fakes.PASSWORD)
    qtbot.keyClick(sheet.own.line, Qt.Key.Key_Return)
    leave(here, sheet, qtbot)
    go_on(here, gate, qtbot)
    assert isinstance(here.place.open_sheet(), RecoveryKeySheet)


def packs(window, vault, qtbot, write):
    sheet = sheet_ways.to_give(window, qtbot)
    packages = window.place.findChild(HandingOver)
    packages._parts = fakes.parts(vault, write_package=write)
    packages.ask_place = lambda _parent, _name, then: then("pakket.toetspakket")
    qtbot.keyClicks(sheet._purpose.line, "waarneming")
    qtbot.keyClick(sheet._purpose.line, Qt.Key.Key_Return)
    return sheet


@pytest.mark.parametrize("is_leaving_the_room", [False, True])
def test_the_code_is_shown_to_who_left_while_it_was_packed(opened, vault, gate, qtbot, is_leaving_the_room):
    sheet = packs(opened, vault, qtbot, slow(gate, lambda *_: CODE))
    leave(opened, sheet, qtbot)
    if is_leaving_the_room:
        opened.desk.go_to_room("agenda")
    go_on(opened, gate, qtbot)
    shown = opened.place.open_sheet()
    assert isinstance(shown, GiveSheet)
    assert shown._code.isVisible()
    assert shown._code.text() == CODE
    assert "pakket.toetspakket" in shown._notice.text()
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert not any(vault.drafts.values())


def test_a_package_is_not_asked_for_twice(opened, vault, gate, qtbot):
    written = []
    sheet = packs(opened, vault, qtbot, slow(gate, lambda *_: written.append(1) or CODE))
    qtbot.mouseClick(sheet._verb, sheet_ways.LEFT)
    qtbot.keyClick(sheet._purpose.line, Qt.Key.Key_Return)
    go_on(opened, gate, qtbot)
    assert written == [1]


def test_it_can_be_tried_again_when_it_could_not_be_packed(opened, vault, gate, qtbot):
    sheet = packs(opened, vault, qtbot, fails)
    qtbot.waitUntil(sheet._verb.isEnabled)
    assert "De schijf is vol." in sheet._notice.text()
    assert sheet._purpose.isEnabled()


def test_who_left_is_told_in_the_bar_that_there_is_no_package(opened, vault, gate, qtbot):
    leave(opened, packs(opened, vault, qtbot, slow(gate, fails)), qtbot)
    go_on(opened, gate, qtbot)
    assert "De schijf is vol." in opened.place.bar.text()
    assert opened.place.open_sheet() is None


def test_a_package_that_is_no_longer_asked_for_is_told_in_the_bar(opened, vault, gate, qtbot):
    opened.desk.go_to_room("dossiers")
    packages = opened.place.findChild(HandingOver)
    packages._parts = fakes.parts(vault, read_package=slow(gate, fails))
    packages.ask_file = lambda _parent, then: then("pakket.toetspakket")
    packages.take()
    sheet = opened.place.open_sheet()
    assert isinstance(sheet, TakeSheet)
    qtbot.keyClicks(sheet._code.line, CODE)
    qtbot.keyClick(sheet._code.line, Qt.Key.Key_Return)
    leave(opened, sheet, qtbot)
    go_on(opened, gate, qtbot)
    assert "De schijf is vol." in opened.place.bar.text()
