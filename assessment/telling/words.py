# SPDX-License-Identifier: EUPL-1.2
"""How values are told in Dutch: not known is said, none is said, nothing is left to guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from assessment.dates import Period, When, tell
from assessment.dossier.relation import Relation
from assessment.known import NOT_KNOWN_WORD, Maybe, NotKnown
from assessment.money import show_euro, show_percent

_RECORD = re.compile(r"[a-z]\d+\b", re.ASCII)
NONE_WORD: Final = "geen"


def told(value: str | bool | date | When | NotKnown | None) -> str:
    """Tell a text verbatim, a date or a yes or no; an empty text was never filled in."""
    if isinstance(value, NotKnown) or value == "":
        return NOT_KNOWN_WORD
    if value is None:
        return NONE_WORD
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value if isinstance(value, str) else tell(value)


def told_euro(amount: Maybe[Decimal] | Decimal) -> str:
    """Tell an amount in euro, exact to the cent."""
    return told(amount) if amount is None or isinstance(amount, NotKnown) else show_euro(amount)


def told_share(fraction: Maybe[Decimal] | Decimal, decimals: int = 1) -> str:
    """Tell a fraction as a percentage."""
    return told(fraction) if fraction is None or isinstance(fraction, NotKnown) else show_percent(fraction, decimals)


def told_computed(fraction: Decimal | None, decimals: int = 1) -> str:
    """Tell a computed share; here nothing means that the inputs were not known."""
    return NOT_KNOWN_WORD if fraction is None else show_percent(fraction, decimals)


def told_period(period: Maybe[Period]) -> str:
    """Tell when something was done: one date, or from one until another."""
    if period is None or isinstance(period, NotKnown):
        return told(period)
    return tell(period.first) if period.last is None else f"{tell(period.first)} tot {tell(period.last)}"


def told_span(relation: Relation) -> str:
    """Tell since when a relation runs, and until when."""
    since, until = relation.since, relation.until
    start = tell(since) if isinstance(since, When) else "begin niet bekend"
    if until is None:
        return f"sinds {start}" if isinstance(since, When) else f"loopt, {start}"
    return f"{start} tot {tell(until)}" if isinstance(until, When) else f"{start}, einde niet bekend"


def told_years(years: float | None) -> str:
    """Tell an age in years, to one decimal."""
    return NOT_KNOWN_WORD if years is None else f"{years:.1f} jaar".replace(".", ",")


def count(number: int, one: str, many: str) -> str:
    """Count in words: `1 feit`, `3 feiten`, `geen feiten`."""
    return f"{number or 'geen'} {one if number == 1 else many}"


def listed(names: Iterable[str]) -> str:
    """Join as people speak: `a, b en c`."""
    *rest, last = list(names) or [NONE_WORD]
    return f"{', '.join(rest)} en {last}" if rest else last


def capital(text: str) -> str:
    """Begin with a capital, unless it begins with the number of a record (`f7`), and change nothing else."""
    return text if _RECORD.match(text) else text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Begin with a small letter, for inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop, and change nothing else."""
    text = text.strip()
    return capital(text) + ("" if text.endswith((".", "!", "?", "”")) else ".")
