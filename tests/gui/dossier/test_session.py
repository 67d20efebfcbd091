# SPDX-License-Identifier: EUPL-1.2
import threading
from dataclasses import replace

import pytest

from assessment.errors import Fault, FaultyFile, StoreOutOfReach, Unkeepable
from gui.dossier.session import DossierSession, SavedState, Services
from gui.lane import Lane
from tests.gui import fakes


class Store:
    """Keeps what it is given, until it is told to be full or to wait."""

    def __init__(self):
        self.kept, self.drafts, self.assessed = [], {}, []
        self.full = False
        self.go = threading.Event()
        self.go.set()

    def keep(self, dossier):
        self.go.wait(5)
        if self.full:
            raise StoreOutOfReach("De schijf is vol.")
        self.kept.append(dossier)

    def keep_draft(self, place, text):
        if self.full:
            raise StoreOutOfReach("De schijf is vol.")
        self.drafts[place] = text

    def assess(self, dossier):
        self.go.wait(5)
        self.assessed.append(dossier)
        return fakes.outcome(dossier)


@pytest.fixture
def lanes(qapp):
    store, sums = Lane("store"), Lane("sums")
    yield store, sums
    store.close()
    sums.close()


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def session(store, lanes):
    made = DossierSession(fakes.dossier(), Services(store.keep, store.keep_draft, store.assess), *lanes)
    yield made
    store.full = False
    store.go.set()


def numbered(session, number):
    return replace(session.dossier, plan=f"plan {number}")


def test_a_change_is_shown_at_once_kept_and_assessed(session, store, qtbot):
    changed = numbered(session, 1)
    with qtbot.waitSignal(session.settled):
        session.change(changed, "Plan gewijzigd")
        assert session.dossier == changed
    assert store.kept == [changed]
    qtbot.waitUntil(lambda: store.assessed[-1] == changed)
    assert session.saved_state is SavedState.SAVED


def test_the_same_dossier_is_no_change(session, qtbot):
    with qtbot.assertNotEmitted(session.dossier_changed):
        session.change(session.dossier, "Niets")
    assert session.undo() == ""


def test_what_is_overtaken_while_waiting_is_neither_kept_nor_assessed(session, store, qtbot):
    store.go.clear()
    for number in range(20):
        session.change(numbered(session, number), "Plan gewijzigd")
    with qtbot.waitSignal(session.settled):
        store.go.set()
    qtbot.waitUntil(lambda: store.assessed[-1].plan == "plan 19")
    assert [one.plan for one in store.kept] == ["plan 0", "plan 19"]
    assert len(store.assessed) <= 3


def test_undo_and_redo_walk_back_and_forth_and_name_what_they_do(session, store, qtbot):
    first = session.dossier
    session.change(numbered(session, 1), "Plan gewijzigd")
    session.change(numbered(session, 2), "Plan gewijzigd")
    assert session.undo() == "Plan gewijzigd"
    assert session.dossier.plan == "plan 1"
    assert session.undo() == "Plan gewijzigd"
    assert session.dossier == first
    assert session.undo() == ""
    assert session.redo() == "Plan gewijzigd"
    assert session.redo() == "Plan gewijzigd"
    assert session.redo() == ""
    qtbot.waitUntil(lambda: session.is_settled)
    assert store.kept[-1].plan == "plan 2"


def test_a_change_after_undo_drops_what_was_undone(session):
    session.change(numbered(session, 1), "een")
    session.undo()
    session.change(numbered(session, 2), "twee")
    assert session.redo() == ""
    assert session.undo() == "twee"


def test_a_failed_save_says_so_and_is_tried_again(session, store, qtbot):
    store.full = True
    with qtbot.waitSignal(session.hindered) as told:
        session.change(numbered(session, 1), "Plan gewijzigd")
    assert told.args[0].sentence.startswith("De schijf is vol.")
    assert session.saved_state is SavedState.FAILED
    assert not session.is_settled
    store.full = False
    with qtbot.waitSignal(session.settled):
        session.retry_now()
    assert store.kept[-1].plan == "plan 1"
    assert session.saved_state is SavedState.SAVED


def test_a_failed_save_does_not_overwrite_a_newer_change(session, store, qtbot):
    store.go.clear()
    store.full = True
    session.change(numbered(session, 1), "een")
    session.change(numbered(session, 2), "twee")
    with qtbot.waitSignal(session.hindered):
        store.go.set()
    store.full = False
    with qtbot.waitSignal(session.settled):
        session.retry_now()
    assert [one.plan for one in store.kept] == ["plan 2"]


def test_after_a_bug_in_keeping_the_change_is_still_there(session, store, qtbot):
    sound = session._services
    session._services = replace(sound, keep=lambda _dossier: 1 / 0)
    with qtbot.captureExceptions() as caught:
        session.change(numbered(session, 1), "een")
        qtbot.waitUntil(lambda: session.saved_state is SavedState.FAILED and bool(caught))
    assert caught[0][0] is ZeroDivisionError
    session._services = sound
    with qtbot.waitSignal(session.settled):
        session.change(numbered(session, 2), "twee")
    assert [one.plan for one in store.kept] == ["plan 2"]


def test_after_a_bug_in_assessing_no_old_outcome_is_shown(session, store, qtbot):
    qtbot.waitUntil(lambda: session.assessment is not None)
    sound = session._services
    session._services = replace(sound, assess=lambda _dossier: 1 / 0)
    with qtbot.captureExceptions(), qtbot.waitSignal(session.assessment_lost):
        session.change(numbered(session, 1), "een")
    assert session.assessment is None
    session._services = sound
    with qtbot.waitSignal(session.assessment_changed):
        session.change(numbered(session, 2), "twee")
    assert session.assessment is not None


def test_a_draft_is_kept_once_and_forgotten_when_it_is_solved(session, store, qtbot):
    session.keep_draft("f1.committed", "32-1")
    session.keep_draft("f1.committed", "32-1")
    qtbot.waitUntil(lambda: store.drafts == {"f1.committed": "32-1"})
    session.keep_draft("f1.committed", "")
    qtbot.waitUntil(lambda: store.drafts == {"f1.committed": ""})
    assert session.drafts == {}


def test_what_the_store_refuses_is_told_once_and_undo_gets_on(session, store, qtbot):
    def refuse(dossier):
        if dossier.plan == "plan 1":
            raise FaultyFile((Fault("$.plan", "kan niet"),))
        store.kept.append(dossier)

    session._services = replace(session._services, keep=refuse)
    told = []
    session.hindered.connect(told.append)
    session.change(numbered(session, 1), "Plan gewijzigd")
    qtbot.waitUntil(lambda: session.saved_state is SavedState.FAILED)
    assert [type(one) for one in told] == [Unkeepable]
    assert not session._retry.isActive()
    assert "Ctrl+Z" in told[0].sentence
    with qtbot.waitSignal(session.settled):
        session.undo()
    assert session.saved_state is SavedState.SAVED


def test_a_draft_that_cannot_be_kept_is_held_and_tried_again(session, store, qtbot):
    store.full = True
    with qtbot.waitSignal(session.hindered):
        session.keep_draft("f1.committed", "32-1")
    session.keep_draft("f2.committed", "33-1")
    assert not session.is_settled
    assert session.saved_state is SavedState.FAILED
    assert session._retry.isActive()
    store.full = False
    with qtbot.waitSignal(session.settled):
        session.retry_now()
    assert store.drafts == {"f1.committed": "32-1", "f2.committed": "33-1"}
    assert session.saved_state is SavedState.SAVED


def test_a_draft_that_failed_does_not_overwrite_what_was_typed_since(session, store, qtbot):
    store.full = True
    session.keep_draft("f1.committed", "32-1")
    session.keep_draft("f1.committed", "")
    qtbot.waitUntil(lambda: session._store.is_idle)
    store.full = False
    with qtbot.waitSignal(session.settled):
        session.retry_now()
    assert store.drafts == {"f1.committed": ""}


def test_after_a_bug_in_keeping_a_draft_it_goes_along_with_the_next(session, store, qtbot):
    sound = session._services
    session._services = replace(sound, keep_draft=lambda _place, _text: 1 / 0)
    with qtbot.captureExceptions() as caught:
        session.keep_draft("f1.committed", "32-1")
        qtbot.waitUntil(lambda: bool(caught))
    assert not session.is_settled
    session._services = sound
    with qtbot.waitSignal(session.settled):
        session.change(numbered(session, 1), "een")
    assert store.drafts == {"f1.committed": "32-1"}
