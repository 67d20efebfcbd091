# SPDX-License-Identifier: EUPL-1.2
"""What a business can take in, what it took in before, and what it spends: beside the forecast (practice.md 1.2).

A business of which none of this is recorded gives no figures here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from assessment.catalogue.norm import RATIOS, Norms
from assessment.dossier.financing import Operations
from assessment.known import known
from assessment.money import ZERO, money, show_percent
from assessment.outcome import Figure

Part = tuple[str, Decimal | None]
_COUNTS: Final = ("zitplaatsen", "gasten per plaats per dag", "open dagen per jaar")


def capacity_figures(operations: Operations, permits: tuple[str, ...], norms: Norms) -> Iterator[Figure]:
    """Give the turnover that is possible, forecast and past against it, the years before, and the ratios of costs."""
    yield from _capacity(operations)
    yield from _history(operations)
    yield from _ratios(operations, permits, norms)


def _capacity(operations: Operations) -> Iterator[Figure]:
    seats, turns, days = _COUNTS
    parts: tuple[Part, ...] = (
        (seats, _count(known(operations.seats))),
        (turns, known(operations.turns)),
        ("besteding per gast", known(operations.spend)),
        (days, _count(known(operations.open_days))),
    )
    values = [value for _, value in parts if value is not None]
    if not values:
        return
    possible = None
    if len(values) == len(parts):
        product = Decimal(1)
        for value in values:
            product *= value
        possible = money(product)
    formula = "zitplaatsen × gasten per plaats per dag × besteding per gast × open dagen per jaar"
    inputs = tuple((label, value) for label, value in parts if value is not None)
    yield Figure("capacity_turnover", possible, True, formula, inputs, counts=_COUNTS)
    whole = ("mogelijke omzet", possible)
    yield _share("forecast_of_capacity", ("verwachte omzet", known(operations.forecast_turnover)), whole)
    yield _share("past_of_capacity", ("omzet in het verleden", known(operations.past_turnover)), whole)


def _history(operations: Operations) -> Iterator[Figure]:
    years = operations.history
    if not years:
        return
    mean = money(sum((one.turnover for one in years), ZERO) / len(years))
    inputs = tuple((f"omzet {one.year}", one.turnover) for one in years)
    yield Figure("history_mean", mean, True, "som van de omzet per jaar / aantal jaren", inputs)
    forecast = known(operations.forecast_turnover)
    change = None if forecast is None else forecast - mean
    yield _share("forecast_against_history", ("verwachte omzet − gemiddelde omzet", change), ("gemiddelde omzet", mean))


def _ratios(operations: Operations, permits: tuple[str, ...], norms: Norms) -> Iterator[Figure]:
    """Costs of the past year as a part of its turnover, with the norm of the branch, or that there is none."""
    costs: tuple[Part, ...] = (
        ("inkoop", known(operations.purchases)),
        ("personeelskosten", known(operations.staff_costs)),
        ("energiekosten", known(operations.energy_costs)),
    )
    for ratio, cost in zip(RATIOS, costs, strict=True):
        if cost[1] is None:
            continue
        figure = _share(ratio, cost, ("omzet in het verleden", known(operations.past_turnover)))
        norm = norms.branch(ratio, permits)
        usual = f"gebruikelijk {show_percent(norm.low)} tot {show_percent(norm.high)}; " if norm else ""
        yield Figure(figure.name, figure.value, False, figure.formula, figure.inputs, f"{usual}{norms.told(norm)}")


def _share(name: str, part: Part, whole: Part) -> Figure:
    value = None if part[1] is None or not whole[1] else part[1] / whole[1]
    inputs = tuple((label, amount) for label, amount in (part, whole) if amount is not None)
    return Figure(name, value, False, f"({part[0]}) / ({whole[0]})", inputs)


def _count(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
