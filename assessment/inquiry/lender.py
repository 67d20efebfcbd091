# SPDX-License-Identifier: EUPL-1.2
"""What a lender can bear against what he lends, and money that came before its contract (practice.md 1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from assessment.dates import When
from assessment.dossier.financing import FundingKind, SourceLine
from assessment.known import NOT_LISTED, NotKnown, known
from assessment.money import ZERO, money
from assessment.outcome import Figure

LOANS: Final = frozenset(
    {
        FundingKind.BANK_LOAN,
        FundingKind.PRIVATE_LOAN,
        FundingKind.FOREIGN_LOAN,
        FundingKind.BREWERY_LOAN,
        FundingKind.VENDOR_LOAN,
    }
)


def lender_figures(sources: Sequence[SourceLine]) -> Iterator[Figure]:
    """Give per lender capacity and shortfall, and the sum that was received before it was agreed.

    That sum is not known where no loan certainly came too early and one of them lacks a date. A lender is named by the
    id of the party; `lender_shortfall` is positive where he lends more than he earns in a
    year and owns together, and has no value while income or wealth is not known.
    """
    lenders = dict.fromkeys(known(line.lender) for line in sources)
    for lender in lenders:
        if lender is not None:
            yield from _of_lender(lender, [line for line in sources if line.lender == lender])
    early = [line for line in sources if is_received_before_agreed(line)]
    is_open = sources is NOT_LISTED or any(_may_be_early(line) for line in sources)
    yield Figure(
        "received_before_agreed",
        None if is_open and not early else money(sum((line.amount for line in early), ZERO)),
        True,
        "som van de bronnen waarvan het geld is ontvangen voordat de overeenkomst is gesloten",
        tuple((line.label, line.amount) for line in early),
    )


def is_received_before_agreed(line: SourceLine) -> bool:
    """Whether the money certainly came before the contract; imprecise dates that overlap say nothing."""
    agreed, transferred = line.agreed_on, line.transferred_on
    return isinstance(agreed, When) and isinstance(transferred, When) and transferred.last < agreed.first


def _may_be_early(line: SourceLine) -> bool:
    """Whether a date is missing that decides; only money that somebody lends has a contract to come before."""
    is_lent = bool(known(line.lender)) or line.kind in LOANS
    return is_lent and (isinstance(line.agreed_on, NotKnown) or isinstance(line.transferred_on, NotKnown))


def _of_lender(lender: str, lines: Sequence[SourceLine]) -> Iterator[Figure]:
    """Income and wealth are those of one person, so they count once however many loans he gives."""
    loan = sum((line.amount for line in lines), ZERO)
    income = _largest(known(line.lender_income) for line in lines)
    wealth = _largest(known(line.lender_wealth) for line in lines)
    parts = tuple((label, value) for label, value in (("inkomen", income), ("vermogen", wealth)) if value is not None)
    capacity = None if income is None or wealth is None else money(income + wealth)
    shortfall = None if capacity is None else money(loan - capacity)
    yield Figure(f"lender_capacity:{lender}", capacity, True, "inkomen per jaar + vermogen van de geldgever", parts)
    yield Figure(
        f"lender_shortfall:{lender}",
        shortfall,
        True,
        "lening − (inkomen per jaar + vermogen van de geldgever)",
        (("lening", loan), *parts),
    )


def _largest(values: Iterable[Decimal | None]) -> Decimal | None:
    return max((value for value in values if value is not None), default=None)
