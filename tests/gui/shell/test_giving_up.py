# SPDX-License-Identifier: EUPL-1.2
"""Closing while something could not be kept: who stays, stays, also when it is kept later."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from assessment.ports import VaultState


@pytest.fixture
def unkept(opened, vault, qtbot):
    """The window that was asked to close once, with an edit that could not be kept."""
    vault.full = True
    session = opened.desk.session
    session.change(replace(session.dossier, plan="x"), "Plan gewijzigd")
    qtbot.waitUntil(lambda: session.saved_state.value == "Niet opgeslagen")
    opened.close()
    return opened


def while_asked(window, then):
    """Close once more, and do `then` with the question that comes."""

    def find():
        then(next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()))

    QTimer.singleShot(100, find)
    window.close()


def press(words):
    return lambda box: next(one for one in box.buttons() if one.text().replace("&", "") == words).click()


def test_who_stays_is_not_closed_when_it_is_kept_later(unkept, vault, qtbot):
    while_asked(unkept, press("Blijf"))
    vault.full = False
    unkept.desk.session.retry_now()
    qtbot.waitUntil(lambda: unkept.desk.is_settled)
    qtbot.wait(50)
    assert unkept.isVisible()


def test_who_stays_can_ask_again(unkept, qtbot):
    while_asked(unkept, press("Blijf"))
    unkept.close()
    assert unkept.isVisible()
    while_asked(unkept, press("Sluit toch"))
    assert not unkept.isVisible()


def test_a_lock_behind_the_question_locks_and_the_window_stays(unkept, vault, qtbot):
    def lock(_box):
        vault.full = False
        unkept.lock()
        unkept.desk.session.retry_now()

    while_asked(unkept, lock)
    qtbot.waitUntil(lambda: vault.state() is VaultState.LOCKED and not unkept.locking.is_under_way)
    assert (unkept.desk, unkept.isVisible()) == (None, True)
