# SPDX-License-Identifier: EUPL-1.2
"""The financing in section 7: need, sources, reconciliation to the cent, figures with their sums, and a picture."""

from __future__ import annotations

from decimal import Decimal

from assessment.dossier.financing import Evidence, Financing, NeedLine, Operations, SourceLine
from assessment.inquiry.funding import evidenced
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from assessment.money import show_money
from assessment.outcome import Funding
from assessment.telling.block import Bar, BarPicture, Block, Paragraph, Table, Tone
from assessment.telling.figures_told import figures
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row, table_or
from assessment.telling.words import listed, told, told_computed, told_euro, told_share


def funding(material: Material) -> tuple[Block, ...]:
    """Give the whole of the financing, or say that nothing was recorded."""
    financing, totals = material.dossier.financing, material.assessment.funding
    if financing is None:
        return (quiet("Er is geen investering."),)
    if not isinstance(financing, Financing) or totals is None:
        return (quiet("Over nodig en herkomst van het geld is niets vastgelegd."),)
    closes = totals.need == totals.declared == totals.evidenced
    return (
        _need(material, financing, totals),
        _sources(material, financing, totals),
        _grades(material, financing),
        *((_closing(totals),) if closes else (_reconciliation(totals), *_picture(financing, totals))),
        *(() if closes and material.is_brief else figures(material, totals)),
        *(() if closes else (material.rule("not-demonstrated"),)),
    )


def _need(material: Material, financing: Financing, totals: Funding) -> Block:
    rows = [row(_bill(material, one), show_money(one.amount), told(one.evidence)) for one in financing.need]
    rows += [row("Totaal nodig", show_money(totals.need), "")] if rows else []
    heads = columns(("Nodig", 0.58), ("Bedrag €", 0.2), ("Bewijs", 0.22))
    return table_or("", heads, rows, "Wat nodig is, is niet vastgelegd.", totals=1)


def _bill(material: Material, line: NeedLine) -> str:
    return f"{_labelled(line)} (betaald door {material.name(line.paid_by)})" if line.paid_by else _labelled(line)


def _labelled(line: NeedLine | SourceLine) -> str:
    return f"{told(line.label)}. {line.note}" if line.note else told(line.label)


def _sources(material: Material, financing: Financing, totals: Funding) -> Block:
    rows = [
        row(
            _source(material, one),
            show_money(one.amount),
            show_money(evidenced(one)),
            told(one.evidence),
            _terms_of(one),
        )
        for one in financing.sources
    ]
    rows += [row("Totaal opgegeven", show_money(totals.declared), show_money(totals.evidenced), "", "")] if rows else []
    heads = columns(
        ("Herkomst", 0.29), ("Bedrag €", 0.13), ("Aangetoond €", 0.15), ("Bewijs", 0.08), ("Bijzonderheden", 0.35)
    )
    return table_or("", heads, rows, "De herkomst is niet vastgelegd.", totals=1)


def _source(material: Material, line: SourceLine) -> str:
    """Tell label, kind and lender; what the label says already is not said again."""
    label = _labelled(line)
    lender = material.name(line.lender) if line.lender else ""
    kind = material.word(line.kind)
    said = [kind] if kind.lower() not in label.lower() else []
    said += [f"van {lender}"] if lender and lender.lower() not in label.lower() else []
    said += [f"overgemaakt door {material.name(line.payer)}"] if line.payer else []
    return f"{label} ({', '.join(said)})" if said else label


def _terms_of(line: SourceLine) -> str:
    """Tell cash and, of a loan, its terms and what the lender can bear; what is not known is named together."""
    parts: list[tuple[str, object, str]] = [("contant", line.cash, told_euro(line.cash))] if line.cash != 0 else []
    parts += _loan(line) if line.lender else []
    named = [f"{name} {text}" for name, value, text in parts if value is not NOT_KNOWN]
    unknown = [name for name, value, _ in parts if value is NOT_KNOWN]
    named += [f"land {line.country}"] if isinstance(line.country, str) and line.country != "NL" else []
    named += [f"niet bekend: {listed(unknown)}"] if unknown else []
    return "; ".join(named)


def _loan(line: SourceLine) -> list[tuple[str, object, str]]:
    return [
        ("afgesproken", line.agreed_on, told(line.agreed_on)),
        ("overgemaakt", line.transferred_on, told(line.transferred_on)),
        ("rente", line.interest, told_share(line.interest)),
        ("zekerheid", line.security, told(line.security)),
        ("aflossingsschema", line.repayment_schedule, told(line.repayment_schedule)),
        ("inkomen geldgever", line.lender_income, told_euro(line.lender_income)),
        ("vermogen geldgever", line.lender_wealth, told_euro(line.lender_wealth)),
    ]


def _grades(material: Material, financing: Financing) -> Paragraph:
    """Explain the grades of evidence that occur."""
    found = {one.evidence for one in financing.need} | {one.evidence for one in financing.sources}
    grades = [f"{one} {material.word(one)}" for one in Evidence if one in found]
    return quiet(f"Bewijs: {'; '.join(grades) or told('')}.")


def _closing(totals: Funding) -> Paragraph:
    return Paragraph.of(f"Nodig, opgegeven en aangetoond sluiten op de cent: {told_euro(totals.need)}.", Tone.RULE)


def _reconciliation(totals: Funding) -> Block:
    """Reconcile to the cent: what is needed, what was declared, what is proven."""
    rows = (
        row("Nodig", show_money(totals.need), ""),
        row("Opgegeven herkomst", show_money(totals.declared), ""),
        row("Verschil: nodig min opgegeven", *_gap(totals)),
        row("Aangetoond: E3 en E4, of het bewezen deel", show_money(totals.evidenced), _proven_share(totals)),
        row("Niet aangetoond: nodig min aangetoond", show_money(totals.need - totals.evidenced), _rest(totals)),
    )
    heads = columns(("§ Aansluiting op de cent", 0.58), ("Bedrag €", 0.2), ("Deel van nodig %", 0.22))
    return Table("", heads, rows)


def _gap(totals: Funding) -> tuple[str, str]:
    """Tell the gap and its part of the need; where one of both was not recorded, neither is known."""
    if totals.gap is None:
        return NOT_KNOWN_WORD, ""
    return show_money(totals.gap), _part(totals.gap, totals.need)


def _part(amount: Decimal, whole: Decimal) -> str:
    return told_computed(amount / whole if whole else None)


def _proven_share(totals: Funding) -> str:
    return told_computed(totals.evidenced_share)


def _rest(totals: Funding) -> str:
    return told_computed(None if totals.evidenced_share is None else 1 - totals.evidenced_share)


def _picture(financing: Financing, totals: Funding) -> tuple[Block, ...]:
    """Draw need and sources on one scale, the proven part solid; the tables beside it hold the same."""
    if len(financing.sources) < 2:
        return ()
    bars = [Bar("Nodig", totals.need, totals.evidenced)]
    bars += [Bar(told(one.label), one.amount, evidenced(one)) for one in financing.sources]
    alt = (
        f"Nodig is {told_euro(totals.need)}, opgegeven {told_euro(totals.declared)},"
        f" aangetoond {told_euro(totals.evidenced)}; per bron staat hetzelfde in de tabel met de herkomst."
    )
    return (BarPicture("Nodig en herkomst; het dichte deel is aangetoond", alt, tuple(bars)),)


def operations(material: Material) -> tuple[Block, ...]:
    """Give forecast, history and rent, when they were recorded."""
    financing, totals = material.dossier.financing, material.assessment.funding
    yearly = financing.operations if isinstance(financing, Financing) else None
    if not isinstance(yearly, Operations) or totals is None:
        return ()
    text = (
        f"Omzet per jaar: verwacht {told_euro(yearly.forecast_turnover)}, eerder {told_euro(yearly.past_turnover)},"
        f" verschil {told_computed(totals.turnover_change)}. Huur per jaar: {told_euro(yearly.rent)}."
    )
    return (Paragraph.of(text),)
