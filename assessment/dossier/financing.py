# SPDX-License-Identifier: EUPL-1.2
"""What the activity costs, where the money comes from, and how far that is proven."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown
from assessment.money import ZERO, Fraction, Money


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


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One thing that has to be paid."""

    label: str = ""
    amount: Money = ZERO
    evidence: Evidence | NotKnown = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One sum of money with which it is paid, and what is known of who gave it."""

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


@dataclass(frozen=True, slots=True)
class Operations:
    """Yearly figures of the business, in euro."""

    forecast_turnover: Maybe[Money] = NOT_KNOWN
    past_turnover: Maybe[Money] = NOT_KNOWN
    rent: Maybe[Money] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Financing:
    """Need, sources and operations."""

    need: tuple[NeedLine, ...] = NOT_LISTED
    sources: tuple[SourceLine, ...] = NOT_LISTED
    operations: Maybe[Operations] = NOT_KNOWN
