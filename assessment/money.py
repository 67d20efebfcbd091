# SPDX-License-Identifier: EUPL-1.2
"""Money in euro and shares as fractions, exact to the cent."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NewType

Money = NewType("Money", Decimal)
"""Euro with two decimals; never negative in a record, sometimes in a difference."""

Fraction = NewType("Fraction", Decimal)
"""A share or a rate as a fraction: 0.25 is a quarter."""

Count = NewType("Count", int)
"""A number of things, such as seats or days."""

CENT: Final = Decimal("0.01")
LARGEST: Final = Decimal("99999999999.99")
LARGEST_COUNT: Final = 100_000
_WIRE = re.compile(r"\d{1,11}\.\d{2}", re.ASCII)
_TYPED = re.compile(r"(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,11})(?:,(\d{1,2}|-+))?", re.ASCII)

ZERO: Final = Money(Decimal("0.00"))


def money(value: Decimal | int | str) -> Money:
    """Make an amount, rounded to the cent."""
    return Money(Decimal(value).quantize(CENT, ROUND_HALF_UP))


def parse_money(text: str) -> Money:
    """Read an amount as the dossier format writes it (`245000.00`); raises ValueError."""
    if not _WIRE.fullmatch(text):
        raise ValueError(f"not an amount: {text!r}")
    return Money(Decimal(text))


def read_typed_money(text: str) -> Money:
    """Read an amount as an officer types it (`€ 245.000,50`, `245000`); raises ValueError."""
    found = _TYPED.fullmatch(text.strip().replace("\u00a0", " "))
    if not found:
        raise ValueError(f"not an amount: {text!r}")
    cents = (found[2] or "").replace("-", "").ljust(2, "0")
    amount = Money(Decimal(found[1].replace(".", "") + "." + cents))
    if amount > LARGEST:
        raise ValueError(f"{text!r} is more than a record holds")
    return amount


def show_money(amount: Decimal) -> str:
    """Write an amount as people here do: `245.000,00`, with a sign when it is negative."""
    text = f"{abs(amount):,.2f}".translate(str.maketrans(",.", ".,"))
    return f"\u2212{text}" if amount < 0 else text


def show_euro(amount: Decimal) -> str:
    """Write an amount with its sign for euro: `€ 245.000,00`."""
    return f"€\u00a0{show_money(amount)}"


def show_number(number: Decimal) -> str:
    """Write a number of things: `36`, `1,5`."""
    text = f"{number.normalize():,f}".translate(str.maketrans(",.", ".,"))
    return text.replace("-", chr(0x2212))


def show_percent(fraction: Decimal, decimals: int = 1) -> str:
    """Write a fraction as a percentage: `9,1 %`."""
    step = Decimal(1).scaleb(-decimals)
    text = f"{(fraction * 100).quantize(step, ROUND_HALF_UP):f}".replace(".", ",")
    return f"{text.replace('-', chr(0x2212))}\u00a0%"
