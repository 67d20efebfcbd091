# SPDX-License-Identifier: EUPL-1.2
"""Where one was comes back after a lock: step, sheet, unfolded question, field and cursor."""

import pytest
from PySide6.QtWidgets import QApplication

from assessment.bookmark import LONGEST, Bookmark
from assessment.dossier.event import EventKind
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes


def locks_and_opens(window, qtbot):
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    assert isinstance(window.gate.page(), UnlockPage)
    with qtbot.waitSignal(window.unlocked):
        window.gate.page().entered.emit(fakes.PASSWORD)
    qtbot.waitUntil(lambda: window.desk.page is not None)


def named():
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def test_the_cursor_stands_between_the_same_signs(opened, qtbot):
    opened.desk.page.open_step("application")
    line = opened.desk.page.page()._forms["application"].fields["activity"].line
    line.setFocus()
    line.setCursorPosition(2)
    locks_and_opens(opened, qtbot)
    qtbot.waitUntil(lambda: named() == "Activiteit")
    assert QApplication.focusWidget() is not line
    assert QApplication.focusWidget().cursorPosition() == 2


def test_an_unfolded_question_is_unfolded_again(opened, qtbot):
    opened.desk.page.open_step("screening")
    page = opened.desk.page.page()
    page._next()
    question = page.where()
    assert question
    locks_and_opens(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk.page.about == question)


SHEETS = {
    "application": ("new:event", lambda page: page._events.table.add_asked.emit()),
    "parties": ("new:relation", lambda page: page._ask_relation()),
    "documents": ("new:supplement-invited", lambda page: page._invitations.ask(EventKind.SUPPLEMENT_INVITED)),
    "financing": ("new:year", lambda page: page.history.add_record()),
    "advice": ("new:export", lambda page: page._export()),
}


@pytest.mark.parametrize("step", SHEETS)
def test_a_sheet_that_asks_for_something_new_lies_there_again(opened, qtbot, step):
    about, opens = SHEETS[step]
    opened.desk.page.open_step(step)
    opens(opened.desk.page.page())
    assert opened.desk.page.about == about
    field = named()
    locks_and_opens(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk.page.about == about)
    qtbot.waitUntil(lambda: named() == field)


def test_the_sheet_of_a_record_lies_there_again(opened, qtbot):
    opened.desk.page.open_step("parties")
    opened.desk.page.page().go_to("p1")
    locks_and_opens(opened, qtbot)
    qtbot.waitUntil(lambda: opened.desk.page.about == "p1")


def test_it_is_used_once(opened, vault, qtbot):
    opened.desk.page.open_step("facts")
    locks_and_opens(opened, qtbot)
    assert vault.bookmark is None


def test_a_dossier_that_is_gone_is_passed_over(opened, vault, qtbot):
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    vault.kept.pop(vault.bookmark.dossier)
    with qtbot.waitSignal(opened.unlocked):
        opened.gate.page().entered.emit(fakes.PASSWORD)
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    assert opened.desk.page is None


def test_a_field_that_is_not_there_leaves_the_keyboard_in_the_page(opened, vault, qtbot):
    opened.desk.page.open_step("application")
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    vault.bookmark = Bookmark(vault.bookmark.dossier, "application", "weg.is.het", "Bestaat niet", 3, 9)
    with qtbot.waitSignal(opened.unlocked):
        opened.gate.page().entered.emit(fakes.PASSWORD)
    qtbot.waitUntil(lambda: opened.desk.page is not None)
    qtbot.waitUntil(lambda: opened.desk.page.page().content().isAncestorOf(opened.focusWidget()))


def test_a_name_without_end_is_cut():
    assert Bookmark(field="x" * 9999).bounded() == Bookmark(field="x" * LONGEST)
