# SPDX-License-Identifier: EUPL-1.2
"""What a business can take in, its years before, the ratios of its costs, and what others paid."""

from decimal import Decimal
from typing import Any

import pytest

from assessment.catalogue.norm import BranchNorm, Norms
from assessment.dossier.financing import (
    CashStatement,
    Financing,
    FundingKind,
    NeedLine,
    Operations,
    SourceLine,
    YearTurnover,
)
from assessment.dossier.relation import Role
from assessment.inquiry.capacity import capacity_figures
from assessment.inquiry.funding import fund
from assessment.inquiry.third_party import third_party_figures
from assessment.known import NOT_KNOWN
from assessment.money import Count, Fraction, money
from assessment.outcome import Figure

from .world import CATALOGUE, company, day, dossier, relation

FULL: dict[str, Any] = {
    "seats": Count(40), "turns": Fraction(Decimal("1.5")), "spend": money("12.50"), "open_days": Count(300),
}  # fmt: skip
USUAL = BranchNorm("EXP", "purchase_share", 2025, Decimal("0.25"), Decimal("0.35"), "Eigen norm", True)
NORMS = Norms((), (USUAL,), "te controleren", "geen norm")


def figures(norms: Norms = NORMS, **more: Any) -> dict[str, Figure]:
    return {one.name: one for one in capacity_figures(Operations(**more), ("ALC", "EXP"), norms)}


def test_forecast_and_past_are_held_against_what_is_possible() -> None:
    found = figures(**FULL, forecast_turnover=money("450000.00"), past_turnover=money("112500.00"))
    assert found["capacity_turnover"].value == Decimal("225000.00")
    assert found["capacity_turnover"].counts == ("zitplaatsen", "gasten per plaats per dag", "open dagen per jaar")
    assert found["forecast_of_capacity"].value == 2
    assert found["past_of_capacity"].value == Decimal("0.5")


@pytest.mark.parametrize("missing", FULL)
def test_an_unknown_part_leaves_the_capacity_open(missing: str) -> None:
    found = figures(**{**FULL, missing: NOT_KNOWN}, forecast_turnover=money("1.00"))
    assert found["capacity_turnover"].value is found["forecast_of_capacity"].value is None
    assert len(found["capacity_turnover"].inputs) == 3


def test_a_business_without_seats_has_no_capacity() -> None:
    assert figures() == {}
    assert figures(**{**FULL, "seats": Count(0)}, forecast_turnover=money("1.00"))["forecast_of_capacity"].value is None


def test_the_forecast_beside_the_years_before() -> None:
    years = tuple(YearTurnover(day(year), money(amount)) for year, amount in (("2023", "90.00"), ("2024", "110.01")))
    found = figures(history=years, forecast_turnover=money("150.00"))
    assert found["history_mean"].value == Decimal("100.01")
    assert found["history_mean"].inputs == (("omzet 2023", Decimal(90)), ("omzet 2024", Decimal("110.01")))
    assert round(found["forecast_against_history"].value or 0, 4) == Decimal("0.4999")
    assert figures(history=years)["forecast_against_history"].value is None


def test_costs_beside_the_norm_of_the_branch_or_none() -> None:
    found = figures(past_turnover=money("100.00"), purchases=money("60.00"), staff_costs=money("20.00"))
    assert found["purchase_share"].value == Decimal("0.6")
    assert found["purchase_share"].source == "gebruikelijk 25,0\u00a0% tot 35,0\u00a0%; Eigen norm, 2025"
    assert found["staff_share"].source == "geen norm"
    assert "energy_share" not in found
    assert figures(energy_costs=money("1.00"))["energy_share"].value is None
    assert figures(Norms(absent="geen"), purchases=money("1.00"))["purchase_share"].source == "geen"


@pytest.mark.parametrize(
    ("paid_by", "lender", "payer", "paid"),
    [
        ("p9", NOT_KNOWN, NOT_KNOWN, "100.00"),
        ("p1", NOT_KNOWN, NOT_KNOWN, "0.00"),
        (NOT_KNOWN, "p5", "p9", "40.00"),
        (NOT_KNOWN, "p5", "p1", "40.00"),
        (NOT_KNOWN, "p5", "p5", "0.00"),
        (NOT_KNOWN, NOT_KNOWN, "p9", "40.00"),
        (NOT_KNOWN, NOT_KNOWN, "p1", "0.00"),
        ("p9", "p5", "p9", "140.00"),
    ],
)
def test_what_another_paid(paid_by: Any, lender: Any, payer: Any, paid: str) -> None:
    need = NeedLine("verbouwing", money("100.00"), paid_by=paid_by)
    line = SourceLine("lening", lender=lender, amount=money("40.00"), payer=payer)
    (found,) = third_party_figures(Financing((need,), (line,)), ("p1",))
    assert found.value == Decimal(paid)


def test_nothing_is_said_where_nobody_recorded_who_paid() -> None:
    financing = Financing((NeedLine("a", money("1.00")),), (SourceLine("b", amount=money("1.00")),))
    assert list(third_party_figures(financing, ("p1",))) == []


@pytest.mark.parametrize(("subject", "other"), [("f", "p1"), ("p1", "f")])
def test_a_sole_trader_and_his_firm_are_no_third_party_to_each_other(subject: str, other: str) -> None:
    need, line = NeedLine("a", money("5.00"), paid_by=other), SourceLine("b", amount=money("7.00"), payer=other)
    saved = SourceLine("c", FundingKind.OWN_SAVINGS, amount=money("9.00"))
    financing = Financing((need,), (line, saved), cash_statements=(CashStatement(other),))
    own = relation("p1", Role.DIRECTOR, "f")
    got = fund(dossier(own, subject=(subject,), parties=(company("f", "eenmanszaak"),), financing=financing), CATALOGUE)
    assert got is not None
    found = {one.name: one.value for one in got.figures}
    assert (found["third_party_payments"], found[f"own_contribution:{other}"]) == (0, 9)
