# SPDX-License-Identifier: EUPL-1.2
"""Arbitrary dossiers that speak the catalogue: every code it knows and every record named, beside what nobody knows.

A text field that holds a code or the id of a record gets one of these, now and then something else. Days lie near each
other, so that terms, ages and relations meet. The rest is whatever its type allows. Chance makes them from a number,
not drawn piece by piece: so they are filled as deep as the format goes.
"""

from __future__ import annotations

import random
import types
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import Period, When
from assessment.dossier.answer import JA, NEE, NVT, ONBEKEND
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, NOT_LISTED, NotKnown, Opaque
from assessment.money import LARGEST, Count, Fraction, Money

ROWS = {"parties": "p", "relations": "r", "information": "i", "facts": "f", "hearings": "h", "bureau_advices": "b",
        "documents": "d"}  # fmt: skip
"""With which letter the ids of each kind of record begin."""

TEXTS = (
    "",
    "x",
    "Heeft het feit gepleegd.",
    "Mogelijk schuldig; dat is niet bewezen.",
    "é\u0301🙂",
    " ",
    "p1",
    "0" * 400,
)
PARTIES = ("p1", "p2", "p3", "p4", "p5")
PEOPLE = ("subject", "actor", "from_", "to", "party", "lender", "payer", "paid_by", "person")
"""Fields that hold the id of a party."""


def catalogued(catalogue: Catalogue) -> st.SearchStrategy[Dossier]:
    """Make dossiers of up to six records of a kind."""
    return st.integers(0, 2**32 - 1).map(lambda number: Chance(number, catalogue).dossier())


class Chance:
    """Makes one dossier, always the same from one number."""

    def __init__(self, number: int, catalogue: Catalogue) -> None:
        self._chance = random.Random(number)
        self._most = self._chance.choice((0, 1, 2, 3, 6))
        self._filled = self._chance.choice((0.3, 0.7, 0.95))
        checks = sorted({one.check for one in catalogue.checks.texts.values()})
        items, facts = [f"i{number}" for number in range(1, 7)], [f"f{number}" for number in range(1, 7)]
        self._codes: dict[str, list[str]] = {
            "partner": [*catalogue.partners], "basis": [*catalogue.bases], "offence": [*catalogue.offences],
            "legal_form": [*catalogue.legal_forms], "type": [*catalogue.permits], "question": [*catalogue.questions],
            "permit": ["v1", "v2", "v3"], "capacity": ["own", *PARTIES], "sources": items, "fact": facts,
            "about": [*PARTIES, *facts, *items, "draft", "b1"], "check": checks, "country": ["NL", "XX"],
            **{name: [*PARTIES] for name in PEOPLE},
        }  # fmt: skip

    def dossier(self) -> Dossier:
        """Give a dossier whose records bear the ids that others name."""
        made: Dossier = self.record(Dossier)
        rows = {name: _numbered(getattr(made, name), letter) for name, letter in ROWS.items()}
        permits = _numbered(made.application.permit_types, "v")
        return replace(made, application=replace(made.application, permit_types=permits), **rows)

    def record(self, kind: type) -> Any:
        """Give a record with every field in any state that its type allows."""
        hints = get_type_hints(kind)
        return kind(**{one.name: self.value(hints[one.name], one.name) for one in fields(kind) if one.init})

    def value(self, hint: Any, name: str) -> Any:
        """Give a value of a type."""
        if get_origin(hint) in (Union, types.UnionType):
            return self._one_of(get_args(hint), name)
        if get_origin(hint) is tuple:
            number = self._chance.randint(0, self._most)
            return tuple(self.value(get_args(hint)[0], name) for _ in range(number)) or self._chance.choice(
                ((), NOT_LISTED)
            )
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._chance.choice(list(hint))
        return self.record(hint) if is_dataclass(hint) and hint not in (When, Period) else self._plain(hint, name)

    def text(self, name: str) -> str:
        """Give what stands in a field of this name: mostly a code or an id where it holds one."""
        known = self._codes.get(name, TEXTS)
        return self._chance.choice(known if self._chance.random() < 0.9 else TEXTS)

    def _one_of(self, hints: tuple[Any, ...], name: str) -> Any:
        real = [one for one in hints if one not in (NotKnown, type(None))]
        nothing = [NOT_KNOWN] * (NotKnown in hints) + [None] * (type(None) in hints)
        if nothing and self._chance.random() > self._filled:
            return self._chance.choice(nothing)
        if Decimal in real:
            return self._chance.choice((JA, NEE, ONBEKEND, NVT, True, False, Decimal(12), "iets"))
        return self.value(self._chance.choice(real), name)

    def _plain(self, hint: Any, name: str) -> Any:
        chance = self._chance
        if hint is str:
            return self.text(name)
        if hint is Money:
            return Money(chance.choice((Decimal("0.00"), Decimal(chance.randrange(10**8)) / 100, LARGEST)))
        if hint is Fraction:
            return Fraction(
                chance.choice((Decimal(0), Decimal(1), Decimal(chance.randrange(10_000)) / 10_000, Decimal(3)))
            )
        if hint in (int, Count):
            return hint(chance.choice((0, 1, 4, 8, 520)))
        if hint is Period:
            return chance.choice((Period(self._when()), Period(*sorted((self._when(), self._when())))))
        return {bool: chance.random() < 0.5, date: self._day(), When: self._when(), Opaque: Opaque('{"kind": "x"}')}[
            hint
        ]

    def _day(self) -> date:
        near = date(2024, 1, 1) + timedelta(self._chance.randrange(1000))
        return self._chance.choice((near, near, near, date(1990, 2, 28), date(2060, 12, 31)))

    def _when(self) -> When:
        day = self._day()
        return self._chance.choice((When.on(day), When.on(day), When(day.year, day.month), When(day.year)))


def _numbered(rows: tuple[Any, ...], letter: str) -> tuple[Any, ...]:
    return tuple(replace(one, id=f"{letter}{number}") for number, one in enumerate(rows, 1)) or rows
