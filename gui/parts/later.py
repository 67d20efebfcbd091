# SPDX-License-Identifier: EUPL-1.2
"""What may be made after the rest is on screen: one thing in each turn of the event loop, so nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Later(QObject):
    """Goes with its owner; things wait by name, and a newer one takes the place of an older one."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._waiting: dict[str, Callable[[], None]] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._waiting)

    def do(self, name: str, then: Callable[[], None]) -> None:
        """Do this in a later turn."""
        self._waiting[name] = then
        self._turn.start()

    def now(self) -> None:
        """Do all that waits at once, and what that brings up, because somebody asks for it."""
        while self._waiting:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._waiting.pop(next(iter(self._waiting)))()
        if self._waiting:
            self._turn.start()
