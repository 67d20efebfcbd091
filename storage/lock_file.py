# SPDX-License-Identifier: EUPL-1.2
"""One program at a time in a store.

The operating system holds the lock and lets go of it when the process ends, in whatever way; so a lock can never be
left behind. The text in the file only serves the sentence about who has the store open.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from assessment.dates import tell
from assessment.errors import StoreInUse
from storage.owned import FILE_MODE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NOBODY_KNOWN: Final = "een ander venster of een andere gebruiker"
_LONGEST: Final = 1024
_FAR = 1 << 30
"""Windows locks bytes against reading too; a byte far beyond the text leaves the text readable."""


class LockFile:
    """The lock of one store; held between `take` and `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def is_free(self) -> bool:
        """Whether nobody holds it, learned by taking it for a moment; what cannot be asked counts as held."""
        try:
            self.take()
        except (StoreInUse, OSError):
            return False
        self.release()
        return True

    def take(self, make: bool = True) -> None:
        """Take the lock at once; raises StoreInUse naming who has it, and FileNotFoundError when none may be made."""
        how = os.O_RDWR | (os.O_CREAT if make else 0) | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._path, how, FILE_MODE)
        if not _try_lock(descriptor):
            os.close(descriptor)
            raise StoreInUse(by=self._holder())
        self._descriptor = descriptor

    def sign(self, at: datetime) -> None:
        """Write who holds the lock, for the sentence that others get."""
        if self._descriptor is not None:
            words = {"host": _host(), "user": _login(), "pid": os.getpid(), "since": at.isoformat(timespec="minutes")}
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, json.dumps(words).encode()[:_LONGEST])

    def release(self) -> None:
        """Let go; the file stays, so that nobody locks a file that somebody else just took away."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            try:
                _unlock(descriptor)
            finally:
                os.close(descriptor)

    def clear(self) -> None:
        """Take the signature away; a store that was closed properly bears none."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)

    def _holder(self) -> str:
        try:
            with self._path.open("rb") as file:
                words = json.loads(file.read(_LONGEST))
            return f"{_told(words['user'])} op {_told(words['host'])} (sinds {_moment(words['since'])})"
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return NOBODY_KNOWN


def _told(word: object) -> str:
    """Take a word from a file that anybody may have written: printable and short."""
    return "".join(sign for sign in str(word) if sign.isprintable())[:60]


def _moment(word: object) -> str:
    """Tell when, on the clock of this machine: `25 nov 2026, 01:31`; what is no time is told as it stands."""
    try:
        at = datetime.fromisoformat(str(word)).astimezone()
    except (ValueError, OverflowError, OSError):
        return _told(word)
    return f"{tell(at.date())}, {at:%H:%M}"


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "onbekend")
    return os.uname().nodename


def _login() -> str:
    return next((name for key in ("USERNAME", "USER", "LOGNAME") if (name := os.environ.get(key))), "onbekend")


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        return _succeeds(lambda: msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1))

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(descriptor: int) -> bool:
        return _succeeds(lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB))

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _succeeds(lock: Callable[[], None]) -> bool:
    """Try it; busy is an answer, anything else goes up."""
    try:
        lock()
    except (BlockingIOError, PermissionError):
        return False
    return True
