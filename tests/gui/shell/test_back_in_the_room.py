# SPDX-License-Identifier: EUPL-1.2
"""After a lock one is in the same room again, with the same sheet, half a sentence in it, and the cursor there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from assessment.dossier.financing import Financing, SourceLine
from assessment.users import Role, User
from gui.dossier.elsewhere_sheet import ElsewhereSheet
from gui.dossiers.handover_sheets import GiveSheet
from gui.dossiers.new_sheet import NewSheet
from gui.settings.user_sheets import AddUserSheet, RecoveryKeySheet, RoleSheet
from gui.shell.handing_over import HandingOver
from gui.shell.managing_users import ManagingUsers
from gui.shell.whereabouts import caret_of
from tests.gui import fakes
from tests.gui.leaving import CTRL, enters
from tests.gui.shell.sheet_ways import press, sheet, to_elsewhere, to_give, to_new, to_rule, to_user

HALF, BACK = "een halve zin", 4
BO = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT)


def types_half(qtbot):
    """Type half a sentence where the keyboard is, and go a few signs back."""
    qtbot.keyClicks(QApplication.focusWidget(), HALF)
    for _ in range(BACK):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)


def locks(window, qtbot):
    with qtbot.waitSignal(window.locking.locked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)


def comes_in(window, qtbot):
    with qtbot.waitSignal(window.unlocked):
        enters(window, qtbot)
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def again(window, qtbot):
    locks(window, qtbot)
    comes_in(window, qtbot)


def stands_in(name, qtbot):
    """Wait until half a sentence and the cursor are in the field with this name, and give it."""
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "accessibleName", str)() == name)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    # A sheet has the keyboard at once; its draft and the cursor come a turn later.
    text = field.text if isinstance(field, QLineEdit) else field.toPlainText
    qtbot.waitUntil(lambda: (text(), caret_of(field)) == (HALF, len(HALF) - BACK))
    return field


def show_users(window, vault, qtbot):
    vault.people.there = (vault.people.me, BO)
    window.place.findChild(ManagingUsers).show()
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def buttons(window, words):
    there = window.place.settings.users.findChildren(QPushButton)
    return [one for one in there if one.text() == words and one.isVisible()]


def to_role(window, vault, qtbot):
    window.desk.go_to_room("settings")
    show_users(window, vault, qtbot)
    qtbot.waitUntil(lambda: len(buttons(window, "Wijzig rol")) == 2)
    qtbot.mouseClick(buttons(window, "Wijzig rol")[-1], Qt.MouseButton.LeftButton)
    return sheet(window, RoleSheet, qtbot)


def to_source(window, qtbot):
    session = window.desk.session
    source = SourceLine("Lening van Fictie Krediet B.V.", lender="p1")
    session.change(replace(session.dossier, financing=Financing(sources=(source,))), "Bron toegevoegd")
    window.desk.page.open_step("financing")
    window.desk.page.page().openers()["financing:0"]()
    press(window, "Komt elders voor?", qtbot)
    return sheet(window, ElsewhereSheet, qtbot)


WAYS = {
    "rule": (to_rule, "ground", "Grond", "settings"),
    "user": (to_user, "name", "Naam", "settings"),
    "give": (to_give, "purpose", "Doel", "dossiers"),
    "elsewhere": (to_elsewhere, "reason", "Waarom zoekt u?", ""),
    "source": (to_source, "reason", "Waarom zoekt u?", ""),
    "new": (to_new, "subject", "Naam van betrokkene", ""),
}


@pytest.mark.parametrize(("way", "field", "name", "room"), WAYS.values(), ids=WAYS.keys())
def test_half_a_sentence_is_in_its_field_with_the_cursor_in_it(opened, qtbot, way, field, name, room):
    asked = way(opened, qtbot)
    asked.fields[field].setFocus()
    types_half(qtbot)
    again(opened, qtbot)
    found = stands_in(name, qtbot)
    there = sheet(opened, type(asked), qtbot)
    assert there is not asked
    assert there.isAncestorOf(found)
    assert opened.place.room == room
    press(opened, "Annuleer", qtbot)
    again(opened, qtbot)
    assert opened.place.open_sheet() is None
    assert opened.place.room == room


def test_a_rule_that_is_closed_again_leaves_the_keyboard_where_a_click_would(opened, qtbot):
    to_rule(opened, qtbot)
    types_half(qtbot)
    again(opened, qtbot)
    qtbot.keyClick(stands_in("Grond", qtbot), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is opened.place.settings.retention.add_rule


def test_half_a_change_of_role_is_there_again(opened, vault, qtbot):
    to_role(opened, vault, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    chosen = opened.place.open_sheet().role.value()
    assert chosen is not Role.OFFICER
    again(opened, qtbot)
    there = sheet(opened, RoleSheet, qtbot)
    assert there.role.value() is chosen
    assert there.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().accessibleName() == "Rol"


def test_who_was_shut_out_meanwhile_gets_no_other_role(opened, vault, qtbot):
    to_role(opened, vault, qtbot)
    locks(opened, qtbot)
    vault.people.there = (vault.people.me,)
    comes_in(opened, qtbot)
    assert opened.place.room == "settings"
    assert opened.place.open_sheet() is None


@pytest.mark.parametrize("way", [to_rule, to_user])
def test_who_may_no_longer_ask_it_finds_the_room_and_keeps_the_draft(opened, vault, qtbot, way):
    way(opened, qtbot)
    types_half(qtbot)
    locks(opened, qtbot)
    vault.people.me = replace(vault.people.me, role=Role.OFFICER)
    comes_in(opened, qtbot)
    assert opened.place.room == "settings"
    assert opened.place.open_sheet() is None
    assert list(vault.drafts[None].values()) == [HALF]
    qtbot.waitUntil(lambda: opened.place.settings.isAncestorOf(QApplication.focusWidget()))


def test_no_password_stands_in_a_sheet_that_is_there_again(opened, vault, qtbot):
    asked = to_user(opened, qtbot)
    qtbot.keyClicks(asked.first.first.line, "geheim")
    asked.own.setFocus()
    qtbot.keyClicks(asked.own.line, "geheim")
    again(opened, qtbot)
    there = sheet(opened, AddUserSheet, qtbot)
    assert [one.text() for one in (there.first.first, there.own)] == ["", ""]
    qtbot.waitUntil(lambda: there.own.isAncestorOf(QApplication.focusWidget()))


@pytest.mark.parametrize("verb", ["Wijzig mijn wachtwoord", "Maak nieuwe herstelsleutel", "Trek in"])
def test_what_asks_only_for_a_password_is_not_opened_again(opened, vault, qtbot, verb):
    opened.desk.go_to_room("settings")
    show_users(opened, vault, qtbot)
    qtbot.waitUntil(lambda: any(one.isEnabled() for one in buttons(opened, verb)))
    qtbot.mouseClick(next(one for one in buttons(opened, verb) if one.isEnabled()), Qt.MouseButton.LeftButton)
    assert opened.place.open_sheet() is not None
    again(opened, qtbot)
    assert opened.place.room == "settings"
    assert opened.place.open_sheet() is None


def test_a_recovery_key_is_not_shown_again(opened, vault, qtbot):
    opened.desk.go_to_room("settings")
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    press(opened, "Maak nieuwe herstelsleutel", qtbot)
    qtbot.keyClicks(opened.place.open_sheet().own.line, fakes.PASSWORD)
    qtbot.keyClick(opened.place.open_sheet().own.line, Qt.Key.Key_Return)
    sheet(opened, RecoveryKeySheet, qtbot)
    locks(opened, qtbot)
    assert (vault.bookmark.room, vault.bookmark.sheet) == ("settings", "")
    vault.confirmed = True
    comes_in(opened, qtbot)
    assert opened.place.open_sheet() is None


@pytest.mark.parametrize("room", ["dossiers", "agenda", "settings", "journal"])
def test_a_room_without_a_sheet_is_shown_again_with_the_keyboard_in_it(opened, vault, qtbot, room):
    vault.people.there = (vault.people.me, BO)
    opened.desk.go_to_room(room)
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    again(opened, qtbot)
    assert opened.place.room == room
    qtbot.waitUntil(lambda: opened.place.shown().isAncestorOf(QApplication.focusWidget()))


def test_the_cursor_stands_in_the_field_of_the_settings_where_it_was(opened, qtbot):
    opened.desk.go_to_room("settings")
    line = opened.place.settings._authority.line
    line.setFocus()
    name = line.accessibleName()
    types_half(qtbot)
    again(opened, qtbot)
    assert stands_in(name, qtbot) is not line


def test_handing_over_lies_over_a_dossier_again(opened, qtbot):
    to_give(opened, qtbot)
    types_half(qtbot)
    opened.desk.open("d1", "facts")
    qtbot.waitUntil(lambda: opened.desk.page is not None)
    sheet(opened, GiveSheet, qtbot).focus_first()
    QApplication.focusWidget().setCursorPosition(len(HALF) - BACK)
    again(opened, qtbot)
    found = stands_in("Doel", qtbot)
    assert sheet(opened, GiveSheet, qtbot).isAncestorOf(found)
    assert opened.desk.where() == ("d1", "facts")


def test_handing_over_a_dossier_that_is_gone_is_passed_over(opened, vault, qtbot):
    to_give(opened, qtbot)
    locks(opened, qtbot)
    vault.kept.pop(vault.bookmark.of)
    comes_in(opened, qtbot)
    assert opened.place.room == "dossiers"
    assert opened.place.open_sheet() is None


def test_what_was_handed_over_is_not_asked_again(opened, qtbot, tmp_path):
    asked = to_give(opened, qtbot)
    types_half(qtbot)
    opened.place.findChild(HandingOver).ask_place = lambda _parent, _name, then: then(str(tmp_path / "x"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked._code.isVisible() and opened.desk.is_settled)
    again(opened, qtbot)
    assert opened.place.open_sheet() is None


def test_who_begins_something_else_at_once_is_left_alone(opened, qtbot):
    to_rule(opened, qtbot)
    locks(opened, qtbot)
    with qtbot.waitSignal(opened.unlocked):
        enters(opened, qtbot)
    qtbot.keyClick(opened, Qt.Key.Key_N, CTRL)
    assert isinstance(opened.place.open_sheet(), NewSheet)
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert opened.place.settings_sheets.sheet is None


def test_a_bookmark_of_a_room_that_there_is_no_more_is_passed_over(opened, vault, qtbot):
    opened.desk.go_to_room("agenda")
    locks(opened, qtbot)
    vault.bookmark = replace(vault.bookmark, room="zolder", sheet="weg:is-het", field="Bestaat niet")
    comes_in(opened, qtbot)
    assert opened.place.room == "dossiers"
    qtbot.waitUntil(lambda: opened.place.dossiers.isAncestorOf(QApplication.focusWidget()))


def test_a_lock_that_is_called_off_leaves_the_keyboard_in_the_sheet(opened, vault, qtbot):
    asked = to_rule(opened, qtbot)
    opened.locking.patience.setInterval(1)
    vault.full = True
    types_half(qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: not opened.locking.patience.isActive())
    page = opened.gate.page()
    with qtbot.waitSignal(opened.locking.came_back):
        page.entered.emit(fakes.PASSWORD)
    assert opened.place.open_sheet() is asked
    assert asked.isAncestorOf(QApplication.focusWidget())
    vault.full = False
    opened.desk.drafts.retry_now()
    qtbot.waitUntil(lambda: opened.desk.is_settled)
