# SPDX-License-Identifier: EUPL-1.2
"""Backups while one works: by themselves, when asked, and never in the way."""

import threading
import time
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer

from assessment.errors import NoBackup
from assessment.ports import VaultState
from gui.shell.backing_up import AGAIN, BackingUp
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes


@pytest.fixture
def copying(opened):
    return opened.place.findChild(BackingUp)


def comes_due(copying):
    """Let the time pass after which it is looked."""
    copying._timer.setInterval(0)
    copying._timer.start()


def sentence(window):
    return window.place.settings.backups._notice.text()


def press(window, qtbot):
    window.desk.go_to_room("settings")
    qtbot.mouseClick(window.place.settings.backups.make, Qt.MouseButton.LeftButton)


def test_one_is_made_a_while_after_unlocking(opened, copying, vault, qtbot):
    assert vault.copies == ()
    assert copying._timer.isActive()
    comes_due(copying)
    qtbot.waitUntil(lambda: len(vault.copies) == 1)
    qtbot.waitUntil(lambda: "2 dossiers" in sentence(opened))
    assert copying._timer.interval() == AGAIN


def test_when_there_is_one_of_today_none_is_made(opened, copying, vault, qtbot):
    vault.copies = (fakes.backup(fakes.AT - timedelta(hours=1)),)
    looked = []
    vault.is_backup_due = lambda: looked.append(True) or False
    comes_due(copying)
    qtbot.waitUntil(lambda: bool(looked) and opened.lanes.are_idle)
    assert len(vault.copies) == 1


def test_one_is_made_when_asked(opened, vault, qtbot):
    press(opened, qtbot)
    qtbot.waitUntil(lambda: "gemaakt en nagekeken: 2 dossiers" in sentence(opened))
    qtbot.waitUntil(opened.place.settings.backups._table.isVisible)


def test_what_was_there_already_is_shown(opened, vault, qtbot):
    vault.copies = (fakes.backup(),)
    opened.place.findChild(BackingUp).show()
    opened.desk.go_to_room("settings")
    qtbot.waitUntil(opened.place.settings.backups._table.isVisible)


def test_meanwhile_the_window_and_what_is_typed_go_on(opened, vault, qtbot):
    go, began, real = threading.Event(), threading.Event(), vault.back_up

    def slow():
        began.set()
        go.wait(10)
        return real()

    vault.back_up = slow
    press(opened, qtbot)
    qtbot.waitUntil(began.is_set)
    ticks = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    opened.desk.take_examples()
    qtbot.waitUntil(lambda: len(vault.kept) == 4)  # kept while the backup is still being made
    qtbot.waitUntil(lambda: len(ticks) > 20)
    assert vault.copies == ()
    go.set()
    qtbot.waitUntil(lambda: len(vault.copies) == 1)


def test_why_it_failed_is_told_where_one_is_and_stays_until_it_is_read(opened, copying, vault, qtbot):
    def refuse():
        raise NoBackup("De schijf is vol.")

    vault.back_up = refuse
    comes_due(copying)
    qtbot.waitUntil(lambda: "Er is geen reservekopie gemaakt. De schijf is vol." in opened.place.bar.text())
    assert "De schijf is vol." in sentence(opened)
    opened.desk.settled.emit()
    opened.place.bar.put_hindrance_away()  # as after each thing that was kept
    assert opened.place.bar.isVisible()


def test_a_lock_while_one_is_made_locks(opened, vault, qtbot):
    stopped, began, real = threading.Event(), threading.Event(), vault.lock

    def slow():
        began.set()
        assert stopped.wait(10)

    def lock():
        stopped.set()  # as the store does: it ends the backup first
        real()

    vault.back_up, vault.lock = slow, lock
    press(opened, qtbot)
    qtbot.waitUntil(began.is_set)
    opened.lock()
    qtbot.waitUntil(lambda: isinstance(opened.gate.page(), UnlockPage))
    assert vault.state() is VaultState.LOCKED
    assert vault.copies == ()


def test_after_a_backup_was_put_back_the_list_is_shown(opened, vault, qtbot):
    """The dossier that was open before the lock need not be in it."""
    vault.copies = (fakes.backup(),)
    opened.lock()
    qtbot.waitUntil(lambda: isinstance(opened.gate.page(), UnlockPage))
    opened.gate.page().restore_asked.emit()
    opened.gate.page().chosen.emit(vault.copies[0].id)
    vault.kept.clear()
    with qtbot.waitSignal(opened.unlocked):
        opened.gate.page().restore_asked.emit(fakes.PASSWORD)
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert opened.desk.page is None
    assert opened.place.dossiers.isVisible()
