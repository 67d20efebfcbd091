# SPDX-License-Identifier: EUPL-1.2
"""X18 and X51 to X54: lines of the financing that contradict themselves, each other, or the day of assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from assessment.dates import When
from assessment.dossier.financing import Evidence, FundingKind, SourceLine
from assessment.inquiry.funding import HOME, PROVEN
from assessment.known import known
from assessment.weighing.checks.answers_on_money import sources
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.dates import is_before

_OWN: Final = frozenset({FundingKind.OWN_SAVINGS, FundingKind.SALE_OF_ASSETS})
_LENT: Final = frozenset(
    {
        FundingKind.BANK_LOAN,
        FundingKind.PRIVATE_LOAN,
        FundingKind.FOREIGN_LOAN,
        FundingKind.BREWERY_LOAN,
        FundingKind.VENDOR_LOAN,
    }
)
_NOT_PROVEN: Final = frozenset({Evidence.E0, Evidence.E1})


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look at every source by itself, and for one that stands there twice."""
    for line in sources(case):
        yield from _dates(case, line)
        yield from _lender(line, case.own)
        yield from _proof(line)
    yield from _twice(case)


def _dates(case: Case, line: SourceLine) -> Iterator[Raised]:
    """What still has to be agreed or paid proves nothing yet on the day of assessment."""
    today = When.on(case.on)
    if is_before(today, line.agreed_on) or is_before(today, line.transferred_on):
        yield raised("X18-later", label=line.label)


def _lender(line: SourceLine, own: Collection[str]) -> Iterator[Raised]:
    """Somebody who lends to himself, a saver who is somebody else, and foreign money from here."""
    lender = known(line.lender)
    if line.kind in _LENT and lender and lender in own:
        yield raised("X51-itself", lender, label=line.label)
    if line.kind in _OWN and lender and lender not in own:
        yield raised("X51-other", lender, label=line.label)
    if line.kind is FundingKind.FOREIGN_LOAN and line.country == HOME:
        yield raised("X52-home", label=line.label)


def _proof(line: SourceLine) -> Iterator[Raised]:
    """A grade of proof and what was recorded beside it."""
    part = known(line.evidenced)
    if part is not None and ((part > 0 and line.evidence in _NOT_PROVEN) or (not part and line.evidence in PROVEN)):
        yield raised("X53-part", label=line.label)
    if line.evidence in PROVEN and line.transferred_on is None:
        yield raised("X53-transfer", label=line.label)


def _twice(case: Case) -> Iterator[Raised]:
    """The same sum from the same lender at the same time, recorded twice."""
    seen = Counter(
        (known(line.lender), line.kind, line.amount, line.transferred_on)
        for line in sources(case)
        if known(line.lender) and line.amount
    )
    for (lender, *_), times in seen.items():
        if times > 1 and lender:
            yield raised("X54-twice", lender)
