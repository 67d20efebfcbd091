# SPDX-License-Identifier: EUPL-1.2
"""A first password is replaced by one of one's own, and there is no way round that."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessment.ports import VaultState
from assessment.users import Role, User
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from gui.unlock.found import look_at
from gui.unlock.own_password_page import OwnPasswordPage
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.unlock_page import UnlockPage
from storage.vault import FolderVault
from tests.gui import fakes
from tests.gui.leaving import CTRL, LOCKS, at_gate, enters
from tests.storage import stores

FIRST = "een eerste lang wachtwoord"
OWN = "een eigen lang wachtwoord"


@pytest.fixture
def vault():
    return fakes.MemoryVault()


@pytest.fixture(params=LOCKS.values(), ids=LOCKS.keys())
def leave(request, clock, qtbot):
    return lambda window: request.param(window, clock, qtbot)


def test_a_first_password_that_must_be_replaced_is_asked_for_again(window, vault, leave, qtbot):
    vault.people.me = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT, must_change=True)
    enters(window, qtbot)
    at_gate(window, OwnPasswordPage, qtbot)
    leave(window)
    assert not isinstance(window.gate.page(), OwnPasswordPage)
    enters(window, qtbot)
    page = at_gate(window, OwnPasswordPage, qtbot)
    for secret in (page._new.first, page._new.again):
        qtbot.keyClicks(secret.line, OWN)
    with qtbot.waitSignal(window.unlocked):
        qtbot.keyClick(page._new.again.line, Qt.Key.Key_Return)
    assert not vault.people.me.must_change


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Escape, None), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_K, CTRL)])
def test_no_key_leads_past_a_first_password(window, vault, qtbot, keys):
    vault.people.me = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT, must_change=True)
    enters(window, qtbot)
    page = at_gate(window, OwnPasswordPage, qtbot)
    key, modifier = keys
    with qtbot.assertNotEmitted(window.gate.opened, wait=100):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)
    assert window.gate.page() is page
    assert (window.desk, window.place) == (None, None)


def test_an_administrator_with_a_first_password_gets_the_recovery_key_after_choosing(window, vault, qtbot):
    vault.confirmed = False
    vault.people.me = User("u1", "Ada Voorbeeld", Role.ADMINISTRATOR, fakes.AT, must_change=True)
    enters(window, qtbot)
    page = at_gate(window, OwnPasswordPage, qtbot)
    for secret in (page._new.first, page._new.again):
        qtbot.keyClicks(secret.line, OWN)
    qtbot.keyClick(page._new.again.line, Qt.Key.Key_Return)
    assert at_gate(window, RecoveryPage, qtbot).key.groups == fakes.NEW_KEY.split("-")
    assert window.desk is None


@pytest.mark.parametrize("way", ["keyring", "restore"])
def test_without_a_password_nobody_comes_in_who_must_replace_a_first_one(window, vault, qtbot, way):
    vault.people.me = User("u2", "Bo Verzonnen", Role.OFFICER, fakes.AT, must_change=True)
    vault.keyring, vault.copies = ("Bo Verzonnen",), (fakes.backup(),)
    at_gate(window, UnlockPage, qtbot)
    window.gate.show_locked(vault, look_at(vault))
    page = window.gate.page()
    if way == "keyring":
        page.keyring_asked.emit("Bo Verzonnen")
    else:
        page.restore_asked.emit()
        window.gate.page().chosen.emit(vault.copies[0].id)
        page = window.gate.page()
        page.restore_asked.emit(fakes.PASSWORD)
    qtbot.waitUntil(lambda: "eerste wachtwoord" in page.sentence())
    assert vault.state() is VaultState.LOCKED
    assert window.desk is None


def test_killing_the_program_leads_past_no_first_password(tmp_path, qapp, shown, clock, qtbot):
    """Another process comes as far as the page, and is gone at once; the store opens at that page again."""
    real = FolderVault(tmp_path / "kluis", stores.Clock(), stores.CHEAP)
    real.create("Ada Voorbeeld", stores.PASSWORD)
    real.confirm_recovery()
    real.people.add("Bo Verzonnen", Role.OFFICER, FIRST, stores.PASSWORD)
    real.lock()
    child = [sys.executable, str(Path(__file__).with_name("die_at_first_password.py")), str(tmp_path / "kluis"), FIRST]
    killed = subprocess.run(child, capture_output=True, text=True, timeout=60, check=False)
    assert (killed.returncode, killed.stdout.strip()) == (9, "OwnPasswordPage"), killed.stderr
    window = shown(MainWindow(fakes.parts(real), IdleWatch(qapp, clock)), 1366, 768)
    page = at_gate(window, UnlockPage, qtbot)
    page.names.load("Bo Verzonnen")
    enters(window, qtbot, FIRST)
    at_gate(window, OwnPasswordPage, qtbot)
    assert window.desk is None
    window.end()
    real.lock()
