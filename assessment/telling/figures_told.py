# SPDX-License-Identifier: EUPL-1.2
"""Computed figures in section 7, each with the way it was computed and what went in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from assessment.known import NOT_KNOWN_WORD
from assessment.money import show_money, show_number, show_percent
from assessment.outcome import Figure, Funding
from assessment.telling.block import Block, Table
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row
from assessment.telling.words import listed, told_euro

NAMES: Final = {
    "cash": "contant ingebracht",
    "private_and_foreign": "particulier en buitenlands geld",
    "own_savings_evidenced": "aangetoond spaargeld",
    "cash_share": "contant deel",
    "private_foreign_share": "deel particulier en buitenlands",
    "turnover_change": "verwachte omzet tegenover eerder",
    "rent_share_of_past_turnover": "huur tegenover eerdere omzet",
    "lender_capacity": "draagkracht van {party}",
    "lender_shortfall": "lening boven de draagkracht van {party}",
    "received_before_agreed": "ontvangen vóór de overeenkomst",
    "third_party_payments": "door een ander betaald",
    "living_costs": "levensonderhoud ({party})",
    "cash_available": "ten hoogste beschikbaar ({party})",
    "own_contribution": "eigen inbreng ({party})",
    "cash_shortfall": "eigen inbreng boven wat beschikbaar was ({party})",
    "capacity_turnover": "mogelijke omzet per jaar",
    "forecast_of_capacity": "verwachte omzet tegenover mogelijke",
    "past_of_capacity": "eerdere omzet tegenover mogelijke",
    "history_mean": "gemiddelde omzet van eerdere jaren",
    "forecast_against_history": "verwachte omzet tegenover het gemiddelde",
    "purchase_share": "inkoop tegenover omzet",
    "staff_share": "personeelskosten tegenover omzet",
    "energy_share": "energiekosten tegenover omzet",
}
"""What a figure is called; one that is not named here keeps its own name."""

RECONCILED: Final = (
    "need", "declared", "gap", "evidenced", "evidenced_share", "not_evidenced_share", "gap_share_of_need"
)  # fmt: skip
"""Figures that the reconciliation already holds."""


def figures(material: Material, totals: Funding) -> tuple[Block, ...]:
    """Give the figures that are known with their sums, and name those that cannot be computed."""
    rest = [one for one in totals.figures if one.name not in RECONCILED]
    rows = tuple(row(_name(material, one), told_value(one), _computed(one)) for one in rest if one.value is not None)
    unknown = [_name(material, one) for one in rest if one.value is None]
    heads = columns(("§ Cijfer", 0.3), ("Uitkomst", 0.17), ("Zo berekend", 0.53))
    table = (Table("", heads, rows),) if rows else ()
    return (*table, *((quiet(f"Niet te berekenen zonder meer gegevens: {listed(unknown)}."),) if unknown else ()))


def _name(material: Material, figure: Figure) -> str:
    kind, _, party = figure.name.partition(":")
    return told_name(kind, material.name(party) if party else "")


def told_name(kind: str, party: str) -> str:
    """Name a figure of a kind, with the name of the party that it is about, if any."""
    name = NAMES.get(kind, kind)
    return name.replace("{party}", party) if party else name.replace(" ({party})", "")


def told_inputs(figure: Figure, show: Callable[[Decimal], str] = show_money) -> str:
    """Tell what went into a figure: amounts as `show` writes them, numbers of things as they are."""
    return "; ".join(
        f"{name} {show_number(value) if name in figure.counts else show(value)}" for name, value in figure.inputs
    )


def told_value(figure: Figure) -> str:
    """Tell what came out: an amount, a share, or that it is not known."""
    if figure.value is None:
        return NOT_KNOWN_WORD
    return told_euro(figure.value) if figure.is_money else show_percent(figure.value)


def _computed(figure: Figure) -> str:
    source = f"norm: {figure.source}" if figure.source else ""
    return ". ".join(one for one in (figure.formula, told_inputs(figure), source) if one)
