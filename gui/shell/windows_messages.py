# SPDX-License-Identifier: EUPL-1.2
"""What Windows tells a window that matters for the lock, read from its messages; pure, to be tested anywhere."""

from __future__ import annotations

import ctypes
from enum import Enum
from typing import Final

SHOW_WINDOW: Final = 0x0018
POWER_BROADCAST: Final = 0x0218
SESSION_CHANGE: Final = 0x02B1

_SUSPEND: Final = 4
"""PBT_APMSUSPEND: the machine goes to sleep now."""
_LEAVING: Final = frozenset({2, 4, 6, 7})
"""WTS_CONSOLE_DISCONNECT (another user takes the screen), WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF and _LOCK."""


class Told(Enum):
    """What a message means."""

    NOTHING = 0
    LEAVING = 1
    """The screen is locked, handed to another user or cut off, or the machine goes to sleep."""
    SHOWN = 2
    """A window of ours is about to be shown."""


class Message(ctypes.Structure):
    """MSG, as far as it is read (winuser.h)."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


def read(message: Message) -> Told:
    """Say what it means."""
    if message.kind == SESSION_CHANGE and message.word in _LEAVING:
        return Told.LEAVING
    if message.kind == POWER_BROADCAST and message.word == _SUSPEND:
        return Told.LEAVING
    if message.kind == SHOW_WINDOW and message.word:
        return Told.SHOWN
    return Told.NOTHING
