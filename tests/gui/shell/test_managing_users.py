# SPDX-License-Identifier: EUPL-1.2
"""Beheer shows who may open the store, and an administrator changes that; each change asks for a password."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from assessment.people import KeyringState
from assessment.ports import VaultState
from assessment.users import ONLY_ADMINISTRATOR, Role, User
from gui.parts.badge import Tone
from gui.parts.recovery_key import UNCONFIRMED
from gui.settings.user_sheets import RecoveryKeySheet
from gui.shell.managing_users import ManagingUsers
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes
from tests.gui.leaving import CTRL, at_gate, enters

BO = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT)
LONG = "een eigen lang wachtwoord"


@pytest.fixture
def managing(window, vault, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.go_to_room("settings")
    vault.people.there = (vault.people.me, BO)
    found = window.place.findChild(ManagingUsers)
    found.show()
    qtbot.waitUntil(lambda: find(window, "Wijzig de rol van Bo Verzonnen") is not None)
    return found


def find(window, name):
    buttons = window.place.settings.users.findChildren(QPushButton)
    return next((one for one in buttons if one.accessibleName() == name and not one.isHidden()), None)


def press(window, name, qtbot):
    qtbot.mouseClick(find(window, name), Qt.MouseButton.LeftButton)


def confirm(managing, qtbot, password=fakes.PASSWORD):
    qtbot.keyClicks(managing.sheet.own.line, password)
    qtbot.keyClick(managing.sheet.own.line, Qt.Key.Key_Return)


def says(window, words, qtbot):
    qtbot.waitUntil(lambda: words in window.place.settings.users.sentence())


def test_somebody_is_let_in_with_a_first_password(window, managing, vault, qtbot):
    press(window, "Voeg toe", qtbot)
    sheet = managing.sheet
    confirm(managing, qtbot)
    assert sheet.sentence() == "Vul een naam in."
    qtbot.keyClicks(sheet.name.line, "Cas Bedacht")
    sheet.role.load(Role.SECOND_READER)
    for secret in (sheet.first.first, sheet.first.again):
        qtbot.keyClicks(secret.line, LONG)
    qtbot.keyClick(sheet.own.line, Qt.Key.Key_Return)
    says(window, "Cas Bedacht kan de kluis openen", qtbot)
    assert (vault.people.there[-1].name, vault.people.there[-1].role) == ("Cas Bedacht", Role.SECOND_READER)
    assert managing.sheet is None
    qtbot.waitUntil(lambda: find(window, "Trek de toegang van Cas Bedacht in") is not None)


def test_a_role_is_changed_and_a_wrong_password_changes_nothing(window, managing, vault, qtbot):
    press(window, "Wijzig de rol van Bo Verzonnen", qtbot)
    managing.sheet.role.load(Role.COORDINATOR)
    confirm(managing, qtbot, "mis")
    qtbot.waitUntil(lambda: "Het wachtwoord klopt niet" in managing.sheet.sentence())
    assert vault.people.there[1].role is Role.OFFICER
    confirm(managing, qtbot)
    says(window, "De rol van Bo Verzonnen is gewijzigd", qtbot)
    assert vault.people.there[1].role is Role.COORDINATOR


def test_somebody_is_kept_out(window, managing, vault, qtbot):
    press(window, "Trek de toegang van Bo Verzonnen in", qtbot)
    confirm(managing, qtbot)
    says(window, "ingetrokken", qtbot)
    assert vault.people.there == (vault.people.me,)


def test_what_is_not_allowed_cannot_be_pressed_and_says_why(window, managing, vault, qtbot):
    own = find(window, "Trek de toegang van T. Ester in")
    assert not own.isEnabled()
    assert "eigen toegang" in own.toolTip()
    assert not find(window, "Wijzig de rol van T. Ester").isEnabled()
    vault.people.me = BO
    managing.show()
    qtbot.waitUntil(lambda: not window.place.settings.users.add_user.isEnabled())
    assert window.place.settings.users.rekey.accessibleDescription() == ONLY_ADMINISTRATOR
    assert window.place.settings.users.change_password.isEnabled()


def test_everybody_changes_an_own_password(window, managing, vault, qtbot):
    press(window, "Wijzig mijn wachtwoord", qtbot)
    sheet = managing.sheet
    for secret in (sheet.new.first, sheet.new.again):
        qtbot.keyClicks(secret.line, LONG)
    confirm(managing, qtbot)
    says(window, "Uw wachtwoord is gewijzigd", qtbot)
    assert vault.password == LONG


@pytest.mark.parametrize("key", ["", fakes.NEW_KEY])
def test_a_new_key_is_made_and_told(window, managing, vault, qtbot, key):
    vault.people.new_recovery_key, vault.confirmed = key, not key
    press(window, "Maak nieuwe sleutel voor de kluis", qtbot)
    confirm(managing, qtbot)
    says(window, "3 oude reservekopieën zijn verwijderd", qtbot)
    assert isinstance(managing.sheet, RecoveryKeySheet) is bool(key)
    if key:
        copies_out(managing, qtbot)
        qtbot.waitUntil(lambda: vault.confirmed)
        assert managing.sheet is None


def copies_out(managing, qtbot):
    """Type the two groups that are asked for."""
    key = managing.sheet.key
    for at, field in zip(key.asked, key.fields, strict=True):
        qtbot.keyClicks(field.line, key.groups[at].lower())
    qtbot.keyClick(key.fields[1].line, Qt.Key.Key_Return)


def test_the_recovery_key_is_made_anew_and_shown_once_as_at_the_beginning(window, managing, vault, qtbot):
    window.place.bar.show_text(Tone.WARN, f"De klok loopt achter. {UNCONFIRMED}", "Sluit")
    press(window, "Maak nieuwe herstelsleutel", qtbot)
    confirm(managing, qtbot, "mis")
    qtbot.waitUntil(lambda: "Het wachtwoord klopt niet" in managing.sheet.sentence())
    assert vault.confirmed
    confirm(managing, qtbot)
    qtbot.waitUntil(lambda: isinstance(managing.sheet, RecoveryKeySheet))
    sheet = managing.sheet
    assert sheet.key.groups == fakes.NEW_KEY.split("-")
    assert not vault.confirmed
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert "klopt niet" in sheet.sentence()
    assert managing.sheet is sheet
    sheet.key.copy()
    assert QGuiApplication.clipboard().text() == fakes.NEW_KEY
    copies_out(managing, qtbot)
    qtbot.waitUntil(lambda: vault.confirmed)
    assert managing.sheet is None
    assert QGuiApplication.clipboard().text() == ""
    says(window, "nieuwe herstelsleutel", qtbot)
    assert window.place.bar.text() == "De klok loopt achter."


def test_who_leaves_a_new_recovery_key_is_told_and_gets_another_after_unlocking(window, managing, vault, qtbot):
    press(window, "Maak nieuwe herstelsleutel", qtbot)
    confirm(managing, qtbot)
    qtbot.waitUntil(lambda: isinstance(managing.sheet, RecoveryKeySheet))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    says(window, "niet opgeschreven", qtbot)
    assert not vault.confirmed
    window.lock()
    enters(window, qtbot)
    at_gate(window, RecoveryPage, qtbot)


def test_a_lock_takes_a_recovery_key_in_the_settings_away(window, managing, vault, qtbot):
    press(window, "Maak nieuwe herstelsleutel", qtbot)
    confirm(managing, qtbot)
    qtbot.waitUntil(lambda: isinstance(managing.sheet, RecoveryKeySheet))
    managing.sheet.key.copy()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)
    assert window._stack.currentWidget() is window.gate
    assert QGuiApplication.clipboard().text() == ""
    at_gate(window, UnlockPage, qtbot)
    assert vault.state() is VaultState.LOCKED


def test_the_sign_on_to_windows_is_switched_where_it_can_be(window, managing, vault, qtbot):
    row = window.place.settings.keyring
    assert not row.switch.isEnabled()
    vault.people.state = KeyringState(False)
    managing.show()
    qtbot.waitUntil(row.switch.isEnabled)
    for words, then in (("staat aan", "Zet uit"), ("staat uit", "Zet aan")):
        qtbot.mouseClick(row.switch, Qt.MouseButton.LeftButton)
        confirm(managing, qtbot)
        says(window, words, qtbot)
        qtbot.waitUntil(lambda then=then: row.switch.text() == then)


def test_leaving_the_settings_puts_the_question_away(window, managing, qtbot):
    press(window, "Voeg toe", qtbot)
    window.place.room_asked.emit("dossiers")
    assert managing.sheet is None
