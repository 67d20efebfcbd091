# SPDX-License-Identifier: EUPL-1.2
"""Keeps windows out of screenshots, recordings and shared screens, where the system can (Windows)."""

from __future__ import annotations

import ctypes
from typing import Any, Final

NOT_THERE: Final = 0x11
"""WDA_EXCLUDEFROMCAPTURE: the window is not in the picture at all (Windows 10 from 2004 on)."""
BLACK: Final = 0x01
"""WDA_MONITOR: it is there as a black plane."""


class CaptureBlock:
    """`user32` is that of Windows; each window is asked for once it is about to be shown, menus and dialogs too.

    What is drawn inside another window cannot be asked for by itself, and goes along with it.
    """

    def __init__(self, user32: Any) -> None:
        self._user32 = user32

    def cover(self, window: int) -> bool:
        """Keep one window out of captures; says whether the system does so."""
        ask = self._user32.SetWindowDisplayAffinity
        return any(ask(ctypes.c_void_p(window), ctypes.c_uint(how)) for how in (NOT_THERE, BLACK))
