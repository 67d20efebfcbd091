# SPDX-License-Identifier: EUPL-1.2
"""Names as they are looked for: written the same, sounding the same, or nearly the same. Never a decision.

A name is folded: small letters without accents, and without what is written today and left out tomorrow: initials,
words such as *van der*, the legal form of a company. What remains decides whether two names are written alike; a table
of Dutch sounds (`assessment.sound`) whether they sound alike.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from assessment.sound import sound_of

LONGEST_NAME: Final = 200
"""Signs of a name that are looked at."""
ALIKE: Final = 88
"""From this likeness on two names are told to be nearly the same (0–100)."""
PART_OF_NAME: Final = 90
"""How alike a name is that lacks a given name or has its initial instead."""


class NameKind(StrEnum):
    """What is looked for in other dossiers."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    ACCOUNT = "account"
    LENDER = "lender"


OF_SOMEBODY: Final = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.LENDER)
"""The kinds whose names are words of a language, which have a sound."""

_LETTERS: Final = str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ĳ": "ij", "ß": "ss",
    "ħ": "h", "ŋ": "n", "ʼ": "'", "’": "'", "‘": "'", "`": "'", "´": "'",
})  # fmt: skip
"""Letters that Unicode does not take apart."""
_PARTICLES: Final = frozenset((
    "van", "vande", "vander", "vanden", "de", "der", "den", "het", "ten", "ter", "te", "tot", "op", "in", "aan",
    "bij", "uit", "onder", "over", "voor", "von", "vom", "zu", "zum", "zur", "el", "al", "la", "le", "les", "du",
    "des", "da", "das", "dos", "di", "del", "della", "bin", "ibn", "bint",
))  # fmt: skip
_FORMS: Final = frozenset((
    "bv", "nv", "vof", "cv", "ua", "ba", "wa", "bvba", "sa", "sarl", "gmbh", "ag", "kg", "ltd", "limited", "llc",
    "inc", "plc", "sprl", "stichting", "vereniging", "cooperatie", "maatschap", "eenmanszaak", "hodn", "besloten",
    "vennootschap", "en", "and", "und", "et",
))  # fmt: skip
_ABBREVIATED: Final = re.compile(r"\b(?:[a-z]\.\s?){2,}(?:[a-z]\b)?|\b(?:[a-z]/){1,2}[a-z]\b")
_SHORT_PARTICLES: Final = frozenset(("vd", "vdr", "vdn", "vh", "vt", "ve", "od"))
_APOSTROPHE: Final = re.compile(r"(?:^|(?<=\s))'[a-z](?=\s|$)|(?<=\b[do])'")
_WORD: Final = re.compile(r"[a-z0-9]+")
_TURNED: Final = re.compile(r"^([^,]+),\s*([^,]+)$")

_NO_NAME: Final = re.compile(
    r"\b(?:lening|geldlening|krediet|hypotheek|spaargeld|eigen|geld|vermogen|schenking|gift|subsidie|verkoop|inbreng|van"
    r"|bij|door|de|het|een|uit|en|op|rekening|bank|privé|zakelijk|particulier|onderhands|contant|aan)\b",
    re.IGNORECASE,
)
"""What is said of money and is nobody's name."""


def plain(text: str) -> str:
    """Give small letters without accents, the signs between words as they are."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST_NAME].casefold().translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_LETTERS)


def fold(name: str) -> str:
    """Give the words of a name that decide, in small letters; all words where none decides."""
    words, initials = _words(name)
    return " ".join(words or initials)


def sound(name: str) -> str:
    """Give the key by which a name is found by sound: of each word that decides, in the order of the alphabet."""
    return " ".join(sorted(filter(None, (sound_of(word) for word in fold(name).split()))))


def sounds_like(one: str, other: str) -> bool:
    """Whether two names sound the same, one perhaps with initials, or nothing, in the place of given names."""
    (first, first_initials), (second, second_initials) = _words(one), _words(other)
    left, right = [sound_of(word) for word in first], [sound_of(word) for word in second]
    if not left or not right:
        return False
    same = sorted(left) == sorted(right)
    return same or _is_part(left, first_initials, right) or _is_part(right, second_initials, left)


def is_part(one: str, other: str) -> bool:
    """Whether one name is the other with initials, or nothing, in the place of its given names."""
    (first, first_initials), (second, second_initials) = _words(one), _words(other)
    if not first or not second:
        return False
    return _is_part(first, first_initials, second) or _is_part(second, second_initials, first)


def likeness(one: str, other: str) -> int:
    """Say how alike two names are, from 0 to 100 (the same); by letters, not by sound."""
    (first, first_initials), (second, second_initials) = _words(one), _words(other)
    if not first or not second:
        return 100 if (first, first_initials) == (second, second_initials) and first_initials else 0
    if sorted(first) == sorted(second):
        return 100
    if is_part(one, other):
        return PART_OF_NAME
    left, right = " ".join(first), " ".join(second)
    return int(max(100 * JaroWinkler.similarity(left, right), fuzz.token_sort_ratio(left, right)))


def lender_in(label: str) -> str:
    """Give what is left of the words of a source when those are taken away that name nobody."""
    return " ".join(_NO_NAME.sub(" ", label).split())


def _is_part(short: list[str], initials: list[str], long: list[str]) -> bool:
    """Whether one name is the other with initials, or nothing, in the place of its given names: `J. de Vries`."""
    given = long[: len(long) - len(short)]
    if not given or long[len(given) :] != short:
        return False
    return all(mine.upper() == theirs[0].upper() for mine, theirs in zip(initials, given, strict=False))


def _words(name: str) -> tuple[list[str], list[str]]:
    """Give the words that decide, and the initials."""
    text = plain(name)
    turned = _TURNED.match(text)
    text = f"{turned[2]} {turned[1]}" if turned else text
    text = _ABBREVIATED.sub(lambda found: _joined(found[0]), text)
    text = _APOSTROPHE.sub("", text)
    found = [word for word in _WORD.findall(text) if word not in _FORMS and word not in _SHORT_PARTICLES]
    kept = [word for word in found if word not in _PARTICLES] or found
    initials = [word for word in kept if len(word) == 1]
    return [word for word in kept if len(word) > 1], initials


def _joined(abbreviation: str) -> str:
    """Write `b.v.` and `v.d.` as one word; initials of a name stay apart."""
    letters = "".join(sign for sign in abbreviation if sign.isalpha())
    return f" {letters} " if letters in _FORMS or letters in _SHORT_PARTICLES else f" {' '.join(letters)} "
