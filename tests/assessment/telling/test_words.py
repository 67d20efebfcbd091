# SPDX-License-Identifier: EUPL-1.2
"""How values are told in Dutch."""

from datetime import date
from decimal import Decimal

import pytest

from assessment.dates import Period, When
from assessment.dossier.relation import Relation, Role
from assessment.known import NOT_KNOWN
from assessment.telling.words import (
    count,
    listed,
    sentence,
    told,
    told_computed,
    told_euro,
    told_period,
    told_share,
    told_span,
    told_years,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NOT_KNOWN, "niet bekend"),
        (None, "geen"),
        ("", "niet bekend"),
        ("Zo getypt", "Zo getypt"),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 1, 26), "26 jan 2026"),
        (When(2026, 1), "jan 2026"),
        (When(2026), "2026"),
    ],
)
def test_a_value_is_told_and_not_known_is_not_no(value, text):
    assert told(value) == text


def test_money_and_shares_keep_not_known_and_none_apart():
    assert [told_euro(one) for one in (NOT_KNOWN, None, Decimal("245000.00"))] == [
        "niet bekend",
        "geen",
        "€\u00a0245.000,00",
    ]
    assert [told_share(one) for one in (NOT_KNOWN, None, Decimal("0.0914"))] == ["niet bekend", "geen", "9,1\u00a0%"]
    assert told_computed(None) == "niet bekend"


def test_periods_are_told():
    assert told_period(Period(When(2023, 1), When(2024, 6))) == "jan 2023 tot jun 2024"
    assert told_period(Period(When(2023, 1))) == "jan 2023"
    assert told_period(NOT_KNOWN) == "niet bekend"


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        (When(2026, 1, 5), None, "sinds 5 jan 2026"),
        (NOT_KNOWN, None, "loopt, begin niet bekend"),
        (When(2024), NOT_KNOWN, "2024, einde niet bekend"),
        (When(2024), When(2025, 3), "2024 tot mrt 2025"),
    ],
)
def test_a_relation_says_since_when_and_whether_it_runs(since, until, text):
    assert told_span(Relation("r1", "p1", "p2", Role.DIRECTOR, since=since, until=until)) == text


def test_counting_listing_and_sentences():
    assert [count(number, "feit", "feiten") for number in (0, 1, 2)] == ["geen feiten", "1 feit", "2 feiten"]
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "geen",
        "a",
        "a en b",
        "a, b en c",
    ]
    assert [sentence(text) for text in ("zo is het", "Ja.", "de B.V.")] == ["Zo is het.", "Ja.", "De B.V."]
    assert [told_years(years) for years in (None, 1.9, 2.0)] == ["niet bekend", "1,9 jaar", "2,0 jaar"]
