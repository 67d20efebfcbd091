# SPDX-License-Identifier: EUPL-1.2
"""The SHA-256 of a stream, computed beside what is done with it: both let other threads go on meanwhile.

By itself it takes as long as encrypting and writing together. A few pieces are ahead at most: the memory stays flat.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

MOST_AHEAD: Final = 4
"""Pieces."""


class Hashing:
    """Use it in a `with` block; the thread ends with it."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hash")
        self._ahead: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the thread."""
        self._worker.shutdown(wait=True)

    def add(self, piece: bytes) -> None:
        """Take the next piece; waits while there are too many that are not done."""
        self._wait(MOST_AHEAD - 1)
        self._ahead.append(self._worker.submit(self._digest.update, piece))

    def digest(self) -> bytes:
        """Give what all pieces make."""
        self._wait(0)
        return self._digest.digest()

    def _wait(self, most: int) -> None:
        while len(self._ahead) > most:
            self._ahead.popleft().result()
