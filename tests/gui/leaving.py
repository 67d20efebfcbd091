# SPDX-License-Identifier: EUPL-1.2
"""How one leaves the window, and comes back at the gate."""

import ctypes

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.shell.idle import LOOK, SLEPT
from gui.shell.session_watch import SystemEar
from gui.shell.windows_messages import POWER_BROADCAST, SESSION_CHANGE, Message
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier


def at_gate(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.gate.page(), kind))
    return window.gate.page()


def enters(window, qtbot, password=fakes.PASSWORD):
    page = at_gate(window, UnlockPage, qtbot)
    qtbot.keyClicks(page._password.line, password)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)


def by_ctrl_l(window, _clock, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)


def by_idleness(window, clock, _qtbot):
    for _ in range(0, 5 * 60 + LOOK, LOOK):
        clock.now += LOOK
        window._watch.look()


def by_sleep(window, clock, _qtbot):
    clock.now += SLEPT + 1
    window._watch.look()


def by_windows(kind, word):
    def tell(window, _clock, _qtbot):
        ear = SystemEar(window.lock, lambda _window: None)
        message = Message(1, kind, word, 0)
        ear.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))

    return tell


LOCKS = {
    "ctrl-l": by_ctrl_l, "idle": by_idleness, "woken": by_sleep, "windows-locks": by_windows(SESSION_CHANGE, 7),
    "windows-sleeps": by_windows(POWER_BROADCAST, 4),
}  # fmt: skip
