# SPDX-License-Identifier: EUPL-1.2
"""Where to break a word that is longer than a line: after a syllable if that can be seen, else where it must."""

from __future__ import annotations

from typing import Final

from storage.paper.sheet import Face
from storage.paper.typeface import widths

HYPHEN: Final = "\u00ad"
"""A soft hyphen: drawn as a hyphen, and known to readers of the text as no part of the word."""
SEAM: Final = "\u200b"
"""Without shape or width: says to readers of the text that a word, number or address goes on in the next line."""
_TIE: Final = "\u00a0"
"""A space at which no line breaks, unless the only other place is within a word or a number."""
_VOWELS: Final = frozenset("aeiouyáàäéèëíìïóòöúùüAEIOUY")
_SEARCH: Final = 8
"""How many signs back a seam between syllables is looked for."""
_NEAR: Final = 24
"""No hyphen within so many signs of a figure, for there it would seem to be a part of what is written."""


def cut(text: str, face: Face, room: float, begun: bool) -> tuple[str, str]:
    """Cut a text so that its first part fits in `room` (widths for one point of size).

    `begun` says that the line holds something already, so that the first part may be empty; else it has one sign at
    least, so that each line goes forward however narrow it is.
    """
    signs = widths(face)
    fits, used = 0, 0.0
    for sign in text:
        used += signs[sign]
        if used > room:
            break
        fits += 1
    if fits == len(text):
        return text, ""
    fits = max(fits, 0 if begun else 1)
    tie = text.rfind(_TIE, 1, fits)
    if tie > 0:
        return text[: tie + 1], text[tie + 1 :]
    return _hyphenated(text, fits, room, signs)


def _hyphenated(text: str, fits: int, room: float, signs: dict[str, float]) -> tuple[str, str]:
    """Make room for a hyphen when the cut falls in a word; never in a number or a checksum."""
    near = text[max(fits - _NEAR, 0) : fits + _NEAR]
    if not (fits > 3 and text[fits - 4 : fits + 1].isalpha()) or any(sign.isdigit() for sign in near):
        return text[:fits], text[fits:]
    used = sum(signs[sign] for sign in text[:fits])
    while used + signs[HYPHEN] > room and fits > 1:
        fits -= 1
        used -= signs[text[fits]]
    at = next((place for place in range(fits, max(fits - _SEARCH, 2), -1) if _is_seam(text, place)), fits)
    return text[:at] + HYPHEN, text[at:]


def _is_seam(text: str, place: int) -> bool:
    """Whether a syllable begins here: with one consonant before a vowel (Dutch: ver-gun-ning), `ch` kept whole."""
    pair = text[place : place + 2]
    if len(text) - place < 3 or not text[place - 2 : place + 2].isalpha():
        return False
    if pair.lower() == "ch":
        return text[place + 2] in _VOWELS
    opens = pair[0] not in _VOWELS and pair[1] in _VOWELS
    return opens and text[place - 1 : place + 1].lower() not in ("ch", "qu", "ij")
