# SPDX-License-Identifier: EUPL-1.2
"""Where there are more users, one says who one is; a first password is replaced; a lost key file comes back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assessment.ports import VaultState
from assessment.users import Role, User
from gui.unlock.found import Found
from gui.unlock.gate import Gate
from gui.unlock.key_file_page import LOST, LOST_FOR_GOOD, KeyFilePage
from gui.unlock.own_password_page import OwnPasswordPage
from gui.unlock.password_page import CHOOSE
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes

NAMES = ("Ada Voorbeeld", "Bo Verzonnen")


@pytest.fixture
def vault():
    made = fakes.MemoryVault()
    made.names = NAMES
    return made


def at_gate(shown, lane, vault, qtbot):
    gate = shown(Gate(lane, lambda: fakes.AT), 1024, 768)
    gate.begin(lambda: vault)
    qtbot.waitUntil(lambda: isinstance(gate.page(), UnlockPage))
    return gate


def press(page, words, qtbot):
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(page, password, qtbot):
    qtbot.keyClicks(page._password.line, password)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)


def test_one_says_who_one_is_with_the_keyboard_alone(shown, lane, vault, qtbot):
    gate = at_gate(shown, lane, vault, qtbot)
    page = gate.page()
    qtbot.waitUntil(page.names.box.hasFocus)
    assert page.names.box.accessibleName() == "Uw naam"
    assert page.user() == ""
    qtbot.keyClick(page.names.box, Qt.Key.Key_B)
    qtbot.keyClick(page.names.box, Qt.Key.Key_Return)
    assert page.user() == "Bo Verzonnen"
    with qtbot.waitSignal(gate.opened):
        enter(page, fakes.PASSWORD, qtbot)
    assert vault.entered == "Bo Verzonnen"


def test_without_a_name_nothing_is_tried(shown, lane, vault, qtbot):
    gate = at_gate(shown, lane, vault, qtbot)
    enter(gate.page(), fakes.PASSWORD, qtbot)
    assert gate.page().sentence() == CHOOSE
    assert vault.state() is VaultState.LOCKED


def test_one_user_chooses_nothing(shown):
    page = shown(UnlockPage(Found(VaultState.LOCKED, "kluis", users=("Ada Voorbeeld",))))
    assert page.names is None
    assert page.user() == ""


def test_a_first_password_is_replaced_before_anything_is_shown(shown, lane, vault, qtbot):
    vault.names = ()
    vault.confirmed = False  # the recovery key is the administrator's affair
    vault.people.me = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT, must_change=True)
    gate = at_gate(shown, lane, vault, qtbot)
    with qtbot.assertNotEmitted(gate.opened):
        enter(gate.page(), fakes.PASSWORD, qtbot)
        qtbot.waitUntil(lambda: isinstance(gate.page(), OwnPasswordPage))
    page = gate.page()
    qtbot.keyClicks(page._new.first.line, "een eigen lang wachtwoord")
    with qtbot.waitSignal(gate.opened):
        qtbot.keyClicks(page._new.again.line, "een eigen lang wachtwoord")
        qtbot.keyClick(page._new.again.line, Qt.Key.Key_Return)
    assert vault.password == "een eigen lang wachtwoord"
    assert not vault.people.me.must_change


def test_the_sign_on_to_windows_is_offered_to_who_switched_it_on(shown, lane, vault, qtbot):
    vault.keyring = ("Bo Verzonnen",)
    gate = at_gate(shown, lane, vault, qtbot)
    page = gate.page()
    assert not page.with_keyring.isVisible()
    page.names.load("Bo Verzonnen")
    page.names.edited.emit("Bo Verzonnen")
    assert page.with_keyring.isVisible()
    with qtbot.waitSignal(gate.opened):
        qtbot.mouseClick(page.with_keyring, Qt.MouseButton.LeftButton)
    assert vault.entered == "Bo Verzonnen"


def test_a_lost_key_file_comes_back_from_the_newest_backup_that_fits(shown, lane, vault, qtbot):
    vault.names, vault.key_file_lost = (), True
    day = timedelta(days=1)
    vault.copies = tuple(fakes.backup(fakes.AT - number * day) for number in range(3))
    gate = at_gate(shown, lane, vault, qtbot)
    assert gate.page().sentence() == LOST
    press(gate.page(), "Haal het sleutelbestand uit een reservekopie", qtbot)
    page = gate.page()
    assert isinstance(page, KeyFilePage)
    enter(page, "mis", qtbot)
    qtbot.waitUntil(lambda: "Het wachtwoord klopt niet" in page.sentence())
    with qtbot.waitSignal(gate.opened):
        enter(page, fakes.PASSWORD, qtbot)


def test_without_a_backup_that_is_told(shown, lane, vault, qtbot):
    vault.names, vault.key_file_lost = (), True
    gate = at_gate(shown, lane, vault, qtbot)
    assert gate.page().sentence() == LOST_FOR_GOOD
