# SPDX-License-Identifier: EUPL-1.2
"""Two users destroy a dossier one after the other, by real clicks on a real store."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessment.services import destruction, dossiers, retention
from assessment.telling.retention_told import Standing
from gui.settings.certificate_sheet import CertificateSheet
from gui.settings.destroy_sheet import DestroySheet
from gui.settings.period_sheet import PeriodSheet
from gui.settings.rule_sheet import RuleSheet
from gui.shell.keeping import Keeping
from tests.gui.shell.keeping_ways import (
    ADA,
    BRAM,
    CORA,
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


def test_two_users_destroy_and_the_certificate_is_kept(enter, store, qtbot, tmp_path):
    window = enter(ADA)
    found = proposed(qtbot, window)
    assert not found.destroy.button.isEnabled()
    assert "zelf voorgesteld" in found.destroy.why()
    window.end()
    window = enter(BRAM)
    assert not card(window).add_rule.isEnabled()
    found = open_dossier(qtbot, window, "proposed")
    assert not found.save.button.isEnabled()
    press(qtbot, found.destroy.button)
    last = waits_for(qtbot, window, DestroySheet)
    assert not last.reason.isVisible()
    assert not last.verb.isEnabled()
    qtbot.keyClicks(last.typed.line, REFERENCE)
    press(qtbot, last.verb)
    made = waits_for(qtbot, window, CertificateSheet)
    path = tmp_path / "verklaring.pdf"
    window.place.findChild(Keeping).ask_place = lambda _parent, name, then: then(str(path))
    press(qtbot, made.save)
    qtbot.waitUntil(lambda: path.exists() and window.lanes.are_idle)
    assert path.read_bytes() == b"%PDF"
    (left,) = dossiers.find(store.work())
    assert left.summary.reference == "BIB-2026-0015"
    (certificate,) = destruction.certificates(store.destruction)
    assert (certificate.proposed_by, certificate.carried_out_by, certificate.is_done) == (ADA, BRAM, True)
    assert window.place.settings.destroyed.isVisible()
    with store.work() as work:
        assert "certificate.exported" in [one.action for one in work.journal.entries(limit=3)]


def test_before_the_period_is_over_a_reason_is_asked(enter, store, qtbot):
    proposed(qtbot, enter(ADA), "1-1-2026")
    window = enter(BRAM)
    press(qtbot, open_dossier(qtbot, window).destroy.button)
    last = waits_for(qtbot, window, DestroySheet)
    qtbot.keyClicks(last.typed.line, REFERENCE)
    press(qtbot, last.verb)
    assert "niet voorbij" in last._notice.text()
    qtbot.keyClicks(last.reason.text, "Dubbel aangemaakt.")
    press(qtbot, last.verb)
    waits_for(qtbot, window, CertificateSheet)
    assert destruction.certificates(store.destruction)[0].reason == "Dubbel aangemaakt."


def test_a_proposal_is_taken_back(enter, store, qtbot):
    window = enter(ADA)
    found = proposed(qtbot, window)
    press(qtbot, found.withdraw.button)
    qtbot.waitUntil(lambda: found.proposing.isVisible() and window.lanes.are_idle)
    assert all(one.retention is None or one.retention.proposal is None for one in retention.held(store.work()))


def test_who_may_not_sees_why(enter, qtbot):
    window = enter(CORA)
    found = open_dossier(qtbot, window)
    for one in (found.save, found.proposing, found.destroy):
        assert not one.button.isEnabled()
        assert one.why()
        assert one.button.accessibleDescription() == one.why()


def test_with_an_unknown_start_it_is_never_due(enter, store, qtbot):
    window = enter(ADA)
    set_rule(qtbot, window)
    found = open_dossier(qtbot, window)
    found.rule.box.setCurrentIndex(0)
    found.rule.box.activated.emit(0)
    assert "nooit voorbij" in found._ends.text()
    press(qtbot, found.save.button)
    qtbot.waitUntil(found.proposing.button.isEnabled)
    (kept,) = retention.kept(store.work())
    assert (kept.retention.starts_on, kept.retention.is_due(date.max)) == (None, False)
    assert card(window)._badge(kept)[1] == Standing.NO_START.value


def test_a_rule_is_changed_and_removed(enter, store, qtbot):
    window = enter(ADA)
    set_rule(qtbot, window)
    card(window).rules.opened.emit(card(window).rules.model.records()[0])
    asked = waits_for(qtbot, window, RuleSheet)
    asked.length.line.selectAll()
    qtbot.keyClicks(asked.length.line, "7")
    press(qtbot, asked.verb)
    qtbot.waitUntil(lambda: [one.months for one in card(window).rules.model.records()] == [84])
    card(window).rules.opened.emit(card(window).rules.model.records()[0])
    asked = waits_for(qtbot, window, RuleSheet)
    remove = next(one for one in asked.findChildren(type(asked.verb)) if one.text() == "Verwijder")
    press(qtbot, remove)
    qtbot.waitUntil(lambda: card(window).rules.model.rowCount() == 0 and window.lanes.are_idle)
    assert retention.rules(store.work()) == ()


def test_an_unfinished_rule_is_not_taken(enter, qtbot):
    window = enter(ADA)
    press(qtbot, card(window).add_rule)
    asked = waits_for(qtbot, window, RuleSheet)
    press(qtbot, asked.verb)
    assert "Vul de grond" in asked._notice.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sheet(window, RuleSheet) is None)


def again(qtbot, window, password, name):
    """Lock, come in as somebody, and go to the settings."""
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    page = window.gate.page()
    page.names.load(name)
    qtbot.keyClicks(page._password.line, password)
    with qtbot.waitSignal(window.unlocked):
        qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    window.desk.go_to_room("settings")
    qtbot.waitUntil(lambda: window.place.settings.retention._held != ())


def test_a_period_that_was_begun_comes_back_after_a_lock_until_it_is_set(enter, store, qtbot):
    store.confirm_recovery()
    window = enter(ADA)
    set_rule(qtbot, window)
    found = open_dossier(qtbot, window)
    found.rule.box.setCurrentIndex(0)
    found.rule.box.activated.emit(0)
    qtbot.keyClicks(found.start.line, "1-1-20")
    again(qtbot, window, PASSWORD, ADA)
    found = open_dossier(qtbot, window)
    assert found.start.line.text() == "1-1-20"
    assert found._notice.text() == PeriodSheet.RESTORED
    qtbot.keyClicks(found.start.line, "20")
    press(qtbot, found.save.button)
    qtbot.waitUntil(lambda: found.proposing.button.isEnabled() and window.lanes.are_idle)
    assert found._notice.text() == ""
    with store.work() as work:
        assert all(not work.drafts.all(one.id) for one in dossiers.find(store.work()))


def test_why_a_dossier_is_destroyed_is_a_draft_of_who_writes_it_and_goes_with_the_dossier(enter, store, qtbot):
    store.confirm_recovery()
    proposed(qtbot, enter(ADA), "1-1-2026")
    window = enter(BRAM)
    store.people.change_password(OTHER, OTHER)
    press(qtbot, open_dossier(qtbot, window).destroy.button)
    last = waits_for(qtbot, window, DestroySheet)
    qtbot.keyClicks(last.reason.text, "Dubbel aange")
    again(qtbot, window, PASSWORD, ADA)
    assert not open_dossier(qtbot, window).destroy.button.isEnabled()
    again(qtbot, window, OTHER, BRAM)
    press(qtbot, open_dossier(qtbot, window).destroy.button)
    last = waits_for(qtbot, window, DestroySheet)
    assert last.reason.text.toPlainText() == "Dubbel aange"
    assert last.typed.line.text() == ""
    qtbot.keyClicks(last.typed.line, REFERENCE)
    press(qtbot, last.verb)
    waits_for(qtbot, window, CertificateSheet)
    with store._opened()._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 0
