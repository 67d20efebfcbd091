# SPDX-License-Identifier: EUPL-1.2
"""What the shipped typeface can show, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from storage.paper.engine import load_face
from storage.paper.sheet import Face

SUBSTITUTE: Final = "□"
"""Stands where the typeface has no sign, so that the reader sees that something is missing."""
_LARGEST: Final = 0xFFFF
"""ReportLab maps signs back to text with four digits; what lies above gets the substitute."""
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff") | {chr(code) for code in range(0xFE00, 0xFE10)}
"""Signs without a shape of their own: hints for breaking and joining, and variants of the sign before them."""
_BREAKS: Final = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_TIED: Final = re.compile(
    r"(?<=€) (?=[\d−-])"
    r"|(?:(?<=\bart\.)|(?<=\bartikel)|(?<=\blid)|(?<=\bhoofdstuk)) (?=\d)"
    r"|(?<=\d) (?=(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b|%)"
)
"""Spaces at which no line breaks."""
_UNPRINTED: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


@cache
def widths(face: Face) -> dict[str, float]:
    """Give the advance of each sign of a face, for one point of size; loads the face on first use."""
    shape = load_face(face).face
    return {chr(code): shape.getCharWidth(code) / 1000 for code in shape.charToGlyph if code <= _LARGEST}


@cache
def _signs() -> frozenset[str]:
    """Name the signs that every face has and that may be printed."""
    common = frozenset.intersection(*(frozenset(widths(face)) for face in Face))
    return frozenset(sign for sign in common if unicodedata.category(sign) not in _UNPRINTED)


class _Legible(dict[int, str]):
    """What is printed for a sign, found once per sign."""

    def __missing__(self, code: int) -> str:
        """Keep the sign, take its plain form, or put the substitute in its place."""
        sign = chr(code)
        self[code] = found = "" if sign in _UNSEEN else self._printed(sign)
        return found

    @staticmethod
    def _printed(sign: str) -> str:
        if sign in _signs() or sign == "\n":
            return sign
        if sign == "\t" or unicodedata.category(sign) == "Zs":
            return " "
        plain = unicodedata.normalize("NFKC", sign)
        return plain if plain and _signs().issuperset(plain) else SUBSTITUTE


_LEGIBLE: Final = _Legible()


def legible(text: str) -> str:
    """Give what can be printed of any text: breaks of a line as newlines, unknown signs as the substitute.

    Amounts, articles and dates are tied together, so that they stay on one line.
    """
    for sign in _BREAKS:
        text = text.replace(sign, "\n")
    return _TIED.sub("\u00a0", unicodedata.normalize("NFC", text).translate(_LEGIBLE))


def one_line(text: str) -> str:
    """Give what can be printed of a text on a single line."""
    return " ".join(legible(text).split())


@lru_cache(maxsize=16384)
def advance(text: str, face: Face, size: float) -> float:
    """Tell how wide a printable text is, in points."""
    signs = widths(face)
    return sum(signs[sign] for sign in text) * size
