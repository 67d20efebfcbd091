# SPDX-License-Identifier: EUPL-1.2
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea

from assessment.errors import DamagedStore, NewerStore, StoreInUse, StoreOutOfReach, WrongPassword
from assessment.ports import VaultState
from gui.parts.clipboard import SecretClipboard
from gui.parts.recovery_key import two_of
from gui.unlock.create_page import CreatePage
from gui.unlock.forgotten_page import ForgottenPage
from gui.unlock.found import Found
from gui.unlock.gate import Gate
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes


def begin(shown, lane, vault):
    gate = shown(Gate(lane, lambda: fakes.AT), 1024, 768)
    gate.begin(lambda: vault)
    return gate


def page_of(gate, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(gate.page(), kind))
    return gate.page()


def press(page, words, qtbot):
    button = next(one for one in page.findChildren(type(page._open)) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def make(page, qtbot, password=fakes.PASSWORD, again=fakes.PASSWORD):
    qtbot.keyClicks(page._name.line, "T. Ester")
    qtbot.keyClicks(page._password.line, password)
    qtbot.keyClicks(page._again.line, again)
    qtbot.keyClick(page._again.line, Qt.Key.Key_Return)


def test_the_first_time_a_store_is_made_and_its_key_is_copied_out(shown, lane, qtbot):
    gate = begin(shown, lane, fakes.MemoryVault(VaultState.MISSING))
    make(page_of(gate, CreatePage, qtbot), qtbot)
    recovery = page_of(gate, RecoveryPage, qtbot)
    for at, field in zip(recovery.key.asked, recovery.key.fields, strict=True):
        qtbot.keyClicks(field.line, fakes.KEY.split("-")[at].lower())
    with qtbot.waitSignal(gate.opened):
        qtbot.keyClick(recovery.key.fields[1].line, Qt.Key.Key_Return)


def copy_out(recovery, key, qtbot):
    for at, field in zip(recovery.key.asked, recovery.key.fields, strict=True):
        qtbot.keyClicks(field.line, key.split("-")[at])
    qtbot.keyClick(recovery.key.fields[1].line, Qt.Key.Key_Return)


def test_who_closed_before_the_key_was_copied_out_gets_a_new_one(shown, lane, qtbot):
    vault = fakes.MemoryVault(VaultState.MISSING)
    gate = begin(shown, lane, vault)
    make(page_of(gate, CreatePage, qtbot), qtbot)
    page_of(gate, RecoveryPage, qtbot)
    for _ in range(2):  # also when the new key is left as well
        vault.lock()
        gate = begin(shown, lane, vault)
        page = page_of(gate, UnlockPage, qtbot)
        qtbot.keyClicks(page._password.line, fakes.PASSWORD)
        with qtbot.assertNotEmitted(gate.opened):
            qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
            recovery = page_of(gate, RecoveryPage, qtbot)
        assert recovery.key.groups == fakes.NEW_KEY.split("-")
    with qtbot.waitSignal(gate.opened):
        copy_out(recovery, fakes.NEW_KEY, qtbot)
    assert vault.confirmed


def test_a_new_key_that_cannot_be_kept_leaves_the_store_closed(shown, lane, qtbot):
    vault = fakes.MemoryVault()
    vault.confirmed = False

    def refuse(_password):
        raise StoreOutOfReach("De schijf is vol.")

    vault.renew_recovery_key = refuse
    page = page_of(begin(shown, lane, vault), UnlockPage, qtbot)
    qtbot.keyClicks(page._password.line, fakes.PASSWORD)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "De schijf is vol" in page.sentence())
    assert vault.state() is VaultState.LOCKED


@pytest.mark.parametrize(
    ("password", "again", "word"),
    [
        ("kort", "kort", "Nog 8 tekens"),
        (fakes.PASSWORD, "iets anders dan dat", "niet gelijk"),
    ],
)
def test_a_weak_or_mistyped_password_makes_no_store(shown, lane, qtbot, password, again, word):
    vault = fakes.MemoryVault(VaultState.MISSING)
    page = page_of(begin(shown, lane, vault), CreatePage, qtbot)
    make(page, qtbot, password, again)
    said = [page.sentence(), page._strength.text()]
    assert [word in one for one in said].count(True) == 1
    assert vault.state() is VaultState.MISSING


def test_a_key_that_was_not_copied_out_does_not_get_past(shown, qtbot):
    page = shown(RecoveryPage(fakes.KEY, lambda count: (0, count - 1)))
    qtbot.keyClicks(page.key.fields[0].line, "AAAAA")
    qtbot.keyClicks(page.key.fields[1].line, "QQQQQ")
    with qtbot.assertNotEmitted(page.confirmed):
        qtbot.keyClick(page.key.fields[1].line, Qt.Key.Key_Return)
    assert page.sentence().startswith("Groep 6 klopt niet")


def test_two_groups_are_two_groups():
    for _ in range(200):
        first, second = two_of(6)
        assert 0 <= first < second < 6


def test_the_right_password_opens_and_the_fields_are_out_of_reach_meanwhile(shown, lane, qtbot):
    vault = fakes.MemoryVault()
    go, open_ = threading.Event(), vault.unlock
    vault.unlock = lambda password, user: (go.wait(5), open_(password, user))
    gate = begin(shown, lane, vault)
    page = page_of(gate, UnlockPage, qtbot)
    assert "Vergunningen Fictenveen" in page.accessibleName()
    assert page._password.line.hasFocus()
    assert page._password.line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(page._password.line, fakes.PASSWORD)
    with qtbot.waitSignal(gate.opened) as told:
        qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
        assert page._busy_bar.isVisible()
        assert not page._password.line.isEnabled()
        go.set()
    assert told.args == [vault]


@pytest.mark.parametrize(
    "hindrance",
    [
        WrongPassword(0),
        DamagedStore("de database"),
        NewerStore("3", "2"),
        StoreInUse("een ander venster"),
    ],
)
def test_each_hindrance_has_its_own_sentence_and_the_page_stays(shown, lane, qtbot, hindrance):
    vault = fakes.MemoryVault()

    def refuse(_password, _user):
        raise hindrance

    vault.unlock = refuse
    page = page_of(begin(shown, lane, vault), UnlockPage, qtbot)
    qtbot.keyClicks(page._password.line, "fout")
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.sentence() == hindrance.sentence)
    assert page._password.text() == ""
    assert page._password.line.isEnabled()
    assert page._password.line.hasFocus()


def test_after_wrong_passwords_one_has_to_wait(shown, lane, qtbot):
    page = shown(UnlockPage(Found(VaultState.LOCKED, "Kluis")))
    page.show_hindrance(WrongPassword(1))
    qtbot.keyClicks(page._password.line, "nog een keer")
    with qtbot.assertNotEmitted(page.entered):
        qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page._open.isEnabled)
    with qtbot.waitSignal(page.entered):
        qtbot.keyClick(page._password.line, Qt.Key.Key_Return)


def test_who_forgot_the_password_sets_a_new_one_with_the_recovery_key(shown, lane, qtbot):
    vault = fakes.MemoryVault()
    gate = begin(shown, lane, vault)
    press(page_of(gate, UnlockPage, qtbot), "Wachtwoord vergeten", qtbot)
    page = page_of(gate, ForgottenPage, qtbot)
    qtbot.keyClicks(page._key.line, fakes.KEY)
    qtbot.keyClicks(page._new.first.line, "nieuwe zin met woorden")
    qtbot.keyClicks(page._new.again.line, "nieuwe zin met woorden")
    with qtbot.waitSignal(gate.opened):
        qtbot.keyClick(page._new.again.line, Qt.Key.Key_Return)
    assert vault.password == "nieuwe zin met woorden"


def test_the_way_back_from_forgotten(shown, lane, qtbot):
    gate = begin(shown, lane, fakes.MemoryVault())
    press(page_of(gate, UnlockPage, qtbot), "Wachtwoord vergeten", qtbot)
    page_of(gate, ForgottenPage, qtbot).back_asked.emit()
    page_of(gate, UnlockPage, qtbot)


def test_the_eye_shows_and_hides_what_was_typed(shown, qtbot):
    page = shown(UnlockPage(Found(VaultState.LOCKED, "Kluis")))
    qtbot.mouseClick(page._password._eye, Qt.MouseButton.LeftButton)
    assert page._password.line.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.mouseClick(page._password._eye, Qt.MouseButton.LeftButton)
    assert page._password.line.echoMode() is QLineEdit.EchoMode.Password


def test_the_key_is_on_the_clipboard_until_it_was_copied_out(shown, qtbot):
    page = shown(RecoveryPage(fakes.KEY, lambda count: (0, 1)))
    page.key.copy()
    assert QGuiApplication.clipboard().text() == fakes.KEY
    for field, group in zip(page.key.fields, fakes.KEY.split("-"), strict=False):
        field.load(group)
    page.key.confirm()
    assert QGuiApplication.clipboard().text() == ""


def test_a_secret_leaves_the_clipboard_by_itself_but_nothing_else_does(qapp, qtbot):
    clipboard = SecretClipboard(qapp, stays=10)
    clipboard.put("geheim")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    clipboard.put("geheim")
    QGuiApplication.clipboard().setText("iets anders")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "iets anders"


def test_a_page_that_fits_has_no_scroll_bar(shown):
    page = shown(RecoveryPage(fakes.KEY), 1024, 655)
    area = page.findChild(QScrollArea)
    card = next(one for one in page.findChildren(QFrame) if one.property("role") == "card")
    assert card.height() < area.viewport().height()
    assert area.verticalScrollBar().maximum() == 0
