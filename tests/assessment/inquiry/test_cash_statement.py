# SPDX-License-Identifier: EUPL-1.2
"""What somebody can have put in: to the cent, with the norm as it was found, and open where something is not known."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.load import load_catalogue
from assessment.catalogue.norm import LivingCost, Norms
from assessment.dates import When
from assessment.dossier.financing import CashStatement, Financing, FundingKind, Household, SourceLine
from assessment.inquiry.cash_statement import cash_figures, whole_months
from assessment.known import NOT_KNOWN
from assessment.money import money
from assessment.outcome import Figure
from resources.files import read_catalogue

from .world import day

NORMS = Norms(
    (
        LivingCost(Household.SINGLE, 2021, Decimal("1000.00"), "Eigen norm", True),
        LivingCost(Household.SINGLE, 2024, Decimal("1200.00"), "Eigen norm", False),
    ),
    unchecked="te controleren",
    absent="geen norm",
)


def statement(**more: Any) -> CashStatement:
    """Two whole years of somebody who earned and spent."""
    given_: dict[str, Any] = {
        "person": "p1", "from_": day("2022-01-01"), "until": day("2023-12-31"), "opening": money("5000.00"),
        "income": money("40000.00"), "receipts": money("1000.00"), "spending": money("3000.00"),
        "household": Household.SINGLE, **more,
    }  # fmt: skip
    return CashStatement(**given_)


def savings(amount: str, **more: Any) -> SourceLine:
    return SourceLine("spaargeld", more.pop("kind", FundingKind.OWN_SAVINGS), amount=money(amount), **more)


def figures(*statements: CashStatement, sources: tuple[SourceLine, ...] = ()) -> dict[str, Figure]:
    financing = Financing(sources=sources, cash_statements=statements)
    return {one.name: one for one in cash_figures(financing, ("p1",), NORMS)}


def test_what_is_left_is_held_against_what_was_put_in() -> None:
    found = figures(statement(), sources=(savings("20000.00"), savings("500.00", kind=FundingKind.SALE_OF_ASSETS)))
    assert found["living_costs:p1"].value == Decimal("24000.00")
    assert found["cash_available:p1"].value == Decimal("19000.00")
    assert found["own_contribution:p1"].value == Decimal("20500.00")
    assert found["cash_shortfall:p1"].value == Decimal("1500.00")


def test_every_figure_shows_its_sum() -> None:
    found = figures(statement(), sources=(savings("20000.00"),))
    inputs = dict(found["cash_available:p1"].inputs)
    came_in = inputs["beginsaldo"] + inputs["inkomen"] + inputs["overige ontvangsten"]
    assert came_in - inputs["levensonderhoud"] - inputs["bekende uitgaven"] == Decimal("19000.00")
    living = found["living_costs:p1"]
    assert living.inputs == (("norm 2021 per maand", Decimal("1000.00")), ("hele maanden", Decimal(24)))
    assert living.counts == ("hele maanden",)
    assert living.source == found["cash_available:p1"].source == "Eigen norm, 2021"
    assert found["own_contribution:p1"].inputs == (("spaargeld", Decimal("20000.00")),)
    assert dict(found["cash_shortfall:p1"].inputs) == {"inbreng": 20000, "beschikbaar": 19000}


@pytest.mark.parametrize(
    "more",
    [{"opening": NOT_KNOWN}, {"income": NOT_KNOWN}, {"receipts": NOT_KNOWN}, {"spending": NOT_KNOWN},
     {"household": NOT_KNOWN}, {"until": NOT_KNOWN}, {"from_": NOT_KNOWN}, {"household": Household.COUPLE}],
)  # fmt: skip
def test_what_is_not_recorded_gives_no_figure(more: dict[str, Any]) -> None:
    found = figures(statement(**more), sources=(savings("9.00"),))
    assert found["cash_available:p1"].value is None
    assert found["cash_shortfall:p1"].value is None
    assert found["own_contribution:p1"].value == Decimal("9.00")


def test_all_figures_of_a_cash_statement_are_money() -> None:
    assert all(one.is_money for one in figures(statement(), sources=(savings("9.00"),)).values())


def test_none_is_nothing() -> None:
    found = figures(statement(opening=None, receipts=None, spending=None))
    assert found["cash_available:p1"].value == Decimal("16000.00")


def test_a_missing_norm_is_told_and_an_unchecked_one_too() -> None:
    assert figures(statement(household=Household.COUPLE))["living_costs:p1"].source == "geen norm"
    later = figures(statement(until=day("2025-12-31")))["living_costs:p1"]
    assert later.source == "Eigen norm, 2021; Eigen norm, 2024 (te controleren)"
    earlier = figures(statement(from_=day("2019-01-01"), until=day("2019-12-31")))["living_costs:p1"]
    assert earlier.value == Decimal("12000.00")


def test_every_month_is_reckoned_with_the_norm_of_its_own_year() -> None:
    found = figures(statement(until=day("2025-12-31")))["living_costs:p1"]
    assert found.value == Decimal("52800.00")
    assert found.inputs == (
        ("norm 2021 per maand", Decimal("1000.00")),
        ("hele maanden 2021", Decimal(24)),
        ("norm 2024 per maand", Decimal("1200.00")),
        ("hele maanden 2024", Decimal(24)),
    )
    assert found.counts == ("hele maanden 2021", "hele maanden 2024")
    over_new_year = statement(from_=day("2023-11-15"), until=day("2024-02-14"))
    assert figures(over_new_year)["living_costs:p1"].value == Decimal("3200.00")
    last_month = statement(from_=day("2023-12-01"), until=day("2023-12-31"))
    assert figures(last_month)["living_costs:p1"].value == Decimal("1000.00")


def test_a_time_that_ends_before_it_begins_gives_no_figure() -> None:
    found = figures(statement(until=day("2021-12-31")))
    assert found["living_costs:p1"].value is found["cash_available:p1"].value is None


@pytest.mark.parametrize(
    ("since", "until", "adds_up"),
    [
        ("2024-01-01", "2024-12-31", True),
        ("2024", "2024", True),
        ("2023-12-31", "2024-12-31", False),
        ("2022-06-01", "2022-08-31", False),
        ("2021-01-01", "2022-01-01", False),
    ],
)
def test_the_same_days_never_count_twice(since: str, until: str, adds_up: bool) -> None:
    found = figures(statement(from_=day(since), until=day(until)), statement())["cash_available:p1"]
    assert (found.value is not None) is adds_up
    assert ("overlappen" in found.formula) is not adds_up


def test_what_the_municipality_reckons_goes_before_the_norm() -> None:
    found = figures(statement(living_costs=money("30000.00"), household=NOT_KNOWN))
    assert found["cash_available:p1"].value == Decimal("13000.00")
    assert found["living_costs:p1"].inputs == (("levensonderhoud", Decimal("30000.00")),)


def test_statements_of_one_person_follow_each_other() -> None:
    next_ = statement(from_=day("2024-01-01"), until=day("2024-12-31"), opening=money("7777.00"))
    found = figures(next_, statement())
    assert found["living_costs:p1"].value == Decimal("38400.00")
    assert found["living_costs:p1"].source == "Eigen norm, 2024 (te controleren); Eigen norm, 2021"
    assert found["living_costs:p1"].counts == ("hele maanden (1)", "hele maanden (2)")
    assert dict(found["cash_available:p1"].inputs)["beginsaldo"] == Decimal("5000.00")
    assert found["cash_available:p1"].value == Decimal("42600.00")
    unknown = figures(statement(), statement(income=NOT_KNOWN, household=NOT_KNOWN, from_=NOT_KNOWN))
    assert unknown["cash_available:p1"].value is unknown["living_costs:p1"].value is None


@pytest.mark.parametrize(
    ("line", "person", "counts"),
    [
        (savings("10.00"), "p1", True),
        (savings("10.00", lender="p1"), "p1", True),
        (savings("10.00", lender="p2"), "p2", True),
        (savings("10.00", lender="p2"), "p1", False),
        (savings("10.00"), "p2", False),
        (savings("10.00"), NOT_KNOWN, True),
        (savings("10.00", kind=FundingKind.BANK_LOAN), "p1", False),
        (savings("10.00", kind=NOT_KNOWN), "p1", False),
    ],
)
def test_whose_money_it_is(line: SourceLine, person: Any, counts: bool) -> None:
    found = figures(statement(person=person), sources=(line,))
    name = f"own_contribution:{person}" if person else "own_contribution"
    assert found[name].value == (Decimal(10) if counts else Decimal(0))


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2022-01-01", "2023-12-31", 24),
        ("2022-01", "2022-02", 2),
        ("2022", "2022", 12),
        ("2022-01-15", "2022-02-14", 1),
        ("2022-01-15", "2022-02-13", 0),
        ("2022-01-31", "2022-02-28", 1),
        ("2022-01-15", "2022-01-31", 0),
        ("2022-03-01", "2022-02-28", 0),
        ("2022-05-10", "2022-02-01", 0),
        ("2022-02-01", "2022-02-27", 0),
        ("2022-05-10", "2022-02-28", 0),
        ("2022-01-15", "2022-04-13", 2),
        ("2022-01-14", "2022-02-13", 1),
    ],
)
def test_only_whole_months_count(since: str, until: str, months: int) -> None:
    assert whole_months(day(since), day(until)) == months


@given(st.dates(), st.dates())
def test_months_are_never_negative_and_never_more_than_the_days_hold(one: Any, other: Any) -> None:
    first, last = sorted((one.replace(year=2000 + one.year % 40), other.replace(year=2000 + other.year % 40)))
    months = whole_months(When.on(first), When.on(last))
    assert 0 <= months <= ((last - first).days + 1) / 28


def test_the_shipped_norms_say_that_they_are_not_checked() -> None:
    files = read_catalogue()
    norms = load_catalogue(files.content, files.date, files.checksum).norms
    assert {one.household for one in norms.living} == set(Household)
    assert not any(one.is_checked for one in (*norms.living, *norms.branches))
    assert all("door de gemeente te controleren" in norms.told(one) for one in norms.living)
    assert norms.told(None) == "geen norm vastgelegd"
