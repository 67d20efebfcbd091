# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from assessment.dates import Period
from assessment.inquiry.age import age_years

from .world import day, fact, period


@pytest.mark.parametrize(
    ("committed", "years"),
    [
        (period("2023-01", "2024-06"), 2.0),
        (period("2021-01", "2021-12"), 4.5),
        (Period(day("2020")), 6.4),
        (Period(day("2026-06-02")), 0.0),
    ],
)
def test_age_runs_from_the_first_day_of_the_last_date(committed: Period, years: float) -> None:
    assert age_years(fact(committed=committed), date(2026, 6, 2)) == years


def test_a_fact_without_a_date_has_no_age() -> None:
    assert age_years(fact(), date(2026, 6, 2)) is None
    assert age_years(fact(committed=None), date(2026, 6, 2)) is None


def test_a_fact_after_the_assessment_shows_by_its_sign() -> None:
    assert age_years(fact(committed=Period(day("2027-06-02"))), date(2026, 6, 2)) == -1.0
