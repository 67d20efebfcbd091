# SPDX-License-Identifier: EUPL-1.2
"""At the end of a lock the window makes way for that of a fresh process, or asks for the password itself."""

import threading

from assessment.errors import StoreOutOfReach
from assessment.ports import VaultState
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes


def renewing(opened, is_there):
    """Let a lock start another process, that is there or not; gives where windows were asked for."""
    views = []

    def start(view):
        views.append(view)
        return is_there

    opened.locking._start_fresh = start
    return views


def test_a_lock_makes_way_for_a_fresh_process_in_the_same_place(opened, vault, qtbot):
    views = renewing(opened, is_there=True)
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    place = opened.geometry()
    assert views == [f"{place.x()},{place.y()},1366,768,normal"]
    assert vault.state() is VaultState.LOCKED
    qtbot.waitUntil(lambda: not opened.isVisible())


def test_while_the_fresh_one_comes_only_that_it_is_locked_is_shown(opened, qtbot):
    go = threading.Event()
    opened.locking._start_fresh = lambda _view: go.wait(5)
    opened.lock()
    qtbot.waitUntil(lambda: opened.gate.page().accessibleName() == "De kluis is vergrendeld")
    assert opened.place is None
    go.set()
    qtbot.waitUntil(lambda: not opened.isVisible())


def test_where_no_process_can_be_started_the_window_asks_itself(opened, qtbot):
    renewing(opened, is_there=False)
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    assert opened.isVisible()
    with qtbot.waitSignal(opened.unlocked):
        opened.gate.page().entered.emit(fakes.PASSWORD)


def test_a_temporary_store_starts_no_process(opened, vault, qtbot):
    views = renewing(opened, is_there=True)
    vault.lock = lambda: setattr(vault, "now", VaultState.MISSING)
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    assert views == []
    assert opened.isVisible()


def test_a_store_that_is_gone_when_it_locks_is_locked_all_the_same(opened, vault, qtbot):
    def gone():
        vault.now = VaultState.LOCKED
        raise StoreOutOfReach("De schijf is weg.")

    vault.lock = gone
    with qtbot.waitSignal(opened.locking.locked):
        opened.lock()
    assert isinstance(opened.gate.page(), UnlockPage)
