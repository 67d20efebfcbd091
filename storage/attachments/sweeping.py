# SPDX-License-Identifier: EUPL-1.2
"""Taking away encrypted files that no row names: left by a kill, or by the last row that named them.

While a backup is made nothing is taken away: its copy of the database may name what the store no longer does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from storage.attachments.place import path_of, there


class Sweeper:
    """May be asked on any thread; what cannot be taken away now is found by the next sweep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._held = 0

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Take nothing away meanwhile."""
        with self._lock:
            self._held += 1
        try:
            yield
        finally:
            with self._lock:
                self._held -= 1

    def drop(self, names: Iterable[str]) -> None:
        """Take away files of which it is known that no row names them."""
        self._take_away([path_of(self._folder, name) for name in names])

    def sweep(self, in_hand: Callable[[], frozenset[str]], named: Callable[[], frozenset[str]]) -> int:
        """Take away what is neither in hand nor named, and give how many.

        In this order, because a file goes from in hand to named: what is listed is in one of both, or in none for good.
        """
        listed = list(there(self._folder))
        if not listed:
            return 0
        kept = in_hand()
        kept |= named()
        return self._take_away([path for name, path in listed if name not in kept])

    def _take_away(self, paths: list[Path]) -> int:
        gone = 0
        with self._lock:
            for path in () if self._held else paths:
                with suppress(OSError):
                    path.unlink()
                    gone += 1
        return gone
