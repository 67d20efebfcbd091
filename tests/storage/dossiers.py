# SPDX-License-Identifier: EUPL-1.2
"""Any dossier, drawn by chance from the types of its records."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from assessment.dates import Period, When
from assessment.dossier.application import Permit
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, NOT_LISTED, NotKnown, Opaque
from assessment.money import Count, Fraction, Money

days = st.dates(date(1850, 1, 1), date(2149, 12, 31))
months = days.map(lambda day: When(day.year, day.month))
whens = st.one_of(days.map(When.on), months, days.map(lambda day: When(day.year)))
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=6)

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(0, 520),
    Count: st.integers(0, 100_000).map(Count),
    date: days,
    When: whens,
    Period: st.lists(whens, min_size=1, max_size=2).map(lambda ends: Period(*sorted(ends, key=lambda one: one.first))),
    Money: st.decimals(0, 10**8, places=2).map(Money),
    Fraction: st.decimals(0, 100, places=4).map(Fraction),
    Decimal: st.decimals(-1000, 1000, places=1),
    Opaque: st.sampled_from(["1", '"tekst"', '{"a": [1, {"b": null}]}']).map(Opaque),
}


def dossiers() -> st.SearchStrategy[Dossier]:
    return record(Dossier)


@cache
def record(kind: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    drawn = st.builds(kind, **{one.name: value(hints[one.name]) for one in fields(kind)})
    return st.one_of(texts.map(lambda code: Permit(code, code)), drawn) if kind is Permit else drawn


def value(hint: Any) -> st.SearchStrategy[Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    if hint is type(None):
        return st.none()
    if hint is NotKnown:
        return st.just(NOT_KNOWN)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(value(one) for one in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.one_of(st.just(NOT_LISTED), st.lists(value(get_args(hint)[0]), max_size=2).map(tuple))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    assert is_dataclass(hint)
    return st.deferred(lambda: record(hint))
