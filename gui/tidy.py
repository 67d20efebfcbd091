# SPDX-License-Identifier: EUPL-1.2
"""Collects Python's garbage on the thread of the window, at moments that nobody notices.

Left to itself, the collector runs in the middle of any allocation, also on a lane. There it holds the window up for as
long as it takes (half a second with a large dossier), and it may free what belongs to a widget on another thread than
that of the window, which ends the process.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks."""
QUIET = 20.0
"""Seconds without key or mouse after which everything is gone through, once."""
_YOUNG = 1


class Tidy(QObject):
    """What is young is collected every second; everything only when `quiet()` (seconds) says that nobody is busy."""

    def __init__(self, parent: QObject, quiet: Callable[[], float]) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._is_tidy = False
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from the collector of Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Collect as much as this moment allows."""
        if self._quiet() < QUIET:
            self._is_tidy = False
            gc.collect(_YOUNG)
        elif not self._is_tidy:
            self._is_tidy = True
            gc.collect()
