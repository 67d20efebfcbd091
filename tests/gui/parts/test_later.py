# SPDX-License-Identifier: EUPL-1.2
"""What may wait is done one thing in a turn, the newest of each name, or all at once when somebody asks."""

import pytest
from PySide6.QtCore import QObject, QTimer
from shiboken6 import delete

from gui.parts.later import Later


@pytest.fixture
def later(qapp):
    owner = QObject()
    yield Later(owner)
    owner.deleteLater()


def test_one_thing_is_done_in_each_turn(later, qtbot):
    done, between = [], QTimer(singleShot=True, interval=0)
    between.timeout.connect(lambda: done.append("somebody else"))
    later.do("a", lambda: (done.append("a"), between.start()))
    later.do("b", lambda: done.append("b"))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 3)
    assert sorted(done) == ["a", "b", "somebody else"]
    assert done[0] == "a"
    assert not later.is_waiting


def test_a_newer_thing_takes_the_place_of_an_older_one_of_that_name(later, qtbot):
    done = []
    later.do("a", lambda: done.append("old"))
    later.do("a", lambda: done.append("new"))
    qtbot.waitUntil(lambda: not later.is_waiting)
    assert done == ["new"]


def test_all_is_done_at_once_with_what_it_brings_up(later):
    done = []
    later.do("a", lambda: (done.append("a"), later.do("c", lambda: done.append("c"))))
    later.do("b", lambda: done.append("b"))
    later.now()
    assert sorted(done) == ["a", "b", "c"]
    assert not later.is_waiting


def test_it_goes_with_its_owner(qtbot):
    owner, done = QObject(), []
    Later(owner).do("a", lambda: done.append("a"))
    delete(owner)
    qtbot.wait(20)
    assert done == []
