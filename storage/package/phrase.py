# SPDX-License-Identifier: EUPL-1.2
"""The phrase that opens a package: a hundred random bits in five groups of four signs, to be told by telephone."""

from __future__ import annotations

import secrets
from typing import Final

from storage.keys.recovery import ALPHABET, signs_in

SIGNS: Final = 20
_GROUP: Final = 4


def new_phrase() -> str:
    """Draw a phrase: `7Q4K-…`."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    return "-".join(signs[start : start + _GROUP] for start in range(0, SIGNS, _GROUP))


def read_phrase(text: str) -> bytearray | None:
    """Read what a person typed, in any case, with O for 0 and I and L for 1; nothing when it cannot be a phrase."""
    signs = signs_in(text)
    return bytearray(signs.encode()) if signs is not None and len(signs) == SIGNS else None
