# SPDX-License-Identifier: EUPL-1.2
"""What the activity costs, where the money comes from, how far that is proven, and whether it could be there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown
from assessment.money import ZERO, Count, Fraction, Money


class Evidence(StrEnum):
    """How far an amount is proven (dossier-format)."""

    E0 = "E0"
    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"


class FundingKind(StrEnum):
    """Where money comes from."""

    OWN_SAVINGS = "own-savings"
    BANK_LOAN = "bank-loan"
    PRIVATE_LOAN = "private-loan"
    FOREIGN_LOAN = "foreign-loan"
    BREWERY_LOAN = "brewery-loan"
    VENDOR_LOAN = "vendor-loan"
    LANDLORD = "landlord"
    SALE_OF_ASSETS = "sale-of-assets"
    SUBSIDY = "subsidy"
    CROWDFUNDING = "crowdfunding"
    GIFT = "gift"
    OTHER = "other"


class Household(StrEnum):
    """With whom somebody lives, as far as it decides what living costs."""

    SINGLE = "single"
    SINGLE_PARENT = "single-parent"
    COUPLE = "couple"
    COUPLE_WITH_CHILDREN = "couple-with-children"


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One thing that has to be paid. `paid_by`: the party that paid it, where that was not the subject itself."""

    label: str = ""
    amount: Money = ZERO
    evidence: Evidence | NotKnown = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN
    paid_by: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One sum of money with which it is paid, and what is known of who gave it.

    `payer`: the party whose account or hands the money came from, where that is another than the lender.
    """

    label: str = ""
    kind: FundingKind | NotKnown = NOT_KNOWN
    lender: Maybe[str] = NOT_KNOWN
    amount: Money = ZERO
    cash: Maybe[Money] = NOT_KNOWN
    evidence: Evidence | NotKnown = NOT_KNOWN
    evidenced: Maybe[Money] = NOT_KNOWN
    agreed_on: Maybe[When] = NOT_KNOWN
    transferred_on: Maybe[When] = NOT_KNOWN
    interest: Maybe[Fraction] = NOT_KNOWN
    security: bool | NotKnown | None = NOT_KNOWN
    repayment_schedule: bool | NotKnown | None = NOT_KNOWN
    lender_income: Maybe[Money] = NOT_KNOWN
    lender_wealth: Maybe[Money] = NOT_KNOWN
    country: Maybe[str] = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN
    payer: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class YearTurnover:
    """The turnover of one year, from the accounts."""

    year: When
    turnover: Money


@dataclass(frozen=True, slots=True)
class Operations:
    """Yearly figures of the business, in euro, and what it can take in: seats, guests per seat and day, and spend.

    `history` holds the turnover of earlier years; purchases, staff and energy are the costs of the year in the past.
    """

    forecast_turnover: Maybe[Money] = NOT_KNOWN
    past_turnover: Maybe[Money] = NOT_KNOWN
    rent: Maybe[Money] = NOT_KNOWN
    history: tuple[YearTurnover, ...] = NOT_LISTED
    seats: Maybe[Count] = NOT_KNOWN
    turns: Maybe[Fraction] = NOT_KNOWN
    spend: Maybe[Money] = NOT_KNOWN
    open_days: Maybe[Count] = NOT_KNOWN
    purchases: Maybe[Money] = NOT_KNOWN
    staff_costs: Maybe[Money] = NOT_KNOWN
    energy_costs: Maybe[Money] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class CashStatement:
    """What one person can have put in: what he had and received over a time, less what he lived on and spent.

    `opening`: money and savings at the beginning; `income`: legal net income; `receipts`: other receipts; `spending`:
    what is known to be spent beside the cost of living. `living_costs`: what the municipality reckons for the whole
    time, in place of the norm for the household.
    """

    person: Maybe[str] = NOT_KNOWN
    from_: Maybe[When] = NOT_KNOWN
    until: Maybe[When] = NOT_KNOWN
    opening: Maybe[Money] = NOT_KNOWN
    income: Maybe[Money] = NOT_KNOWN
    receipts: Maybe[Money] = NOT_KNOWN
    spending: Maybe[Money] = NOT_KNOWN
    household: Household | NotKnown = NOT_KNOWN
    living_costs: Maybe[Money] = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Financing:
    """Need, sources, operations, and the cash statements of who put money in."""

    need: tuple[NeedLine, ...] = NOT_LISTED
    sources: tuple[SourceLine, ...] = NOT_LISTED
    operations: Maybe[Operations] = NOT_KNOWN
    cash_statements: tuple[CashStatement, ...] = NOT_LISTED
