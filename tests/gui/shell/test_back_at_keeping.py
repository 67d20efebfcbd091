# SPDX-License-Identifier: EUPL-1.2
"""After a lock the sheets about keeping and destroying lie there again; who may not any more, finds only the room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessment.services import destruction, dossiers, retention
from assessment.users import Role
from gui.settings.certificate_sheet import CertificateSheet
from gui.settings.destroy_sheet import DestroySheet
from gui.settings.period_sheet import PeriodSheet
from gui.settings.rule_sheet import RuleSheet
from tests.gui.leaving import CTRL
from tests.gui.shell.keeping_ways import (
    ADA,
    BRAM,
    OTHER,
    REFERENCE,
    card,
    open_dossier,
    press,
    proposed,
    set_rule,
    sheet,
    waits_for,
)
from tests.storage.stores import PASSWORD


@pytest.fixture
def confirmed(store):
    """The store, about which there is nothing to say on opening, and BRAM with a password of his own."""
    store.confirm_recovery()
    store.lock()
    store.unlock(OTHER, BRAM)
    store.people.change_password(OTHER, OTHER)
    store.lock()
    store.unlock(PASSWORD, ADA)
    return store


def locks(window, qtbot):
    with qtbot.waitSignal(window.locking.locked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)


def comes_in(window, qtbot, name):
    page = window.gate.page()
    page.names.load(name)
    qtbot.keyClicks(page._password.line, PASSWORD if name == ADA else OTHER)
    with qtbot.waitSignal(window.unlocked):
        qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def types(qtbot, field, text, back):
    field.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), text)
    for _ in range(back):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)


def asked_to_destroy(enter, qtbot):
    proposed(qtbot, enter(ADA), "1-1-2026")
    window = enter(BRAM)
    press(qtbot, open_dossier(qtbot, window).destroy.button)
    return window, waits_for(qtbot, window, DestroySheet)


def test_a_period_that_was_begun_is_there_again(enter, confirmed, qtbot):
    window = enter(ADA)
    set_rule(qtbot, window)
    found = open_dossier(qtbot, window)
    types(qtbot, found.start, "1-1-20", 2)
    locks(window, qtbot)
    comes_in(window, qtbot, ADA)
    found = waits_for(qtbot, window, PeriodSheet)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.start.line)
    qtbot.waitUntil(lambda: (found.start.line.text(), found.start.line.cursorPosition()) == ("1-1-20", 4))
    qtbot.keyClick(found.start.line, Qt.Key.Key_End)
    qtbot.keyClicks(found.start.line, "20")
    found.rule.box.setCurrentIndex(0)
    found.rule.box.activated.emit(0)
    press(qtbot, found.save.button)
    qtbot.waitUntil(lambda: found.proposing.button.isEnabled() and window.lanes.are_idle)
    assert retention.kept(confirmed.work())[0].reference == REFERENCE


def test_a_rule_that_was_being_changed_is_there_again(enter, confirmed, qtbot):
    window = enter(ADA)
    set_rule(qtbot, window)
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    card(window).rules.opened.emit(card(window).rules.model.records()[0])
    types(qtbot, waits_for(qtbot, window, RuleSheet).event, "verlening of ", 3)
    locks(window, qtbot)
    comes_in(window, qtbot, ADA)
    there = waits_for(qtbot, window, RuleSheet)
    line = there.event.line
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    qtbot.waitUntil(lambda: line.text()[line.cursorPosition() :] == "of besluit genomen")
    assert line.text() == "verlening of besluit genomen"
    assert there.accessibleName() == "Bewaartermijn"


def test_why_a_dossier_is_destroyed_is_there_again_and_the_reference_is_not(enter, confirmed, qtbot):
    window, last = asked_to_destroy(enter, qtbot)
    qtbot.keyClicks(last.typed.line, REFERENCE)
    types(qtbot, last.reason, "Dubbel aange", 3)
    locks(window, qtbot)
    comes_in(window, qtbot, BRAM)
    last = waits_for(qtbot, window, DestroySheet)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is last.reason.text)
    qtbot.waitUntil(lambda: last.reason.text.textCursor().position() == len("Dubbel aa"))
    assert last.reason.text.toPlainText() == "Dubbel aange"
    assert last.typed.line.text() == ""
    assert not last.verb.isEnabled()


def test_who_may_no_longer_destroy_is_not_asked_why(enter, confirmed, qtbot):
    window, last = asked_to_destroy(enter, qtbot)
    types(qtbot, last.reason, "Dubbel aange", 0)
    locks(window, qtbot)
    confirmed.unlock(PASSWORD, ADA)
    bram = next(one for one in confirmed.people.all() if one.name == BRAM)
    confirmed.people.change_role(bram.id, Role.OFFICER, PASSWORD)
    confirmed.lock()
    comes_in(window, qtbot, BRAM)
    assert window.place.room == "settings"
    assert window.place.open_sheet() is None
    with confirmed.work() as work:
        kept = [text for row in work.dossiers.find() for text in work.drafts.all(row.id).values()]
    assert kept == ["Dubbel aange"]


@pytest.mark.parametrize("kind", [PeriodSheet, DestroySheet])
def test_of_a_dossier_that_was_destroyed_meanwhile_only_the_room_is_there(enter, confirmed, qtbot, kind):
    window, _last = asked_to_destroy(enter, qtbot)
    if kind is PeriodSheet:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        open_dossier(qtbot, window)
    assert sheet(window, kind) is not None
    locks(window, qtbot)
    confirmed.unlock(OTHER, BRAM)
    (gone,) = (row for row in dossiers.find(confirmed.work()) if row.summary.reference == REFERENCE)
    with confirmed.work() as work:
        work.destroyed.remove(gone.id)
        work.commit()
    confirmed.lock()
    comes_in(window, qtbot, BRAM)
    assert window.place.room == "settings"
    assert window.place.open_sheet() is None


def test_a_certificate_without_a_reference_is_there_again_and_one_with_it_is_not(enter, confirmed, qtbot):
    window, last = asked_to_destroy(enter, qtbot)
    qtbot.keyClicks(last.typed.line, REFERENCE)
    qtbot.keyClicks(last.reason.text, "Dubbel aangemaakt.")
    press(qtbot, last.verb)
    waits_for(qtbot, window, CertificateSheet)
    locks(window, qtbot)
    comes_in(window, qtbot, BRAM)
    assert window.place.open_sheet() is None
    (certificate,) = destruction.certificates(confirmed.destruction)
    window.place.settings.destroyed.opened.emit(certificate)
    waits_for(qtbot, window, CertificateSheet)
    locks(window, qtbot)
    comes_in(window, qtbot, BRAM)
    waits_for(qtbot, window, CertificateSheet)
