# SPDX-License-Identifier: EUPL-1.2
"""Long work on the database that another thread can put an end to, and then wait until nothing of it runs any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

AGAIN: Final = 0.02
"""Seconds between two calls to stop: one that comes just before a statement begins, does nothing to it."""


class Dropped(Exception):  # noqa: N818 - nobody did anything wrong
    """The work was put an end to; never leaves the storage."""


class Interruptible:
    """One piece of work at a time; after `stop` none begins any more."""

    def __init__(self) -> None:
        self._busy = Lock()
        self._on_connection = Lock()
        self._connection: Any = None
        self._stopped = False

    @contextmanager
    def running(self) -> Iterator[None]:
        """Do a piece of work; raises Dropped when it was stopped, before or meanwhile."""
        with self._busy, self.going_on():
            yield

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Do a part of it; whatever goes wrong after a stop, went wrong because of it."""
        if self._stopped:
            raise Dropped
        try:
            yield
        except Exception as error:
            if self._stopped and not isinstance(error, Dropped):
                raise Dropped from error
            raise

    @contextmanager
    def watching(self, connection: Any) -> Iterator[None]:
        """Let the statements on a connection be interrupted."""
        with self._on_connection:
            self._connection = connection
        try:
            yield
        finally:
            with self._on_connection:
                self._connection = None

    def stop(self) -> None:
        """Interrupt what is running, and return when it has ended; nothing begins any more."""
        self._stopped = True
        while not self._busy.acquire(timeout=AGAIN):
            with self._on_connection:
                if self._connection is not None:
                    self._connection.interrupt()
        self._busy.release()
