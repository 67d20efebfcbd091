# SPDX-License-Identifier: EUPL-1.2
"""What Windows tells is understood on every system, with messages that a test makes up."""

import ctypes

import pytest

from assessment.ports import VaultState
from gui.shell.capture import BLACK, NOT_THERE, CaptureBlock
from gui.shell.session_watch import SystemEar, watch_session
from gui.shell.windows_messages import POWER_BROADCAST, SESSION_CHANGE, SHOW_WINDOW, Message, Told, read

WINDOW = 0x1234


@pytest.mark.parametrize(
    ("kind", "word", "told"),
    [
        (SESSION_CHANGE, 7, Told.LEAVING),  # the screen is locked
        (SESSION_CHANGE, 2, Told.LEAVING),  # another user takes the screen
        (SESSION_CHANGE, 4, Told.LEAVING),  # a remote session is cut off
        (SESSION_CHANGE, 6, Told.LEAVING),  # the user logs off
        (SESSION_CHANGE, 8, Told.NOTHING),  # the screen is unlocked
        (SESSION_CHANGE, 1, Told.NOTHING),
        (SESSION_CHANGE, 5, Told.NOTHING),
        (POWER_BROADCAST, 4, Told.LEAVING),  # sleep
        (POWER_BROADCAST, 7, Told.NOTHING),  # awake
        (POWER_BROADCAST, 10, Told.NOTHING),  # on battery
        (SHOW_WINDOW, 1, Told.SHOWN),
        (SHOW_WINDOW, 0, Told.NOTHING),
        (0x0100, 7, Told.NOTHING),  # a key
    ],
)
def test_a_message_means(kind, word, told):
    assert read(Message(WINDOW, kind, word, 0)) is told


class Ears:
    def __init__(self):
        self.left, self.shown = 0, []
        self.ear = SystemEar(self.leave, self.shown.append)

    def leave(self):
        self.left += 1

    def hear(self, message, kind=b"windows_generic_MSG"):
        return self.ear.nativeEventFilter(kind, ctypes.addressof(message))


def test_who_listens_is_told_and_the_message_goes_on():
    ears = Ears()
    assert ears.hear(Message(WINDOW, SESSION_CHANGE, 7, 0)) == (False, 0)
    assert ears.hear(Message(WINDOW, SHOW_WINDOW, 1, 0)) == (False, 0)
    assert (ears.left, ears.shown) == (1, [WINDOW])


def test_what_comes_from_another_system_is_not_read():
    ears = Ears()
    ears.hear(Message(WINDOW, SESSION_CHANGE, 7, 0), b"xcb_generic_event_t")
    assert ears.left == 0


class User32:
    """Windows, as far as this goes; `can` are the ways that it knows."""

    def __init__(self, *can):
        self.can, self.asked = can, []

    def SetWindowDisplayAffinity(self, window, how):  # noqa: N802 - its own name
        self.asked.append((window.value, how.value))
        return how.value in self.can


def test_a_window_is_left_out_of_captures():
    user32 = User32(NOT_THERE, BLACK)
    assert CaptureBlock(user32).cover(WINDOW)
    assert user32.asked == [(WINDOW, NOT_THERE)]


def test_an_older_windows_shows_it_black():
    user32 = User32(BLACK)
    assert CaptureBlock(user32).cover(WINDOW)
    assert user32.asked == [(WINDOW, NOT_THERE), (WINDOW, BLACK)]


def test_that_windows_cannot_is_told():
    assert not CaptureBlock(User32()).cover(WINDOW)


class Windows:
    """The libraries of Windows that are called."""

    def __init__(self):
        self.user32, self.registered = User32(NOT_THERE), []
        self.wtsapi32 = self

    def WTSRegisterSessionNotification(self, window, flags):  # noqa: N802 - its own name
        self.registered.append((window.value, flags))


@pytest.fixture
def windows(monkeypatch):
    made = Windows()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(ctypes, "windll", made, raising=False)
    return made


@pytest.mark.parametrize("block", [True, False])
def test_on_windows_the_window_is_told_of_the_session_and_covered_unless_the_policy_allows_captures(
    qapp, opened, windows, qtbot, block
):
    ear = watch_session(qapp, opened, block_capture=block)
    assert windows.registered == [(int(opened.winId()), 0)]
    for message in (Message(WINDOW, SHOW_WINDOW, 1, 0), Message(WINDOW, SESSION_CHANGE, 7, 0)):
        ear.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    qtbot.waitUntil(lambda: opened.desk is None)
    assert windows.user32.asked == ([(WINDOW, NOT_THERE)] if block else [])
    qapp.removeNativeEventFilter(ear)


def test_at_the_end_of_the_session_the_last_edit_is_waited_for(opened, vault, qtbot):
    opened.locking._start_fresh = lambda view: pytest.fail("a process was started while the session ends")
    opened.desk.session.keep_draft("f1.committed", "32-1")
    opened.locking.lock_to_end()
    assert vault.state() is VaultState.LOCKED
    assert vault.drafts["d1"] == {"f1.committed": "32-1"}
    qtbot.waitUntil(lambda: not opened.locking.is_under_way)
