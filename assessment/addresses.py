# SPDX-License-Identifier: EUPL-1.2
"""Addresses and accounts as they are looked for: spaces, dots and abbreviations make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assessment.names import plain
from assessment.sound import sound_of

_POSTCODE: Final = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b")
_NUMBER: Final = re.compile(r"^([^\d]*?[a-z.')])\s*(\d{1,5})(?:\s*-?\s*([a-z]\b)|\s*-\s*(\d{1,4}\b))?")
"""Up to the first number; what is added to it may be a letter or, behind a dash, a number."""
_WORD: Final = re.compile(r"[a-z0-9]+")
_ENDINGS: Final = (
    (re.compile(r"(?:str|straat)\b\.?"), "straat"),
    (re.compile(r"(?:ln|laan)\b\.?"), "laan"),
    (re.compile(r"(?:wg|weg)\b\.?"), "weg"),
    (re.compile(r"(?:pln|plein)\b\.?"), "plein"),
    (re.compile(r"\bburg(?:emeester)?\b\.?"), "burgemeester"),
    (re.compile(r"\bst\b\.?"), "sint"),
)
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_DUTCH: Final = re.compile(r"NL\d{2}[A-Z]{4}(\d{10})")
_BARE: Final = re.compile(r"\b[Rr]ekening(?:nummer|nr)?\.?:? +(?:[Pp])?((?:\d[ .]?){6,9}\d)\b")
_NO_SIGN: Final = re.compile(r"[^A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says: `street` and `number` folded, `postcode` as 1234ab; empty where it says nothing."""

    street: str
    number: str
    postcode: str

    @property
    def folded(self) -> str:
        """Street and number."""
        return f"{self.street} {self.number}".strip()

    @property
    def sound(self) -> str:
        """Street by sound, and number."""
        return " ".join((*(sound_of(word) for word in self.street.split()), self.number)).strip()

    @property
    def place(self) -> str:
        """Postcode and number, which say together where it is; empty without either."""
        return f"{self.postcode} {self.number}" if self.postcode and self.number else ""


def read_address(text: str) -> Address:
    """Read an address as it was typed."""
    told = plain(text)
    postcode = _POSTCODE.search(told)
    head = told[: postcode.start()] if postcode else told
    found = _NUMBER.match(head.strip())
    street = found[1] if found else head.partition(",")[0]
    for pattern, put in _ENDINGS:
        street = pattern.sub(put, street)
    number = f"{int(found[2])}{found[3] or ''}{'-' + found[4] if found[4] else ''}" if found else ""
    return Address(" ".join(_WORD.findall(street)), number, "".join(postcode.groups()) if postcode else "")


def read_account(text: str) -> tuple[str, str]:
    """Give an account number without spaces, and its bare number: of a Dutch IBAN the number of before there were any.

    The second is the same for `NL00 VERZ 0123 4567 89` and `12.34.567.89`, the first is not.
    """
    told = _NO_SIGN.sub("", text.upper())
    digits = told.removeprefix("P")
    dutch = _DUTCH.fullmatch(told)
    bare = dutch[1] if dutch else digits if digits.isdecimal() else told
    return told, bare.lstrip("0")


def accounts_in(text: str) -> Iterator[str]:
    """Find the account numbers in a text: each IBAN, and the digits behind the word *rekening*."""
    for found in _IBAN.finditer(text):
        dutch = _DUTCH.match(_NO_SIGN.sub("", found[0]))
        yield dutch[0] if dutch else found[0]
    yield from (found[1] for found in _BARE.finditer(text))
