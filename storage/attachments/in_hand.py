# SPDX-License-Identifier: EUPL-1.2
"""The files that are being written, or that no row names yet, each with its key; a sweep leaves them alone."""

from __future__ import annotations

import secrets
from threading import Lock

from storage.attachments.place import new_name
from storage.keys.derive import KEY_SIZE
from storage.keys.secret import wipe


class InHand:
    """May be asked on any thread."""

    def __init__(self) -> None:
        self._keys: dict[str, bytearray] = {}
        self._lock = Lock()

    def begin(self) -> str:
        """Draw a name and a key for a new file, and give the name."""
        name = new_name()
        with self._lock:
            self._keys[name] = bytearray(secrets.token_bytes(KEY_SIZE))
        return name

    def key(self, name: str) -> bytearray:
        """Give the key of a file; raises KeyError when it is not in hand."""
        with self._lock:
            return self._keys[name]

    def names(self) -> frozenset[str]:
        """Give the names."""
        with self._lock:
            return frozenset(self._keys)

    def forget(self, *names: str) -> None:
        """Let go of files that a row names now or that are gone; their keys are overwritten."""
        with self._lock:
            for name in names:
                wipe(self._keys.pop(name, bytearray()))

    def clear(self) -> None:
        """Let go of all."""
        self.forget(*self.names())
