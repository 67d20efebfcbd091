# SPDX-License-Identifier: EUPL-1.2
import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from assessment.dates import When
from assessment.errors import StoreOutOfReach
from assessment.ports import VaultState
from gui.dossier.session import SavedState
from gui.dossier.step_page import StepPage
from gui.dossiers.new_sheet import Beginning
from gui.parts.typed_field import TextField
from gui.shell.idle import LOOK, SLEPT
from gui.unlock.back_page import BackPage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier


class OneField(StepPage):
    """A step with one field, to type in."""

    def __init__(self):
        super().__init__("Aanvraag")
        self.field = self.add(TextField("Plan"))
        self.field.edited.connect(lambda text: self.change(replace(self.dossier, plan=text), "Plan gewijzigd"))

    def show_dossier(self, dossier, assessment, catalogue):
        self.field.set_value(dossier.plan)


@pytest.fixture
def typing(opened):
    """A dossier with a field that is being typed in."""
    desk_page = opened.desk.page
    page = OneField()
    desk_page._step = "application"
    desk_page._pages["application"] = page
    page.tools, page.drafts = desk_page._tools, opened.desk.session.drafts
    page.changed.connect(opened.desk.session.change)
    desk_page._stack.addWidget(page)
    desk_page._stack.setCurrentWidget(page)
    desk_page._show()
    page.field.setFocus()
    return page


def unlock(window, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.gate.page(), UnlockPage))
    page = window.gate.page()
    qtbot.keyClicks(page._password.line, fakes.PASSWORD)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)


def test_ctrl_l_blanks_at_once_keeps_the_edit_and_locks(opened, typing, vault, qtbot):
    qtbot.keyClicks(typing.field.line, "nog niet bewaard")
    begun = time.monotonic()
    qtbot.keyClick(typing.field.line, Qt.Key.Key_L, CTRL)
    assert time.monotonic() - begun < 0.2
    assert opened._stack.currentWidget() is opened.gate
    qtbot.waitUntil(lambda: opened.desk is None and not opened.locking.is_under_way)
    assert vault.state() is VaultState.LOCKED
    assert vault.kept["d1"][0].plan == "nog niet bewaard"
    assert opened.desk is None
    assert opened.place is None


def test_unlocking_leads_back_to_the_same_dossier_and_step(opened, vault, qtbot):
    opened.desk.page.open_step("facts")
    opened.lock()
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.page is not None)
    assert opened.desk.where() == ("d1", "facts")
    assert vault.state() is VaultState.OPEN


def test_a_wrong_password_shows_nothing_of_the_dossier(opened, qtbot):
    opened.lock()
    qtbot.waitUntil(lambda: isinstance(opened.gate.page(), UnlockPage))
    page = opened.gate.page()
    qtbot.keyClicks(page._password.line, "fout")
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "klopt niet" in page.sentence())
    assert opened.place is None


def passes(watch, clock, seconds):
    """Let time go by while the machine is awake."""
    for _ in range(0, seconds, LOOK):
        clock.now += LOOK
        watch.look()


def test_idleness_locks_and_a_sign_of_life_puts_it_off(opened, clock, vault, qtbot):
    watch = opened._watch
    passes(watch, clock, 4 * 60)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(opened.windowHandle(), key)
    passes(watch, clock, 4 * 60)
    assert opened.desk is not None
    with qtbot.waitSignal(opened.locking.locked):
        passes(watch, clock, 61)
    assert vault.state() is VaultState.LOCKED


def test_after_even_a_short_sleep_it_locks(opened, clock, qtbot):
    clock.now += SLEPT + 1
    with qtbot.waitSignal(opened.locking.locked):
        opened._watch.look()


def test_another_window_that_shows_a_name_is_closed(opened, qtbot):
    dialog = QDialog(opened)
    dialog.setWindowTitle("Café De Verzonnen Vink")
    dialog.show()
    opened.lock()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: opened.desk is None)


def test_on_a_full_disk_the_window_is_blank_and_the_edit_is_not_given_up(opened, typing, vault, qtbot):
    vault.full = True
    session = opened.desk.session
    qtbot.keyClicks(typing.field.line, "bewaar mij")
    opened.lock()
    assert opened._stack.currentWidget() is opened.gate
    qtbot.waitUntil(lambda: "De schijf is vol" in opened.gate.page().sentence())
    assert vault.state() is VaultState.OPEN
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked):
        session.retry_now()
    assert vault.kept["d1"][0].plan == "bewaar mij"


def test_twice_is_once(opened, qtbot):
    opened.lock()
    opened.lock()
    qtbot.waitUntil(lambda: not opened.locking.is_under_way)
    assert opened.desk is None


def test_a_temporary_store_is_gone_after_a_lock_and_that_is_said(opened, vault, qtbot):
    vault.lock = lambda: setattr(vault, "now", VaultState.MISSING)
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    assert opened.gate.page().accessibleName() == "De voorbeelden zijn opgeruimd"


def test_a_dossier_that_has_not_begun_comes_back_after_a_lock(opened, qtbot):
    opened.desk.begin_new()
    sheet = opened.desk.sheets.sheet
    sheet._permits._box.activated.emit(sheet._permits._box.findData("EXP"))
    qtbot.keyClicks(sheet._subject.line, "Fictief B.V.")
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    opened.lock()
    assert not sheet.isVisible()
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.sheets.sheet is not None)
    assert opened.desk.sheets.sheet is not sheet
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    assert opened.desk.unfinished() == Beginning(
        "BIB-2026-0016", ("EXP",), "Fictief B.V.", is_person=False, received_on=When.on(fakes.TODAY)
    )


def test_what_was_fetched_for_the_pages_is_not_shown_once_they_are_gone(opened, qtbot):
    slow = threading.Event()
    opened.lanes.store.run(slow.wait)
    opened.desk.begin_new()
    opened.desk.list()
    opened.desk.take_examples()
    place = opened.place
    with qtbot.waitSignals([opened.locking.locked, place.destroyed]):
        opened.lock()
        QTimer.singleShot(0, slow.set)
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    assert opened.desk is None


def test_an_untouched_new_dossier_does_not_come_back(opened, qtbot):
    opened.desk.begin_new()
    opened.lock()
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.page is not None)
    assert opened.desk.sheets.sheet is None


def test_a_clock_that_is_set_back_does_not_keep_the_window_open(opened, clock, qtbot):
    clock.now -= 3600
    opened._watch.look()
    assert opened.desk is not None
    passes(opened._watch, clock, 60 * opened._preferences.lock_after)
    qtbot.waitUntil(lambda: opened.desk is None)


def stuck(opened, typing, qtbot, text="bewaar mij"):
    """Lock while the last change cannot be kept, and be tired of waiting."""
    qtbot.keyClicks(typing.field.line, text)
    opened.lock()
    qtbot.waitUntil(lambda: opened.desk.session.saved_state is SavedState.FAILED)
    assert opened.locking.patience.isActive()
    opened.locking.patience.timeout.emit()
    assert isinstance(opened.gate.page(), BackPage)
    return opened.gate.page()


def enter(page, password, qtbot):
    qtbot.keyClicks(page._password.line, password)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)


def test_a_lock_that_cannot_be_finished_says_why_and_leads_back_with_the_password(opened, typing, vault, qtbot):
    vault.full = True
    page = stuck(opened, typing, qtbot)
    assert "De schijf is vol" in page.sentence()
    enter(page, "fout", qtbot)
    qtbot.waitUntil(lambda: "klopt niet" in page.sentence())
    assert opened._stack.currentWidget() is opened.gate
    assert not opened.place.isVisible()
    with qtbot.waitSignal(opened.unlocked):
        enter(page, fakes.PASSWORD, qtbot)
    assert opened._stack.currentWidget() is opened.place
    assert typing.field.line.text() == "bewaar mij"
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
        opened.desk.session.retry_now()
    assert vault.kept["d1"][0].plan == "bewaar mij"


def test_after_a_bug_in_keeping_there_is_a_way_back_too(opened, typing, qtbot):
    session = opened.desk.session
    sound = session._services
    session._services = replace(sound, keep=lambda _dossier: 1 / 0)
    with qtbot.captureExceptions():
        page = stuck(opened, typing, qtbot)
    assert "fout in het programma" in page.sentence()
    session._services = sound
    with qtbot.waitSignal(opened.unlocked):
        enter(page, fakes.PASSWORD, qtbot)
    assert opened.desk.session is session


def test_a_lock_that_goes_through_after_all_asks_to_unlock(opened, typing, vault, qtbot):
    vault.full = True
    page = stuck(opened, typing, qtbot)
    opened.desk.session.hindered.emit(StoreOutOfReach("De schijf is vol."))
    qtbot.keyClicks(page._password.line, "half")
    opened.desk.session.hindered.emit(StoreOutOfReach("De schijf is vol."))
    assert page._password.text() == "half"
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked):
        opened.desk.session.retry_now()
    assert isinstance(opened.gate.page(), UnlockPage)
    assert not opened.locking.patience.isActive()


def test_half_typed_text_that_cannot_be_kept_holds_the_lock_up_as_well(opened, vault, qtbot):
    vault.full = True
    opened.desk.session.keep_draft("f1.committed", "32-1")
    opened.lock()
    assert opened.desk is not None
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked):
        opened.desk.session.retry_now()
    assert vault.drafts["d1"] == {"f1.committed": "32-1"}


def test_half_an_event_is_there_again_after_a_lock(opened, vault, qtbot):
    opened.desk.page.open_step("application")
    opened.desk.page.page()._events.table.add_asked.emit()
    qtbot.keyClicks(opened.desk.page._sheets.sheet.fields["on"].line, "26-1")
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    assert vault.drafts["d1"] == {"new:event.on": "26-1"}
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.page is not None)
    opened.desk.page.open_step("application")
    opened.desk.page.page()._events.table.add_asked.emit()
    assert opened.desk.page._sheets.sheet.fields["on"].line.text() == "26-1"


def test_after_unlocking_the_keyboard_is_in_the_page(opened, qtbot):
    opened.desk.page.open_step("application")
    opened.lock()
    unlock(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk is not None and opened.desk.page is not None)
    qtbot.waitUntil(lambda: opened.desk.page.page().content().isAncestorOf(opened.focusWidget()))
