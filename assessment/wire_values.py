# SPDX-License-Identifier: EUPL-1.2
"""Reading single JSON values: texts, dates, amounts, shares. What is wrong is noted with its path."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import rfc8785

from assessment.catalogue.reading import Faults
from assessment.dates import Period, When
from assessment.known import Opaque
from assessment.money import LARGEST_COUNT, Count, Fraction, Money, parse_money

LONGEST_TEXT = 200_000
LARGEST_NUMBER = 2**53 - 1
"""The largest whole number that canonical JSON (RFC 8785) can hold."""

Reader = Callable[[Any, str, Faults], Any]
BAD: Final = object()


def bad(faults: Faults, where: str, what: str) -> Any:
    """Note a fault and stand in for the value that could not be read."""
    faults.add(where, what)
    return BAD


def told(raw: object) -> str:
    """Show a raw value in a fault, cut short."""
    text = repr(raw)
    return text if len(text) <= 40 else f"{text[:37]}…"


def _text(raw: Any, where: str, faults: Faults) -> Any:
    if not isinstance(raw, str):
        return bad(faults, where, "hier hoort een tekst te staan")
    if len(raw) > LONGEST_TEXT:
        return bad(faults, where, f"deze tekst is te lang (meer dan {LONGEST_TEXT} tekens)")
    if any("\ud800" <= one <= "\udfff" or one == "\0" for one in raw):
        return bad(faults, where, "deze tekst bevat tekens die niet bestaan")
    return raw


def _flag(raw: Any, where: str, faults: Faults) -> Any:
    return raw if isinstance(raw, bool) else bad(faults, where, "hier hoort true of false te staan")


def _whole(raw: Any, where: str, faults: Faults) -> Any:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= 520:
        return raw
    return bad(faults, where, "hier hoort een heel getal van 0 tot 520 te staan")


def _count(raw: Any, where: str, faults: Faults) -> Any:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= LARGEST_COUNT:
        return Count(raw)
    return bad(faults, where, f"hier hoort een heel getal van 0 tot {LARGEST_COUNT} te staan")


def _date(raw: Any, where: str, faults: Faults) -> Any:
    try:
        return When.parse(raw) if isinstance(raw, str) else bad(faults, where, _DATE)
    except ValueError:
        return bad(faults, where, f"{told(raw)} is geen datum die kan; {_DATE}")


_DATE = "schrijf een datum als jjjj-mm-dd, jjjj-mm of jjjj, tussen 1850 en 2150"


def _day(raw: Any, where: str, faults: Faults) -> Any:
    when = _date(raw, where, faults)
    if when is BAD or when.is_day:
        return when if when is BAD else when.first
    return bad(faults, where, "hier moet de hele dag staan (jjjj-mm-dd)")


def _period(raw: Any, where: str, faults: Faults) -> Any:
    if isinstance(raw, str):
        when = _date(raw, where, faults)
        return BAD if when is BAD else Period(when)
    if not isinstance(raw, list) or len(raw) != 2:
        return bad(faults, where, "hier hoort één datum te staan, of [van, tot]")
    first, last = (_date(one, f"{where}[{number}]", faults) for number, one in enumerate(raw))
    if first is BAD or last is BAD:
        return BAD
    if last.last < first.first:
        return bad(faults, where, "de periode eindigt voordat zij begint")
    return Period(first, last)


def _money(raw: Any, where: str, faults: Faults) -> Any:
    try:
        return parse_money(raw) if isinstance(raw, str) else bad(faults, where, _MONEY)
    except ValueError:
        return bad(faults, where, f"{told(raw)} is geen bedrag dat kan; {_MONEY}")


_MONEY = 'schrijf een bedrag als tekst met twee decimalen, zoals "245000.00", zonder minteken'


def _fraction(raw: Any, where: str, faults: Faults) -> Any:
    if isinstance(raw, Decimal | int | float) and not isinstance(raw, bool) and 0 <= raw <= 100:
        return Fraction(raw if isinstance(raw, Decimal) else Decimal(repr(raw)))
    return bad(faults, where, "hier hoort een getal te staan, zoals 0.25 voor een kwart")


def scalar(raw: Any, where: str, faults: Faults) -> Any:
    """Read an answer: a word, a text, a number or a yes or no."""
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int | float | Decimal):
        number = raw if isinstance(raw, Decimal) else Decimal(repr(raw))
        return number if abs(number) <= LARGEST_NUMBER else bad(faults, where, "dit getal is te groot")
    return _text(raw, where, faults)


def _opaque(raw: Any, where: str, faults: Faults) -> Any:
    text = _text(json.dumps(raw, ensure_ascii=False, default=float), where, faults)
    try:
        rfc8785.dumps(json.loads(text) if text is not BAD else None)
    except rfc8785.CanonicalizationError:
        return bad(faults, where, "een getal hierin is te groot")
    return text


PLAIN: dict[Any, Reader] = {
    str: _text, bool: _flag, int: _whole, When: _date, date: _day, Period: _period, Money: _money, Fraction: _fraction,
    Count: _count, Opaque: _opaque,
}  # fmt: skip
