# SPDX-License-Identifier: EUPL-1.2
"""X08, X11, X12 and X15: references and amounts that contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from assessment.dossier.fact import Benefit
from assessment.dossier.financing import Financing
from assessment.dossier.relation import Relation, Role
from assessment.known import known
from assessment.weighing.checks.case import Case, Raised, raised

_WHOLE: Final = Decimal(1)
_ROUNDING: Final = Decimal("0.001")


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look for references that lead nowhere, and for amounts that exceed what they are a part of."""
    yield from _references(case)
    yield from _shares(case)
    yield from _benefits(case)
    yield from _amounts(case)


def _references(case: Case) -> Iterator[Raised]:
    dossier = case.dossier
    parties = {one.id for one in dossier.parties}
    for fact in dossier.facts:
        if fact.actor not in parties or not set(fact.sources) <= set(case.information):
            yield raised("X08-fact", fact.id)
    for one in dossier.relations:
        if not {one.from_, one.to} <= parties:
            yield raised("X08-relation", one.id)


def _shares(case: Case) -> Iterator[Raised]:
    """Shares of one organisation that exceed the whole on the day that one of them begins."""
    held: dict[tuple[str, Role], list[Relation]] = defaultdict(list)
    for one in case.dossier.relations:
        if one.role in {Role.SHAREHOLDER, Role.HOLDER_OF_VOTING_RIGHTS} and known(one.share) is not None:
            held[one.to, one.role].append(one)
    for (organisation, _), relations in held.items():
        over = [one.id for one in relations if _total(relations, one) > _WHOLE + _ROUNDING]
        if over:
            yield raised("X11-shares", organisation, *over)


def _total(relations: Iterable[Relation], at: Relation) -> Decimal:
    return sum((share for one in relations if _overlaps(one, at) and (share := known(one.share))), Decimal(0))


def _overlaps(one: Relation, at: Relation) -> bool:
    """Whether a relation certainly lasted on the first day of another; what is not known does not accuse."""
    since, until, day = known(one.since), known(one.until), known(at.since)
    if one is at:
        return True
    if since is None or day is None or since.last > day.first:
        return False
    return one.until is None or (until is not None and until.first > day.first)


def _benefits(case: Case) -> Iterator[Raised]:
    for fact in case.dossier.facts:
        benefit = known(fact.benefit)
        if isinstance(benefit, Benefit):
            low, amount, high = (known(one) for one in (benefit.low, benefit.amount, benefit.high))
            steps = [one for one in (low, amount, high) if one is not None]
            if steps != sorted(steps):
                yield raised("X12-benefit", fact.id)


def _amounts(case: Case) -> Iterator[Raised]:
    financing = known(case.dossier.financing)
    for line in financing.sources if isinstance(financing, Financing) else ():
        parts = [known(one) for one in (line.cash, line.evidenced)]
        if any(part is not None and part > line.amount for part in parts):
            yield raised("X15-part", label=line.label)
