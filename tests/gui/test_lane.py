# SPDX-License-Identifier: EUPL-1.2
import threading

import pytest

from assessment.errors import StoreOutOfReach
from gui.lane import Lane


@pytest.fixture
def lane(qapp):
    made = Lane("test")
    yield made
    made.close()


def test_a_task_runs_beside_the_window_and_its_result_comes_back(lane, qtbot):
    here, told = threading.get_ident(), []
    lane.run(threading.get_ident, lambda there: told.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here
    assert told[0][1] == here


def test_tasks_run_in_the_order_asked(lane, qtbot):
    told = []
    for number in range(50):
        lane.run(lambda number=number: number, told.append)
    qtbot.waitUntil(lambda: lane.is_idle)
    assert told == list(range(50))


def test_a_hindrance_goes_to_who_asked_and_else_to_the_lane(lane, qtbot):
    def fail():
        raise StoreOutOfReach("De schijf is vol.")

    told = []
    lane.run(fail, told.append, lambda error: told.append(error.why))
    qtbot.waitUntil(lambda: lane.is_idle)
    assert told == ["De schijf is vol."]
    with qtbot.waitSignal(lane.hindered) as heard:
        lane.run(fail)
    assert isinstance(heard.args[0], StoreOutOfReach)


def test_what_is_forgotten_gives_no_result_but_still_tells_what_goes_wrong(lane, qtbot):
    def fail():
        raise StoreOutOfReach("De schijf is vol.")

    told = []
    lane.run(lambda: 1, told.append)
    lane.run(fail, told.append, told.append)
    lane.forget()
    lane.run(lambda: 2, told.append)
    with qtbot.waitSignal(lane.hindered):
        qtbot.waitUntil(lambda: lane.is_idle)
    assert told == [2]


def test_a_bug_goes_up_to_the_hook(lane, qtbot):
    with qtbot.captureExceptions() as caught:
        lane.run(lambda: 1 / 0)
        qtbot.waitUntil(lambda: lane.is_idle)
    assert caught[0][0] is ZeroDivisionError
