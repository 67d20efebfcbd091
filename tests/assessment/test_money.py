# SPDX-License-Identifier: EUPL-1.2
"""Money to the cent, written as people here write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.money import money, parse_money, read_typed_money, show_euro, show_money, show_percent

CENTS = st.integers(0, 10**13 - 1).map(lambda cents: money(Decimal(cents) / 100))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("245000", "245000.00"),
        ("245.000", "245000.00"),
        ("€ 245.000,50", "245000.50"),
        ("€\u00a01.000,-", "1000.00"),
        ("0,5", "0.50"),
        (" 12,34 ", "12.34"),
        ("1.000.000", "1000000.00"),
    ],
)
def test_an_amount_is_read_as_it_is_typed(typed: str, amount: str) -> None:
    assert read_typed_money(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["", "1.5", "12.34", "1,234", "-5", "1e5", "duizend", "1.00.000", "٣", "9" * 12])
def test_what_could_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        read_typed_money(typed)


@pytest.mark.parametrize("typed", ["100.000.000.000", "999.999.999.999.999,00", "1.000.000.000.000.000"])
def test_what_a_record_cannot_hold_is_refused_where_it_is_typed(typed: str) -> None:
    with pytest.raises(ValueError, match="more than a record holds"):
        read_typed_money(typed)
    assert parse_money(f"{read_typed_money('99.999.999.999,99'):.2f}") == Decimal("99999999999.99")


@given(CENTS.filter(lambda amount: amount < 10**11))
def test_what_is_shown_can_be_typed_again(amount: Decimal) -> None:
    assert read_typed_money(show_euro(amount)) == amount
    assert parse_money(f"{amount:.2f}") == amount


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("245000.00", "245.000,00"), ("15000.00", "15.000,00"), ("-5.00", "\u22125,00"), ("0.00", "0,00")],
)
def test_amounts_are_shown_with_points_and_comma(amount: str, shown: str) -> None:
    assert show_money(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("fraction", "shown"), [("0.0914", "9,1\u00a0%"), ("1.2857", "128,6\u00a0%"), ("-0.05", "\u22125,0\u00a0%")]
)
def test_fractions_are_shown_as_percentages(fraction: str, shown: str) -> None:
    assert show_percent(Decimal(fraction)) == shown
