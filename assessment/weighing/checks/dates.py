# SPDX-License-Identifier: EUPL-1.2
"""X01 to X05, X07, X09, X10, X13 and X14: dates that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dates import Period, When
from assessment.dossier.event import EventKind
from assessment.dossier.financing import Financing
from assessment.known import Maybe, known
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.event_order import raise_of_events


def is_before(first: Maybe[When], second: Maybe[When]) -> bool:
    """Whether the first date certainly lies before the second: its last day before the other's first day."""
    return isinstance(first, When) and isinstance(second, When) and first.last < second.first


def raise_checks(case: Case) -> Iterator[Raised]:
    """Compare every pair of dates that has an order."""
    yield from _facts(case)
    yield from _loans(case)
    yield from _founded(case)
    yield from _information(case)
    yield from _relations(case)
    yield from _events(case)
    yield from _hearings(case)


def _facts(case: Case) -> Iterator[Raised]:
    for fact in case.dossier.facts:
        period = known(fact.committed)
        if not isinstance(period, Period):
            continue
        if period.end.first > case.on or period.first.first > case.on:
            yield raised("X01-later", fact.id)
        if is_before(period.end, period.first):
            yield raised("X13-period", fact.id)
        if is_before(fact.status_on, period.first):
            yield raised("X09-status", fact.id)


def _loans(case: Case) -> Iterator[Raised]:
    financing = known(case.dossier.financing)
    for line in financing.sources if isinstance(financing, Financing) else ():
        if is_before(line.transferred_on, line.agreed_on):
            yield raised("X02-loan", label=line.label)


def _founded(case: Case) -> Iterator[Raised]:
    founded = {one.id: one.founded for one in case.dossier.parties}
    for relation in case.dossier.relations:
        young = [party for party in (relation.from_, relation.to) if is_before(relation.since, founded.get(party))]
        if young:
            yield raised("X03-relation", relation.id, *young)
    financing = known(case.dossier.financing)
    for line in financing.sources if isinstance(financing, Financing) else ():
        lender = known(line.lender)
        if lender and any(is_before(day, founded.get(lender)) for day in (line.agreed_on, line.transferred_on)):
            yield raised("X03-loan", lender, label=line.label)


def _information(case: Case) -> Iterator[Raised]:
    for one in case.dossier.information:
        if is_before(one.received_on, one.requested_on):
            yield raised("X04-received", one.id)
        if is_before(When.on(case.on), one.received_on):
            yield raised("X14-future", one.id)


def _relations(case: Case) -> Iterator[Raised]:
    for one in case.dossier.relations:
        if is_before(one.until, one.since):
            yield raised("X05-relation", one.id)


def _events(case: Case) -> Iterator[Raised]:
    yield from raise_of_events(case.dossier, case.catalogue)
    for event in case.dossier.events:
        if is_before(When.on(case.on), event.on) and event.kind is not EventKind.TRANSFER_INTENDED:
            yield raised("X14-event", event=case.catalogue.word("event-kind", event.kind))


def _hearings(case: Case) -> Iterator[Raised]:
    for one in case.dossier.hearings:
        if is_before(one.received_on, one.invited_on) or is_before(one.due, one.invited_on):
            yield raised("X10-hearing", one.id)
