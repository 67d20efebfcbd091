# SPDX-License-Identifier: EUPL-1.2
"""Which way up a photo is, and nothing else of what a camera notes (Exif 2.3, TIFF 6.0)."""

from __future__ import annotations

import struct
from typing import Final

_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_ORDERS: Final = {b"II*\0": "<", b"MM\0*": ">"}
_ENTRY: Final = 12
_TURNED: Final = range(2, 9)
"""As the points lie is 1, and needs no word."""


def only_orientation(told: bytes) -> bytes:
    """Give metadata that tell which way up the picture is, out of all that stands in `told`; nothing when it is up.

    What cannot be read tells nothing: a picture on its side is better than a place that stays.
    """
    way = _read(told)
    return struct.pack("<4sIHHHIHHI", b"II*\0", 8, 1, _ORIENTATION, _SHORT, 1, way, 0, 0) if way in _TURNED else b""


def _read(told: bytes) -> int:
    order = _ORDERS.get(told[:4])
    if order is None:
        return 0
    try:
        (at,) = struct.unpack_from(f"{order}I", told, 4)
        (count,) = struct.unpack_from(f"{order}H", told, at)
        for entry in range(at + 2, at + 2 + count * _ENTRY, _ENTRY):
            tag, kind, number, value = struct.unpack_from(f"{order}HHIH", told, entry)
            if (tag, kind, number) == (_ORIENTATION, _SHORT, 1):
                return int(value)
    except struct.error:
        pass
    return 0
