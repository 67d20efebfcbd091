# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window: one worker thread per lane, results on the thread of the window.

A task is a service call: no widget inside, no widget returned. A Hindrance goes to `hindered` of the call, or else
to the signal of the lane; anything else is a bug and goes up to the hook.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from assessment.errors import Hindrance

Then = Callable[[Any], object]

AHEAD = 0.00001
"""Seconds that a lane may keep Python to itself while the window may not wait."""


@contextmanager
def ahead_of_lanes() -> Iterator[None]:
    """Let the window go before whatever is being worked out: each call of Qt waits for Python anew."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(AHEAD)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@dataclass(frozen=True, slots=True)
class _After:
    """What follows on a task."""

    then: Then | None
    hindered: Then | None
    broken: Callable[[], object] | None
    era: int


class Lane(QObject):
    """Runs tasks one after the other."""

    hindered = Signal(object)
    """A Hindrance that no caller asked for."""
    _done = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting = self._era = 0
        self._closed = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        task: Callable[[], Any],
        then: Then | None = None,
        hindered: Then | None = None,
        broken: Callable[[], object] | None = None,
    ) -> None:
        """Run a task on the worker, then call `then` with its result on the thread of the window.

        `broken` is called before a bug goes up, for who must not wait for a result that never comes.
        """
        if self._closed:
            return
        self._waiting += 1
        after = _After(then, hindered, broken, self._era)
        self._worker.submit(task).add_done_callback(lambda future: self._done.emit(future, after))

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked has been delivered."""
        return self._waiting == 0

    def forget(self) -> None:
        """Give no results any more of what was asked so far: who asked is gone. What goes wrong is told by the lane."""
        self._era += 1

    def close(self) -> None:
        """Finish what was asked and take nothing more."""
        self._closed = True
        self._worker.shutdown(wait=True)

    def _deliver(self, future: Future[Any], after: _After) -> None:
        self._waiting -= 1
        if after.era != self._era:
            after = _After(None, None, None, self._era)
        error = future.exception()
        if isinstance(error, Hindrance):
            (after.hindered or self.hindered.emit)(error)
        elif error is not None:
            if after.broken is not None:
                after.broken()
            raise error
        elif after.then is not None:
            after.then(future.result())
