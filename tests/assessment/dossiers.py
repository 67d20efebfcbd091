# SPDX-License-Identifier: EUPL-1.2
"""Arbitrary well-typed dossiers for property tests; names and numbers are invented."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from assessment.dates import Period, When
from assessment.dossier.application import Permit
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, NOT_LISTED, NotKnown, Opaque
from assessment.money import LARGEST, Count, Fraction, Money

_TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_WHENS = st.one_of(
    _DAYS.map(When.on),
    st.builds(When, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(When, st.integers(1900, 2100)),
)
_CENTS = st.integers(0, int(LARGEST * 100)).map(lambda cents: Money(Decimal(cents) / 100))
_FRACTIONS = st.integers(0, 30_000).map(lambda part: Fraction(Decimal(part) / 10_000))
_SCALARS = st.one_of(_TEXTS, st.booleans(), st.integers(-1000, 1000).map(Decimal))


def _periods() -> st.SearchStrategy[Period]:
    return st.one_of(st.builds(Period, _WHENS), st.tuples(_WHENS, _WHENS).map(lambda two: Period(*sorted(two))))


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 520),
    Count: st.integers(0, 100_000).map(Count),
    date: _DAYS,
    When: _WHENS,
    Period: _periods(),
    Money: _CENTS,
    Fraction: _FRACTIONS,
    Opaque: st.just(Opaque('{"kind": "signal"}')),
}


def some(hint: Any) -> st.SearchStrategy[Any]:
    """Make values of a type as it stands in a record."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*_options(get_args(hint)))
    if get_origin(hint) is tuple:
        rows = st.lists(some(get_args(hint)[0]), max_size=3).map(tuple)
        return st.one_of(st.just(NOT_LISTED), rows)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return some_record(hint)


def _options(hints: tuple[Any, ...]) -> list[st.SearchStrategy[Any]]:
    real = [one for one in hints if one not in (NotKnown, type(None))]
    options = [_SCALARS] if Decimal in real else [some(one) for one in real]
    if NotKnown in hints:
        options.append(st.just(NOT_KNOWN))
    if type(None) in hints:
        options.append(st.none())
    return options


def some_record(kind: type) -> st.SearchStrategy[Any]:
    """Make records of a dataclass, any field in any state that its type allows."""
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    parts = {one.name: some(hints[one.name]) for one in fields(kind) if one.init}
    needed = {name: made for name, made in parts.items() if _is_needed(kind, name)}
    rest = {name: made for name, made in parts.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=rest).map(lambda values: kind(**values))


def _is_needed(kind: type, name: str) -> bool:
    field = next(one for one in fields(kind) if one.name == name)  # type: ignore[arg-type]
    return field.default is MISSING and field.default_factory is MISSING


def some_dossier() -> st.SearchStrategy[Dossier]:
    """Make a dossier whose references may lead anywhere."""
    return some_record(Dossier)


__all__ = ["Permit", "some", "some_dossier", "some_record"]
