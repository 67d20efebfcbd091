# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.financing import Evidence, Financing, FundingKind, NeedLine, Operations, SourceLine
from assessment.inquiry.funding import fund
from assessment.inquiry.lender import is_received_before_agreed
from assessment.known import NOT_KNOWN
from assessment.money import money
from assessment.outcome import Figure, Funding

from .world import CATALOGUE, day, dossier


def source(amount: str, kind: Any = FundingKind.OWN_SAVINGS, **fields: Any) -> SourceLine:
    given: dict[str, Any] = {"label": "bron", "cash": money(0), "evidence": Evidence.E2, **fields}
    return SourceLine(kind=kind, amount=money(amount), **given)


def funding(*sources: SourceLine, need: str = "100.00", operations: Any = NOT_KNOWN) -> Funding:
    financing = Financing((NeedLine("post", money(need)),), sources, operations)
    got = fund(dossier(financing=financing), CATALOGUE)
    assert got is not None
    return got


def figures(got: Funding) -> dict[str, Figure]:
    return {one.name: one for one in got.figures}


@pytest.mark.parametrize("financing", [None, NOT_KNOWN, Financing(), Financing(operations=Operations())])
def test_nothing_recorded_is_no_financing(financing: Any) -> None:
    assert fund(dossier(financing=financing), CATALOGUE) is None


def test_the_gap_shows_its_sign() -> None:
    assert funding(source("85.00")).gap == Decimal("15.00")
    assert funding(source("115.00")).gap == Decimal("-15.00")
    assert figures(funding(source("85.00")))["gap"].inputs == (
        ("investering", Decimal("100.00")),
        ("opgegeven bronnen", Decimal("85.00")),
    )


@pytest.mark.parametrize(
    ("evidence", "part", "proven"),
    [
        (Evidence.E4, NOT_KNOWN, "50.00"),
        (Evidence.E3, None, "50.00"),
        (Evidence.E3, money("12.40"), "12.40"),
        (Evidence.E2, NOT_KNOWN, "0.00"),
        (Evidence.E1, NOT_KNOWN, "0.00"),
        (Evidence.E0, money("5.00"), "5.00"),
        (Evidence.E3, money("60.00"), "50.00"),
    ],
)
def test_how_much_of_a_source_is_proven(evidence: Evidence, part: Any, proven: str) -> None:
    got = funding(source("50.00", evidence=evidence, evidenced=part))
    assert got.evidenced == Decimal(proven)
    assert got.evidenced_share == (Decimal(proven) / 100).quantize(Decimal("0.0001"))


def test_what_was_not_recorded_gives_no_share() -> None:
    got = funding(source("50.00", NOT_KNOWN, evidence=NOT_KNOWN, cash=NOT_KNOWN))
    assert (got.evidenced_share, got.cash_share, got.private_foreign_share, got.turnover_change) == (None,) * 4
    empty = fund(dossier(financing=Financing(need=(NeedLine("post", money("100.00")),))), CATALOGUE)
    assert empty is not None
    assert (empty.evidenced_share, figures(empty)["gap_share_of_need"].value) == (None, None)


@pytest.mark.parametrize(
    ("financing", "open_"),
    [
        (Financing(need=(NeedLine("post", money("100.00")),)), {"declared", "gap", "evidenced", "cash"}),
        (Financing(sources=(source("100.00"),)), {"need", "gap"}),
    ],
)
def test_a_list_that_nobody_made_gives_no_total_and_no_gap(financing: Financing, open_: set[str]) -> None:
    got = fund(dossier(financing=financing), CATALOGUE)
    assert got is not None
    assert got.gap is None
    found = figures(got)
    assert {name for name in ("need", "declared", "gap", "evidenced", "cash") if found[name].value is None} == open_
    assert found["gap"].inputs == ()


def test_every_total_shows_what_was_added() -> None:
    got = funding(
        source("50.00", label="spaargeld", evidence=Evidence.E3, cash=money("5.00")),
        source("30.00", FundingKind.PRIVATE_LOAN, label="lening tante"),
        source("20.00", FundingKind.BANK_LOAN, label="bank", evidence=Evidence.E4, country="XX"),
    )
    found = figures(got)
    shown = {name: dict(found[name].inputs) for name in found}
    assert shown["need"] == {"post": Decimal("100.00")}
    assert shown["declared"] == {"spaargeld": 50, "lening tante": 30, "bank": 20}
    assert shown["evidenced"] == {"spaargeld": 50, "bank": 20}
    assert shown["cash"] == {"spaargeld": 5}
    assert shown["private_and_foreign"] == {"lening tante": 30, "bank": 20}
    assert shown["own_savings_evidenced"] == {"spaargeld": 50}


def test_shares_are_shares_and_the_rest_is_money() -> None:
    got = figures(funding(source("85.00", evidence=Evidence.E3)))
    assert got["not_evidenced_share"].value == Decimal("0.15")
    assert got["gap_share_of_need"].value == Decimal("0.15")
    assert {name for name, one in got.items() if not one.is_money} == {name for name in got if "share" in name} | {
        "turnover_change"
    }


@given(lines=st.lists(st.tuples(st.sampled_from(Evidence), st.integers(0, 10**9)), max_size=6))
def test_what_is_told_as_added_is_the_sum(lines: list[tuple[Evidence, int]]) -> None:
    got = funding(*(source(str(Decimal(cents) / 100), evidence=evidence) for evidence, cents in lines))
    sums = {"need", "declared", "evidenced", "cash", "private_and_foreign", "own_savings_evidenced"}
    for name in sums:
        assert figures(got)[name].value == sum((part for _, part in figures(got)[name].inputs), Decimal(0))


def test_no_sources_at_all_is_known_to_be_nothing() -> None:
    got = funding()
    assert (got.declared, got.gap, got.evidenced_share, got.cash_share) == (0, 100, 0, None)
    assert figures(got)["received_before_agreed"].value == 0


def test_cash_as_a_share_of_what_was_declared() -> None:
    got = funding(source("75.00", cash=money("40.00")), source("155.00", cash=None))
    assert round(got.cash_share, 4) == Decimal("0.1739")


@pytest.mark.parametrize(
    ("kind", "country", "counts"),
    [
        (FundingKind.PRIVATE_LOAN, "NL", True),
        (FundingKind.PRIVATE_LOAN, "XX", True),
        (FundingKind.FOREIGN_LOAN, NOT_KNOWN, True),
        (FundingKind.BANK_LOAN, "XX", True),
        (NOT_KNOWN, "XX", True),
        (FundingKind.BANK_LOAN, "NL", False),
        (FundingKind.BANK_LOAN, NOT_KNOWN, False),
        (FundingKind.BREWERY_LOAN, None, False),
    ],
)
def test_private_and_foreign_money_counts_once(kind: Any, country: Any, counts: bool) -> None:
    got = funding(source("80.00", kind, country=country), source("20.00"))
    assert got.private_foreign_share == Decimal("0.8" if counts else "0")


def test_turnover_and_rent_against_the_past() -> None:
    yearly = Operations(money("480000.00"), money("210000.00"), money("54000.00"))
    got = funding(source("1.00"), operations=yearly)
    assert round(got.turnover_change, 4) == Decimal("1.2857")
    assert round(figures(got)["rent_share_of_past_turnover"].value, 4) == Decimal("0.2571")
    assert funding(operations=Operations(past_turnover=money(0), rent=money(1))).turnover_change is None


def test_what_a_lender_can_bear() -> None:
    bearing: dict[str, Any] = {"lender": "p5", "lender_income": money("19800.00"), "lender_wealth": money("8900.00")}
    got = figures(funding(source("70000.00", **bearing), source("5000.00", lender="p5"), source("9.00", lender="p7")))
    assert got["lender_capacity:p5"].value == Decimal("28700.00")
    assert got["lender_shortfall:p5"].value == Decimal("46300.00")
    assert got["lender_shortfall:p5"].inputs[0] == ("lening", Decimal("75000.00"))
    assert got["lender_capacity:p7"].value is None
    assert got["lender_shortfall:p7"].inputs == (("lening", Decimal("9.00")),)
    assert all(one.is_money for name, one in got.items() if name.startswith("lender_"))


@pytest.mark.parametrize("part", ["lender_income", "lender_wealth"])
def test_half_of_what_a_lender_can_bear_is_not_known(part: str) -> None:
    got = figures(funding(source("9.00", lender="p7", **{part: money("5.00")})))
    assert got["lender_capacity:p7"].value is got["lender_shortfall:p7"].value is None
    assert len(got["lender_capacity:p7"].inputs) == 1


@pytest.mark.parametrize(
    ("agreed", "transferred", "early"),
    [
        ("2026-01-20", "2026-01-15", True),
        ("2026-01-20", "2026-01-20", False),
        ("2026-01", "2026-01-15", False),
        ("2026-02", "2026-01", True),
    ],
)
def test_money_that_came_before_its_contract(agreed: str, transferred: str, early: bool) -> None:
    line = source("75.00", agreed_on=day(agreed), transferred_on=day(transferred))
    assert is_received_before_agreed(line) is early
    assert figures(funding(line, source("1.00")))["received_before_agreed"].value == (75 if early else 0)


@pytest.mark.parametrize(
    ("kind", "fields", "known_"),
    [
        (FundingKind.PRIVATE_LOAN, {}, False),
        (FundingKind.PRIVATE_LOAN, {"agreed_on": day("2026-01-20")}, False),
        (FundingKind.PRIVATE_LOAN, {"agreed_on": None, "transferred_on": None}, True),
        (FundingKind.OWN_SAVINGS, {}, True),
        (FundingKind.OTHER, {"lender": "p5"}, False),
    ],
)
def test_a_loan_without_a_date_leaves_open_whether_it_came_too_early(
    kind: FundingKind, fields: dict[str, Any], known_: bool
) -> None:
    found = figures(funding(source("75.00", kind, **fields)))["received_before_agreed"].value
    assert found == (0 if known_ else None)
    early = source("5.00", agreed_on=day("2026-02-01"), transferred_on=day("2026-01-01"))
    assert figures(funding(source("75.00", kind, **fields), early))["received_before_agreed"].value == 5


LINES = st.lists(
    st.builds(
        SourceLine,
        st.just("bron"),
        st.sampled_from([*FundingKind, NOT_KNOWN]),
        st.sampled_from([NOT_KNOWN, "p1"]),
        st.integers(0, 10**9).map(lambda cents: money(Decimal(cents) / 100)),
        st.sampled_from([NOT_KNOWN, money(0), money("10.00")]),
        st.sampled_from([*Evidence, NOT_KNOWN]),
    ),
    max_size=6,
)


@given(lines=LINES, need=st.integers(0, 10**9), chance=st.randoms())
def test_gap_and_declared_are_the_need_in_any_order(lines: list[SourceLine], need: int, chance: Any) -> None:
    wanted = money(Decimal(need) / 100)
    got = funding(*lines, need=str(wanted))
    assert got.gap is not None
    assert got.gap + got.declared == got.need == wanted
    assert got.evidenced <= got.declared
    chance.shuffle(lines)
    again = funding(*lines, need=str(wanted))
    assert {one.name: one.value for one in again.figures} == {one.name: one.value for one in got.figures}
