# SPDX-License-Identifier: EUPL-1.2
"""Text without what nobody can see: a pasted text can bring signs that end, turn or colour what stands beside it."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; a record with a NUL cannot be kept
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows (Unicode UAX #9), and so what a reader believes
    "\ud800-\udfff\ufeff]"  # halves of a character, and the mark that begins a file
)


def plain(text: str) -> str:
    """Give the text without control characters and turned directions, and without space around it."""
    return _UNSEEN.sub("", text).strip()


def plain_line(text: str) -> str:
    """Give the same on one line."""
    return " ".join(plain(text).splitlines())
