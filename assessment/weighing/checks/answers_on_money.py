# SPDX-License-Identifier: EUPL-1.2
"""What the financing says against an answer about money (practice.md 1.2 and its red flags)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.dossier.financing import Evidence, Financing, FundingKind, NeedLine, SourceLine
from assessment.inquiry.funding import evidenced
from assessment.inquiry.lender import is_received_before_agreed
from assessment.inquiry.third_party import is_paid_by_another
from assessment.known import known
from assessment.money import show_euro, show_percent
from assessment.weighing.checks.case import Case
from assessment.weighing.checks.speaks_against import Against

_PAPER_ONLY: Final = frozenset({Evidence.E0, Evidence.E1, Evidence.E2})
_NOTHING: Final = frozenset({Evidence.E0, Evidence.E1})
_LENT: Final = frozenset({FundingKind.PRIVATE_LOAN, FundingKind.FOREIGN_LOAN})


def sources(case: Case) -> tuple[SourceLine, ...]:
    """Give the sources of the financing; none where nothing was recorded."""
    financing = case.dossier.financing
    return financing.sources if isinstance(financing, Financing) else ()


def needs(case: Case) -> tuple[NeedLine, ...]:
    """Give what has to be paid; none where nothing was recorded."""
    financing = case.dossier.financing
    return financing.need if isinstance(financing, Financing) else ()


def gap(case: Case) -> Iterator[Against]:
    """Need and sources differ."""
    if case.funding is not None and needs(case) and sources(case) and case.funding.gap:
        yield Against(parts=(("amount", show_euro(abs(case.funding.gap))),))


def no_gap(case: Case) -> Iterator[Against]:
    """Need and sources are the same to the cent."""
    if case.funding is not None and case.funding.need and case.funding.gap == 0:
        yield Against()


def unproven_sources(case: Case) -> Iterator[Against]:
    """A source of which less than the whole is proven by a contract and a transfer."""
    for line in sources(case):
        if line.evidence in _PAPER_ONLY and evidenced(line) < line.amount:
            yield _labelled(line)


def unproven_needs(case: Case) -> Iterator[Against]:
    """Something that has to be paid of which there is no document at all."""
    for line in needs(case):
        if line.evidence in _NOTHING:
            yield _labelled(line)


def cash(case: Case) -> Iterator[Against]:
    """A source that was paid in cash, wholly or in part."""
    for line in sources(case):
        if (part := known(line.cash)) is not None and part > 0:
            yield Against(parts=(("label", line.label), ("amount", show_euro(part))))


def beyond_capacity(case: Case) -> Iterator[Against]:
    """A private lender who lends more than a year's income and all he owns."""
    private = {known(line.lender) for line in sources(case) if line.kind in _LENT}
    for figure in case.funding.figures if case.funding is not None else ():
        name, _, lender = figure.name.partition(":")
        if name == "lender_shortfall" and lender in private and figure.value is not None and figure.value > 0:
            yield Against((lender,), (("amount", show_euro(figure.value)),))


def received_early(case: Case) -> Iterator[Against]:
    """Money that came before its contract."""
    for line in sources(case):
        if is_received_before_agreed(line):
            yield _labelled(line)


def without_terms(case: Case) -> Iterator[Against]:
    """A loan of which it is recorded that it has no interest, no security and no schedule."""
    for line in sources(case):
        no_interest = line.interest is None or known(line.interest) == 0
        if line.kind in _LENT and no_interest and line.security is False and line.repayment_schedule is False:
            yield _labelled(line)


def cash_shortfall(case: Case) -> Iterator[Against]:
    """More own money than the cash statement leaves."""
    for figure in case.funding.figures if case.funding is not None else ():
        name, _, person = figure.name.partition(":")
        if name == "cash_shortfall" and figure.value is not None and figure.value > 0:
            yield Against((person,) if person else (), (("amount", show_euro(figure.value)),))


def paid_by_another(case: Case) -> Iterator[Against]:
    """A bill that somebody else paid."""
    for line in needs(case):
        if is_paid_by_another(line, case.own):
            yield Against((str(line.paid_by),), (("label", line.label),))


def turnover_jump(case: Case) -> Iterator[Against]:
    """A forecast far above the past."""
    change = case.funding.turnover_change if case.funding is not None else None
    if change is not None and change >= case.framework.value("turnover_jump"):
        yield Against(parts=(("share", show_percent(change)),))


def _labelled(line: SourceLine | NeedLine) -> Against:
    lender = known(line.lender) if isinstance(line, SourceLine) else None
    return Against(parts=(("label", line.label),), whose=lender or "")
