# SPDX-License-Identifier: EUPL-1.2
"""Amounts and shares as officers type them."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import Qt

from assessment.known import NOT_KNOWN
from assessment.money import Fraction, Money, read_typed_money, show_money
from gui.parts.typed_field import TypedField

MOST_WEEKS = 520
"""Ten years; what a dossier file can hold."""
MOST_PERCENT = 100
MOST_DECIMAL = 100
_DECIMAL = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%?", re.ASCII)


class NumberField(TypedField):
    """Figures, which stand at the right of their line."""

    def __init__(self, name: str = "", *, none_word: str = "", empty: object = NOT_KNOWN) -> None:
        super().__init__(name, none_word=none_word, empty=empty)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)


class MoneyField(NumberField):
    """An amount in euro: `245000`, `245.000,00` and `€ 245.000` all give the same Money."""

    HINT = "0,00"
    WIDE = 180

    def read(self, text: str) -> Money:
        try:
            return read_typed_money(text)
        except ValueError:
            raise ValueError("Schrijf een bedrag in euro, bijvoorbeeld 245.000,00.") from None

    def write(self, value: object) -> str:
        return show_money(Decimal(str(value)))


class PercentField(NumberField):
    """A share or rate, typed as a percentage and given as a Fraction: `25`, `25 %` and `25,0` give 0.25."""

    HINT = "0 %"
    WIDE = 120

    def read(self, text: str) -> Fraction:
        found = _PERCENT.fullmatch(text)
        share = Decimal(found[1].replace(",", ".")) if found else None
        if share is None or share > MOST_PERCENT:
            raise ValueError(f"Schrijf een percentage van 0 tot {MOST_PERCENT}, bijvoorbeeld 25 of 33,3.")
        return Fraction(share / 100)

    def write(self, value: object) -> str:
        percent = (Decimal(str(value)) * 100).normalize()
        return f"{percent:f}".replace(".", ",") + "\u00a0%"


class DecimalField(NumberField):
    """A number from 0 to 100 with at most two decimals, such as guests per seat: `1,5`. Gives a Fraction."""

    WIDE = 120

    def read(self, text: str) -> Fraction:
        found = _DECIMAL.fullmatch(text)
        number = Decimal(text.replace(",", ".")) if found else None
        if number is None or number > MOST_DECIMAL:
            raise ValueError(f"Schrijf een getal van 0 tot {MOST_DECIMAL}, bijvoorbeeld 1,5.")
        return Fraction(number)

    def write(self, value: object) -> str:
        return f"{Decimal(str(value)).normalize():f}".replace(".", ",")


class WholeField(NumberField):
    """A whole number from 0 to `highest`, such as a number of weeks; gives an int."""

    WIDE = 90

    def __init__(
        self, name: str = "", *, none_word: str = "", empty: object = NOT_KNOWN, highest: int = MOST_WEEKS
    ) -> None:
        super().__init__(name, none_word=none_word, empty=empty)
        self._highest = highest

    def read(self, text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= self._highest):
            raise ValueError(f"Schrijf een heel getal van 0 tot {self._highest}.")
        return int(text)

    def write(self, value: object) -> str:
        return str(value)
