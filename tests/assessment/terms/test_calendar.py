# SPDX-License-Identifier: EUPL-1.2
"""The days on which terms do not end, and how long a term may be to be moved (Algemene termijnenwet)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.term import Length, Unit
from assessment.terms.calendar import after, calendar_of, easter, end_of, holidays, kings_day, start_of
from tests.assessment.terms.test_terms import rules

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "day",
    ["1818-03-22", "1886-04-25", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "1999-04-04",
     "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
     "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19",
     "2100-03-28", "2285-03-22"],
)  # fmt: skip
def test_easter_sunday(day: str) -> None:
    assert str(easter(int(day[:4]))) == day


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]),
        (2027, ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"]),
        (2028, ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"]),
    ],
)
def test_the_holidays_of_a_year(year: int, days: list[str]) -> None:
    assert sorted(holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days]


@pytest.mark.parametrize(("year", "day"), [(2025, 26), (2026, 27), (2031, 26), (2032, 27), (2036, 26)])
def test_the_kings_day_is_never_a_sunday(year: int, day: int) -> None:
    assert kings_day(year) == date(year, 4, day)


@pytest.mark.parametrize(
    ("day", "code"),
    [("2026-12-25", "christmas"), ("2026-12-26", "boxing-day"), ("2027-03-26", "good-friday"),
     ("2027-03-29", "easter-monday"), ("2027-05-06", "ascension"), ("2027-05-17", "whit-monday"),
     ("2027-04-27", "kings-day"), ("2027-05-05", "liberation-day"), ("2027-01-01", "new-year"),
     ("2027-05-07", "equated"), ("2026-10-03", "saturday"), ("2026-10-04", "sunday"), ("2026-10-05", "")],
)  # fmt: skip
def test_why_a_day_does_not_count(day: str, code: str) -> None:
    assert calendar_of(rules()).day_off(date.fromisoformat(day)) == code
    assert calendar_of(rules()).is_working(date.fromisoformat(day)) is (code == "")


def length(number: int, unit: Unit) -> Length:
    return Length("proef", number, unit, "regel", "bron")


@pytest.mark.parametrize(
    ("number", "unit", "is_moved"),
    [(90, Unit.DAYS, True), (91, Unit.DAYS, False), (12, Unit.WEEKS, True), (13, Unit.WEEKS, False),
     (3, Unit.MONTHS, True), (4, Unit.MONTHS, False), (1, Unit.YEARS, False)],
)  # fmt: skip
def test_longer_terms_stay_where_they_end(number: int, unit: Unit, is_moved: bool) -> None:
    saturday, calendar = date(2026, 10, 3), calendar_of(rules())
    start = start_of(saturday, length(number, unit))
    assert calendar.statutory(start, saturday, length(number, unit)) == saturday + 2 * DAY * is_moved


@pytest.mark.parametrize(("days", "end"), [(1, "2026-12-28"), (2, "2026-12-28"), (3, "2026-12-29"), (4, "2026-12-29")])
def test_from_three_days_on_a_term_holds_two_working_days(days: int, end: str) -> None:
    start, calendar = date(2026, 12, 24), calendar_of(rules())  # Thursday; then Christmas, a weekend, and Monday
    short = length(days, Unit.DAYS)
    assert str(calendar.statutory(start, end_of(start, short), short)) == end


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"),
     ("2026-11-30", 3, "2027-02-28"), ("2026-10-15", 2, "2026-12-15"), ("2026-01-01", 12, "2027-01-01"),
     ("2026-12-01", 1, "2027-01-01")],
)  # fmt: skip
def test_a_month_keeps_its_day_or_ends_on_its_last(start: str, number: int, end: str) -> None:
    assert str(after(date.fromisoformat(start), number, Unit.MONTHS)) == end


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.sampled_from([Unit.DAYS, Unit.WEEKS]))
def test_counting_back_undoes_counting_on(day: date, number: int, unit: Unit) -> None:
    assert start_of(end_of(day, length(number, unit)), length(number, unit)) == day


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_moved_and_safe_are_the_working_days_around(day: date) -> None:
    calendar = calendar_of(rules())
    safe, moved = calendar.safe(day), calendar.moved(day)
    assert safe <= day <= moved
    assert calendar.is_working(safe)
    assert calendar.is_working(moved)
    between = [safe + DAY * number for number in range(1, (moved - safe).days)]
    assert not any(map(calendar.is_working, between))
