# SPDX-License-Identifier: EUPL-1.2
"""The financing to the cent: need, sources, gap, and how far it is proven (blueprint 4.4; practice.md 1.2).

Not demonstrated is a finding of its own and never an offence. What is not known gives no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier
from assessment.dossier.financing import Evidence, Financing, FundingKind, Operations, SourceLine
from assessment.inquiry.capacity import capacity_figures
from assessment.inquiry.cash_statement import cash_figures
from assessment.inquiry.lender import lender_figures
from assessment.inquiry.sole_trader import own_parties
from assessment.inquiry.third_party import third_party_figures
from assessment.known import NOT_LISTED, NotKnown, known
from assessment.money import ZERO, Money, money
from assessment.outcome import Figure, Funding

HOME: Final = "NL"
"""Money is foreign when it comes from elsewhere; who somebody is or where he was born plays no part."""

PROVEN: Final = frozenset({Evidence.E3, Evidence.E4})
PRIVATE_OR_FOREIGN: Final = frozenset({FundingKind.PRIVATE_LOAN, FundingKind.FOREIGN_LOAN})


def fund(dossier: RuleDossier, catalogue: Catalogue) -> Funding | None:
    """Add up the financing; None when nothing was recorded."""
    financing = dossier.financing
    if not isinstance(financing, Financing):
        return None
    operations = financing.operations if isinstance(financing.operations, Operations) else Operations()
    if not financing.need and not financing.sources and operations == Operations() and not financing.cash_statements:
        return None
    own = own_parties(dossier, catalogue)
    more = (
        *third_party_figures(financing, own),
        *cash_figures(financing, own, catalogue.norms),
        *capacity_figures(operations, tuple(one.type for one in dossier.permits), catalogue.norms),
    )
    return _Sum(financing, operations).funding(more)


def evidenced(line: SourceLine) -> Money:
    """Give the part of a sum that is proven: what was recorded, else all of it at E3 and E4, nothing below."""
    part = known(line.evidenced)
    if part is not None:
        return min(part, line.amount)
    return line.amount if line.evidence in PROVEN else ZERO


def is_evidence_known(line: SourceLine) -> bool:
    """Whether it was recorded how far a sum is proven; an empty field does not say that nothing is."""
    return known(line.evidenced) is not None or isinstance(line.evidence, Evidence)


def is_private_or_foreign(line: SourceLine) -> bool | None:
    """Whether money comes from a private or foreign lender or from another country; None when its kind is not known."""
    country = known(line.country)
    if (country is not None and country != HOME) or line.kind in PRIVATE_OR_FOREIGN:
        return True
    return None if isinstance(line.kind, NotKnown) else False


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Divide; None where either is not known or the whole is nothing. Rounded only where it is told, and only once."""
    return None if part is None or not whole else part / whole


class _Sum:
    """One reading of a financing; every total is computed once, and a list that nobody made gives none."""

    def __init__(self, financing: Financing, operations: Operations) -> None:
        self.bills, self.sources = financing.need, financing.sources
        self.need = _total(line.amount for line in self.bills)
        self.declared = _total(line.amount for line in self.sources)
        self.evidenced = _total(evidenced(line) for line in self.sources)
        self.is_need_listed, self.is_listed = self.bills is not NOT_LISTED, self.sources is not NOT_LISTED
        self.gap = Money(self.need - self.declared) if self.is_need_listed and self.is_listed else None
        self.is_evidence_known = self.is_listed and all(is_evidence_known(one) for one in self.sources)
        self.forecast = known(operations.forecast_turnover)
        self.past = known(operations.past_turnover)
        self.rent = known(operations.rent)
        self.cash = self._cash()
        self.private_and_foreign = self._private_and_foreign()

    def _cash(self) -> Figure:
        """Add up the cash; a source of which it is not recorded leaves the total open."""
        is_known = self.is_listed and not any(isinstance(line.cash, NotKnown) for line in self.sources)
        parts = [(line.label, cash) for line in self.sources if (cash := known(line.cash))]
        return _sum("cash", "som van wat contant is ingebracht", parts, is_known=is_known)

    def _private_and_foreign(self) -> Figure:
        is_known = self.is_listed and not any(is_private_or_foreign(line) is None for line in self.sources)
        parts = [(line.label, line.amount) for line in self.sources if is_private_or_foreign(line)]
        formula = "som van particuliere en buitenlandse leningen en geld uit een ander land, elke bron één keer"
        return _sum("private_and_foreign", formula, parts, is_known=is_known)

    def funding(self, more: Iterable[Figure] = ()) -> Funding:
        """Put totals, shares and all figures together; `more` are those that do not change the totals."""
        own = (*self._amounts(), *self._shares(), *lender_figures(self.sources))
        figures = {one.name: one for one in (*own, *more)}
        return Funding(
            need=self.need,
            declared=self.declared,
            gap=self.gap,
            evidenced=self.evidenced,
            evidenced_share=figures["evidenced_share"].value,
            cash_share=figures["cash_share"].value,
            private_foreign_share=figures["private_foreign_share"].value,
            turnover_change=figures["turnover_change"].value,
            figures=tuple(figures.values()),
        )

    def _amounts(self) -> Iterable[Figure]:
        listed, bills = self.is_listed, [(line.label, line.amount) for line in self.bills]
        declared = [(line.label, line.amount) for line in self.sources]
        proven = [(line, part) for line in self.sources if (part := evidenced(line))]
        yield _sum("need", "som van alle posten van de investering", bills, is_known=self.is_need_listed)
        yield _sum("declared", "som van alle opgegeven bronnen", declared, is_known=listed)
        totals = (("investering", self.need), ("opgegeven bronnen", self.declared))
        parts = () if self.gap is None else totals
        yield Figure("gap", self.gap, True, "investering − opgegeven bronnen", parts)
        formula = "som van wat per bron is aangetoond: het vastgelegde deel, anders alles bij E3 en E4"
        yield _sum("evidenced", formula, [(line.label, part) for line, part in proven], is_known=listed)
        yield self.cash
        yield self.private_and_foreign
        own = [(line.label, part) for line, part in proven if line.kind is FundingKind.OWN_SAVINGS]
        yield _sum("own_savings_evidenced", "aangetoond deel van het eigen spaargeld", own, is_known=listed)

    def _shares(self) -> Iterable[Figure]:
        need, declared = ("investering", self.need), ("opgegeven bronnen", self.declared)
        past = ("omzet in het verleden", self.past)
        proven = self.evidenced if self.is_evidence_known else None
        unproven = None if proven is None else Money(self.need - proven)
        yield _share("evidenced_share", ("aangetoond", proven), need)
        yield _share("not_evidenced_share", ("investering − aangetoond", unproven), need)
        yield _share("gap_share_of_need", ("gat", self.gap), need)
        yield _share("cash_share", ("contant", self.cash.value), declared)
        yield _share("private_foreign_share", ("particulier en buitenlands", self.private_and_foreign.value), declared)
        change = None if self.forecast is None or self.past is None else self.forecast - self.past
        yield _share("turnover_change", ("verwachte omzet − omzet in het verleden", change), past)
        yield _share("rent_share_of_past_turnover", ("huur per jaar", self.rent), past)


def _share(name: str, part: tuple[str, Decimal | None], whole: tuple[str, Decimal | None]) -> Figure:
    inputs = tuple((label, value) for label, value in (part, whole) if value is not None)
    return Figure(name, share(part[1], whole[1]), False, f"({part[0]}) / ({whole[0]})", inputs)


def _total(amounts: Iterable[Decimal]) -> Money:
    return money(sum(amounts, ZERO))


def _sum(name: str, formula: str, parts: Sequence[tuple[str, Decimal]], *, is_known: bool) -> Figure:
    """Add up parts that are told with the sum; what is not known has no outcome, and shows the parts that there are."""
    return Figure(name, _total(part for _, part in parts) if is_known else None, True, formula, tuple(parts))
