# SPDX-License-Identifier: EUPL-1.2
"""Notices that nobody is at the keyboard, or that the machine slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK = 5
"""Seconds between two looks at the clock."""
SLEPT = 3 * LOOK
"""Seconds between two looks that tell that the machine stood still in between."""
_SIGNS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)


class IdleWatch(QObject):
    """Emits `idle()` after so many minutes without key or mouse, and as soon as the machine wakes from its sleep.

    It listens to the windows of the system, not to every event of every widget; `clock` gives seconds that go on
    during sleep.
    """

    idle = Signal()

    def __init__(self, app: QGuiApplication, clock: Callable[[], float] = time.time) -> None:
        super().__init__(app)
        self._clock = clock
        self._limit = 0.0
        self._last = self._looked = clock()
        self._timer = QTimer(self, interval=LOOK * 1000)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._on_window)

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self._limit = minutes * 60.0
        self._last = self._looked = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock; one that was set back begins to count anew, or the lock would wait that much longer."""
        now = self._clock()
        before, self._looked = self._looked, now
        self._last = min(self._last, now)
        if now - self._last >= self._limit or now - before > SLEPT:
            self.stop()
            self.idle.emit()

    def quiet(self) -> float:
        """Say how many seconds nobody was at the keyboard."""
        return self._clock() - self._last

    def touch(self) -> None:
        """Note a sign of life."""
        self._last = self._clock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._last = self._clock()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
