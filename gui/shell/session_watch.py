# SPDX-License-Identifier: EUPL-1.2
"""Notices that the officer leaves: the screen is locked, another user comes, the machine sleeps, the session ends.

Windows tells a window all of that. Linux tells it over D-Bus, which is a socket, and Toetssteen opens none: there the
idle watch notices sleep when the machine wakes, and the session manager tells of the end.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter
from PySide6.QtWidgets import QApplication

from gui.shell.capture import CaptureBlock
from gui.shell.main_window import MainWindow
from gui.shell.windows_messages import Message, Told, read

_THIS_SESSION = 0


class SystemEar(QAbstractNativeEventFilter):
    """Hears each message of Windows; `leaving()` is called before the message goes on, `shown(window)` likewise."""

    def __init__(self, leaving: Callable[[], object], shown: Callable[[int], object]) -> None:
        super().__init__()
        self._leaving, self._shown = leaving, shown

    def nativeEventFilter(self, kind: Any, message: int) -> tuple[bool, int]:
        if bytes(kind) == b"windows_generic_MSG":
            found = Message.from_address(int(message))
            told = read(found)
            if told is Told.LEAVING:
                self._leaving()
            elif told is Told.SHOWN:
                self._shown(int(found.window or 0))
        return False, 0


def watch_session(app: QApplication, window: MainWindow, *, block_capture: bool) -> SystemEar | None:
    """Let the system lock the window, and keep windows out of captures; gives the ear, which must be kept."""
    app.commitDataRequest.connect(lambda _manager: window.locking.lock_to_end())
    if sys.platform != "win32":
        return None
    block = CaptureBlock(ctypes.windll.user32) if block_capture else None
    ear = SystemEar(window.lock, block.cover if block else lambda _window: None)
    app.installNativeEventFilter(ear)
    ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), _THIS_SESSION)
    return ear
