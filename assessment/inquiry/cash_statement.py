# SPDX-License-Identifier: EUPL-1.2
"""The cash statement (kasopstelling): what somebody can have put in, against what he did put in (practice.md 1.2).

opening balance + legal net income + other receipts − cost of living − known spending = available at most. What is not
recorded gives no figure. A shortfall is unexplained money: a finding to ask about, and never an offence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from assessment.catalogue.norm import LivingCost, Norms
from assessment.dates import When
from assessment.dossier.financing import CashStatement, Financing, FundingKind, Household, SourceLine
from assessment.known import Maybe, NotKnown, known
from assessment.money import ZERO, Money, money
from assessment.outcome import Figure

OWN_MONEY: Final = frozenset({FundingKind.OWN_SAVINGS, FundingKind.SALE_OF_ASSETS})
"""Sources that somebody puts in from what he has."""

_BY_NORM: Final = "norm per maand × hele maanden"
_MONTHS: Final = "hele maanden"
_OVERLAP: Final = " (de tijdvakken overlappen en zijn niet op te tellen)"
_TERMS: Final = "beginsaldo + inkomen + overige ontvangsten − levensonderhoud − bekende uitgaven"


@dataclass(frozen=True, slots=True)
class _Living:
    """What living cost over a statement, and where that comes from."""

    amount: Money | None
    formula: str
    inputs: tuple[tuple[str, Decimal], ...] = ()
    source: str = ""
    counts: tuple[str, ...] = ()


def cash_figures(financing: Financing, subjects: Collection[str], norms: Norms) -> Iterator[Figure]:
    """Give per person the cost of living, what was available at most, what he put in, and the shortfall."""
    by_person: defaultdict[str, list[CashStatement]] = defaultdict(list)
    for statement in financing.cash_statements:
        by_person[known(statement.person) or ""].append(statement)
    for person, statements in by_person.items():
        own = [line for line in financing.sources if _is_put_in_by(line, person, subjects)]
        yield from _of_person(f":{person}" if person else "", statements, own, norms)


def _of_person(
    name: str, statements: Sequence[CashStatement], own: Sequence[SourceLine], norms: Norms
) -> Iterator[Figure]:
    """Statements of one person follow each other: what he had at first counts once, the rest adds up."""
    first = min(statements, key=_begin)
    living = _together([_living(one, norms) for one in statements])
    name_of = f"living_costs{name}"
    yield Figure(name_of, living.amount, True, living.formula, living.inputs, living.source, living.counts)
    parts = (
        ("beginsaldo", _amount(first.opening)),
        ("inkomen", _sum(one.income for one in statements)),
        ("overige ontvangsten", _sum(one.receipts for one in statements)),
        ("levensonderhoud", living.amount),
        ("bekende uitgaven", _sum(one.spending for one in statements)),
    )
    overlaps = _overlap(statements)
    available = None if overlaps else _available([part for _, part in parts])
    inputs = tuple((label, value) for label, value in parts if value is not None)
    formula = _TERMS + _OVERLAP if overlaps else _TERMS
    yield Figure(f"cash_available{name}", available, True, formula, inputs, living.source)
    put_in = money(sum((line.amount for line in own), ZERO))
    yield Figure(f"own_contribution{name}", put_in, True, "som van het eigen geld", tuple(_labelled(own)))
    shortfall = None if available is None else money(put_in - available)
    both = (("inbreng", put_in), *(() if available is None else (("beschikbaar", available),)))
    yield Figure(f"cash_shortfall{name}", shortfall, True, "inbreng − wat ten hoogste beschikbaar was", both)


def _is_put_in_by(line: SourceLine, person: str, subjects: Collection[str]) -> bool:
    """Whether a source is somebody's own money; money of which nobody is named is that of the subject."""
    if line.kind not in OWN_MONEY:
        return False
    named = known(line.lender)
    return named == person if named else not person or person in subjects


def _available(parts: Sequence[Money | None]) -> Money | None:
    opening, income, receipts, living, spending = parts
    if opening is None or income is None or receipts is None or living is None or spending is None:
        return None
    return money(opening + income + receipts - living - spending)


def _living(statement: CashStatement, norms: Norms) -> _Living:
    """Take what the municipality reckons, else the norm for the household times the whole months."""
    reckoned = known(statement.living_costs)
    if reckoned is not None:
        return _Living(reckoned, "bedrag dat de gemeente heeft vastgesteld", (("levensonderhoud", reckoned),))
    since, until, household = known(statement.from_), known(statement.until), statement.household
    if not isinstance(household, Household) or since is None or until is None or until.last < since.first:
        return _Living(None, _BY_NORM, (), norms.absent)
    return _by_norm(Counter(norms.living_cost(household, year) for year in years_of_months(since, until)), norms)


def _by_norm(months: Mapping[LivingCost | None, int], norms: Norms) -> _Living:
    """Reckon every month with the norm of its own year: a later and higher one does not count for earlier years."""
    sources = "; ".join(norms.told(one) for one in months) or norms.absent
    parts = [(norm, number) for norm, number in months.items() if norm is not None]
    if len(parts) < len(months):
        return _Living(None, _BY_NORM, (), sources)
    labels = [_MONTHS if len(parts) == 1 else f"{_MONTHS} {norm.year}" for norm, _ in parts]
    inputs = tuple(
        pair
        for label, (norm, number) in zip(labels, parts, strict=True)
        for pair in ((f"norm {norm.year} per maand", norm.monthly), (label, Decimal(number)))
    )
    amount = money(sum((norm.monthly * number for norm, number in parts), ZERO))
    return _Living(amount, _BY_NORM, inputs, sources, tuple(labels))


def _together(parts: Sequence[_Living]) -> _Living:
    """Add up statements that follow each other; one that is not known leaves the sum open."""
    if len(parts) == 1:
        return parts[0]
    inputs = tuple(
        (f"{label} ({number})", value) for number, part in enumerate(parts, 1) for label, value in part.inputs
    )
    counts = tuple(f"{label} ({number})" for number, part in enumerate(parts, 1) for label in part.counts)
    sources = "; ".join(dict.fromkeys(part.source for part in parts if part.source))
    formulas = " + ".join(f"({part.formula})" for part in parts)
    amounts = [part.amount for part in parts if part.amount is not None]
    whole = money(sum(amounts, ZERO)) if len(amounts) == len(parts) else None
    return _Living(whole, formulas, inputs, sources, counts)


def years_of_months(since: When, until: When) -> Iterator[int]:
    """Give for every whole month the year in which it begins."""
    first = since.first.year * 12 + since.first.month - 1
    return ((first + number) // 12 for number in range(whole_months(since, until)))


def whole_months(since: When, until: When) -> int:
    """Count the whole months of a time, its last day included: less than a month more is left to the subject."""
    months = (until.last.year - since.first.year) * 12 + until.last.month - since.first.month
    if _is_last_of_month(until.last):
        months += since.first.day == 1
        return max(0, months)
    return max(0, months - (until.last.day + 1 < since.first.day))


def _is_last_of_month(day: date) -> bool:
    return When(day.year, day.month).last == day


def _overlap(statements: Sequence[CashStatement]) -> bool:
    """Whether two statements of one person hold the same days, which would count twice."""
    spans = [
        (since.first, until.last)
        for one in statements
        if (since := known(one.from_)) is not None and (until := known(one.until)) is not None
    ]
    return any(later[0] <= earlier[1] for earlier, later in pairwise(sorted(spans)))


def _begin(statement: CashStatement) -> date:
    since = known(statement.from_)
    return since.first if since is not None else date.max


def _amount(value: Maybe[Money]) -> Money | None:
    """Give an amount; none is nothing, not known is not."""
    return None if isinstance(value, NotKnown) else value or ZERO


def _sum(values: Iterable[Maybe[Money]]) -> Money | None:
    amounts = [_amount(one) for one in values]
    known_ = [one for one in amounts if one is not None]
    return money(sum(known_, ZERO)) if len(known_) == len(amounts) else None


def _labelled(lines: Iterable[SourceLine]) -> Iterator[tuple[str, Decimal]]:
    return ((line.label, line.amount) for line in lines)
