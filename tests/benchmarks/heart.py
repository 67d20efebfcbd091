# SPDX-License-Identifier: EUPL-1.2
"""What tells how long the window stood still."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

BLOCKED = 0.1
"""Seconds that the window may stand still (blueprint 6)."""


class Heart(QObject):
    """Beats in the window; what keeps it from beating keeps the window from moving."""

    def __init__(self) -> None:
        super().__init__()
        self._longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def longest(self) -> float:
        """Give the longest time without a beat since this was last asked."""
        self._beat()
        longest, self._longest = self._longest, 0.0
        return longest

    def _beat(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
