# SPDX-License-Identifier: EUPL-1.2
"""Whatever stands at the gate locks as the workplace does: by Ctrl+L, idleness, sleep and what Windows tells."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel

from assessment.errors import StoreOutOfReach
from assessment.ports import VaultState
from gui.parts.recovery_key import UNCONFIRMED
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from gui.unlock.create_page import CreatePage
from gui.unlock.forgotten_page import ForgottenPage
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes
from tests.gui.leaving import LOCKS, at_gate, enters


@pytest.fixture
def vault():
    return fakes.MemoryVault()


@pytest.fixture
def new(qapp, shown, clock):
    """The window where there is no store yet, and that store."""
    vault = fakes.MemoryVault(VaultState.MISSING)
    window = shown(MainWindow(fakes.parts(vault), IdleWatch(qapp, clock)), 1366, 768)
    yield window, vault
    window.end()


@pytest.fixture(params=LOCKS.values(), ids=LOCKS.keys())
def leave(request, clock, qtbot):
    return lambda window: request.param(window, clock, qtbot)


def copy_out(page, key, qtbot):
    for at, field in zip(page.key.asked, page.key.fields, strict=True):
        qtbot.keyClicks(field.line, key.split("-")[at])
    qtbot.keyClick(page.key.fields[1].line, Qt.Key.Key_Return)


def goes_and_comes_back(window, vault, leave, qtbot):
    """Leave while a recovery key is shown; another is shown after unlocking, and must be written down."""
    page = at_gate(window, RecoveryPage, qtbot)
    words = page.key.groups[0]
    assert words in " ".join(one.accessibleName() for one in window.findChildren(QFrame))
    page.key.copy()
    leave(window)
    assert not any(words in one.accessibleName() for one in window.gate.page().findChildren(QFrame))
    assert QGuiApplication.clipboard().text() == ""
    at_gate(window, UnlockPage, qtbot)
    assert vault.state() is VaultState.LOCKED
    enters(window, qtbot)
    page = at_gate(window, RecoveryPage, qtbot)
    assert page.key.groups == fakes.NEW_KEY.split("-")
    with qtbot.waitSignal(window.unlocked):
        copy_out(page, fakes.NEW_KEY, qtbot)
    assert vault.confirmed


def test_a_recovery_key_that_was_never_written_down_is_gone_when_one_leaves(window, vault, leave, qtbot):
    vault.confirmed = False
    enters(window, qtbot)
    goes_and_comes_back(window, vault, leave, qtbot)


def creates(window, qtbot):
    page = at_gate(window, CreatePage, qtbot)
    qtbot.keyClicks(page._name.line, "T. Ester")
    for secret in (page._password, page._again):
        qtbot.keyClicks(secret.line, fakes.PASSWORD)
    qtbot.keyClick(page._again.line, Qt.Key.Key_Return)


def test_the_recovery_key_of_a_store_that_was_just_made_is_gone_when_one_leaves(new, leave, qtbot):
    window, vault = new
    creates(window, qtbot)
    goes_and_comes_back(window, vault, leave, qtbot)


def slow(vault):
    """Let opening take until it is told to go on."""
    go, open_ = threading.Event(), vault.unlock
    vault.unlock = lambda password, user: (go.wait(5), open_(password, user))
    return go


def test_who_leaves_while_it_opens_finds_it_locked_and_nothing_was_shown(window, vault, leave, qtbot):
    go, seen = slow(vault), []
    window.gate.opened.connect(seen.append)
    enters(window, qtbot)
    leave(window)
    assert window.gate.page().accessibleName() == "De kluis wordt vergrendeld"
    window.gate.turned.connect(lambda: seen.append(type(window.gate.page())))
    go.set()
    at_gate(window, UnlockPage, qtbot)
    assert vault.state() is VaultState.LOCKED
    assert (seen, window.desk) == ([UnlockPage], None)
    vault.unlock = type(vault).unlock.__get__(vault)
    with qtbot.waitSignal(window.unlocked):
        enters(window, qtbot)


def test_who_leaves_while_a_store_is_made_gets_its_key_later(new, qtbot):
    window, vault = new
    go, make = threading.Event(), vault.create
    vault.create = lambda name, password: (go.wait(5), make(name, password))[1]
    creates(window, qtbot)
    window.lock()
    go.set()
    enters(window, qtbot)
    assert at_gate(window, RecoveryPage, qtbot).key.groups == fakes.NEW_KEY.split("-")


def test_a_wrong_password_while_one_leaves_leads_to_the_question_again(window, vault, qtbot):
    go = slow(vault)
    enters(window, qtbot, "mis")
    window.lock()
    go.set()
    page = at_gate(window, UnlockPage, qtbot)
    assert page.sentence() == ""
    assert vault.state() is VaultState.LOCKED


def test_a_store_that_opens_by_itself_is_locked_when_one_left_before(qapp, shown, clock, qtbot):
    vault, go = fakes.MemoryVault(VaultState.OPEN), threading.Event()
    given = fakes.parts(vault, open_vault=lambda: (go.wait(5), vault)[1])
    window = shown(MainWindow(given, IdleWatch(qapp, clock)), 1366, 768)
    qtbot.waitUntil(lambda: window._has_painted)
    window.lock()
    go.set()
    at_gate(window, UnlockPage, qtbot)
    assert vault.state() is VaultState.LOCKED
    window.end()


def test_between_the_store_and_the_catalogue_it_locks_too(qapp, shown, clock, vault, qtbot):
    go = threading.Event()
    given = fakes.parts(vault, load_catalogue=lambda *_: (go.wait(5), fakes.catalogue())[1])
    window = shown(MainWindow(given, IdleWatch(qapp, clock)), 1366, 768)
    enters(window, qtbot)
    qtbot.waitUntil(lambda: window.vault is not None)
    window.lock()
    go.set()
    at_gate(window, UnlockPage, qtbot)
    assert vault.state() is VaultState.LOCKED
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    assert window.desk is None
    window.end()


def test_a_shut_gate_forgets_what_was_typed_of_the_recovery_key(window, leave, qtbot):
    at_gate(window, UnlockPage, qtbot).forgotten.emit()
    page = at_gate(window, ForgottenPage, qtbot)
    qtbot.keyClicks(page._key.line, "AAAA-BBBB")
    leave(window)
    at_gate(window, UnlockPage, qtbot)


def test_a_fresh_process_takes_over_from_the_recovery_key(window, vault, qtbot):
    views = []
    window.locking._start_fresh = lambda view: bool(views.append(view)) or True
    vault.confirmed = False
    enters(window, qtbot)
    at_gate(window, RecoveryPage, qtbot)
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    assert len(views) == 1
    assert not window.isVisible()


def test_who_came_in_without_a_password_is_told_that_the_recovery_key_was_never_written_down(window, vault, qtbot):
    vault.confirmed, vault.keyring = False, (vault.user,)
    at_gate(window, UnlockPage, qtbot).keyring_asked.emit(vault.user)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.place.bar.text() == UNCONFIRMED


def test_what_opening_needs_is_fetched_beside_the_page_that_asks_for_the_password(qapp, shown, clock, vault, qtbot):
    seen = []

    def fetch():
        seen.append((threading.current_thread() is threading.main_thread(), type(window.gate.page()), vault.state()))

    window = shown(MainWindow(fakes.parts(vault, make_ready=fetch), IdleWatch(qapp, clock)), 1366, 768)
    qtbot.waitUntil(lambda: seen != [])
    assert seen == [(False, UnlockPage, VaultState.LOCKED)]
    window.end()


def test_a_store_that_could_not_be_made_while_one_leaves_can_still_be_made(new, qtbot):
    window, vault = new
    go, make = threading.Event(), vault.create

    def fail(_name, _password):
        go.wait(5)
        raise StoreOutOfReach("De schijf is vol.")

    vault.create, vault.lock = fail, lambda: None  # a store that is not there stays away
    creates(window, qtbot)
    window.lock()
    go.set()
    qtbot.waitUntil(lambda: not window.locking.is_under_way)
    vault.create = make
    creates(window, qtbot)
    assert at_gate(window, RecoveryPage, qtbot)


def said(window):
    return " ".join(one.text() for one in window.gate.page().findChildren(QLabel))


def test_a_lock_at_the_gate_does_not_promise_that_what_was_typed_is_kept(window, vault, qtbot):
    promises = []
    window.gate.turned.connect(lambda: promises.append("bewaard" in said(window)))
    window.locking._start_fresh = lambda _view: False
    vault.confirmed = False
    enters(window, qtbot)
    at_gate(window, RecoveryPage, qtbot)
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    assert len(promises) > 2
    assert not any(promises)


def test_while_the_catalogue_is_fetched_it_says_that_the_store_is_opened(qapp, shown, clock, vault, qtbot):
    go = threading.Event()
    given = fakes.parts(vault, load_catalogue=lambda *_: (go.wait(5), fakes.catalogue())[1])
    window = shown(MainWindow(given, IdleWatch(qapp, clock)), 1366, 768)
    enters(window, qtbot)
    qtbot.waitUntil(lambda: window.vault is not None)
    assert window.gate.page().accessibleName() == "De kluis wordt geopend"
    assert "bewaard" not in said(window)
    go.set()
    qtbot.waitUntil(lambda: window.desk is not None and window.lanes.are_idle)
    window.end()
