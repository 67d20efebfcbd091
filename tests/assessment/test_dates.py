# SPDX-License-Identifier: EUPL-1.2
"""Dates as precise as they are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dates import Period, When, tell, years_between

DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "told"),
    [
        ("2026-01-26", date(2026, 1, 26), date(2026, 1, 26), "26 jan 2026"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "feb 2024"),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021"),
    ],
)
def test_an_imprecise_date_has_a_first_and_a_last_day(text: str, first: date, last: date, told: str) -> None:
    when = When.parse(text)
    assert (when.first, when.last, str(when), tell(when)) == (first, last, text, told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "2026-13",
        "26-01-2026",
        "2026-1-26",
        "1849",
        "2151",
        "0000",
        "٢٠٢٦",
        "2026-01-26T00:00",
        " 2026",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message differs per cause
        When.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="month"):
        When(2026, None, 3)


@given(DAYS)
def test_a_day_survives_writing(day: date) -> None:
    assert When.parse(str(When.on(day))).first == day
    assert When.on(day).is_day


@given(DAYS, DAYS)
def test_order_is_that_of_first_days(one: date, other: date) -> None:
    assert (When.on(one) < When.on(other)) is (one < other)


def test_a_more_precise_date_comes_after_a_vague_one_on_the_same_day() -> None:
    assert sorted([When(2026, 1, 1), When(2026), When(2026, 1)]) == [When(2026), When(2026, 1), When(2026, 1, 1)]


def test_a_period_ends_where_age_begins() -> None:
    assert Period(When(2023)).end == When(2023)
    assert Period(When(2023, 1), When(2024, 6)).end == When(2024, 6)


def test_age_is_in_years_to_one_decimal() -> None:
    assert years_between(date(2024, 6, 1), date(2026, 6, 2)) == 2.0
    assert years_between(date(2021, 12, 1), date(2026, 4, 15)) == 4.4


@given(DAYS)
def test_tomorrow_is_not_older(day: date) -> None:
    assert years_between(day, day) == 0.0
    assert years_between(day, day + timedelta(days=1)) == 0.0
