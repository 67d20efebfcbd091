# SPDX-License-Identifier: EUPL-1.2
"""What a lender can bear against what he lends, and money that came before its contract (practice.md 1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assessment.dates import When
from assessment.dossier.financing import SourceLine
from assessment.known import known
from assessment.money import ZERO, money
from assessment.outcome import Figure


def lender_figures(sources: Sequence[SourceLine]) -> Iterator[Figure]:
    """Give per lender capacity and shortfall, and the sum that was received before it was agreed.

    A lender is named by the id of the party; `lender_shortfall` is positive where he lends more than he earns in a
    year and owns together, and has no value while income or wealth is not known.
    """
    lenders = dict.fromkeys(known(line.lender) for line in sources)
    for lender in lenders:
        if lender is not None:
            yield from _of_lender(lender, [line for line in sources if line.lender == lender])
    early = [line for line in sources if is_received_before_agreed(line)]
    yield Figure(
        "received_before_agreed",
        money(sum((line.amount for line in early), ZERO)),
        True,
        "som van de bronnen waarvan het geld is ontvangen voordat de overeenkomst is gesloten",
        tuple((line.label, line.amount) for line in early),
    )


def is_received_before_agreed(line: SourceLine) -> bool:
    """Whether the money certainly came before the contract; imprecise dates that overlap say nothing."""
    agreed, transferred = line.agreed_on, line.transferred_on
    return isinstance(agreed, When) and isinstance(transferred, When) and transferred.last < agreed.first


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
