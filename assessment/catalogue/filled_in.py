# SPDX-License-Identifier: EUPL-1.2
"""Which parts of a dossier were filled in: the only things that a condition may ask about its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from assessment.dates import When
from assessment.dossier.blind import Actor, RuleDossier
from assessment.dossier.financing import Financing, FundingKind
from assessment.known import NOT_KNOWN, NOT_LISTED
from assessment.truth import Truth

LOANS = (
    FundingKind.BANK_LOAN,
    FundingKind.PRIVATE_LOAN,
    FundingKind.FOREIGN_LOAN,
    FundingKind.BREWERY_LOAN,
    FundingKind.VENDOR_LOAN,
    FundingKind.LANDLORD,
)


class Having(StrEnum):
    """The parts of a dossier of which a condition may ask whether they are there."""

    FINANCING = "financing"
    LOAN = "loan"
    RELATIONS = "relations"
    ENDED_RELATION = "ended-relation"
    FACTS = "facts"
    INFORMATION = "information"
    BUREAU_ADVICES = "bureau-advices"
    ORGANISATION = "organisation"
    THIRD_PARTIES = "third-parties"


def is_filled_in(dossier: RuleDossier, part: Having) -> Truth:
    """Say whether a part is there; nobody having listed it is not the same as an empty list."""
    rows = _ROWS[part](dossier)
    if rows is NOT_LISTED or rows is NOT_KNOWN:
        return Truth.UNKNOWN
    return Truth.of(bool(rows))


def _financing(dossier: RuleDossier) -> object:
    money = dossier.financing
    if not isinstance(money, Financing):
        return money
    return money.sources or money.need


def _loans(dossier: RuleDossier) -> object:
    money = dossier.financing
    if not isinstance(money, Financing):
        return money
    if money.sources is NOT_LISTED:
        return NOT_KNOWN
    if any(line.kind in LOANS for line in money.sources):
        return True
    return NOT_KNOWN if any(line.kind is NOT_KNOWN for line in money.sources) else False


def _ended(dossier: RuleDossier) -> object:
    if dossier.relations is NOT_LISTED:
        return NOT_KNOWN
    if any(isinstance(one.until, When) for one in dossier.relations):
        return True
    return NOT_KNOWN if any(one.until is NOT_KNOWN for one in dossier.relations) else False


def _some_parties(dossier: RuleDossier, wanted: Callable[[Actor], bool]) -> object:
    return [party for party in dossier.parties if wanted(party)] if dossier.parties else dossier.parties


def _is_sole_trade(party: Actor) -> bool:
    """A sole trader's firm is the trader himself, not somebody else (weighing.md no. 5)."""
    return party.form == "eenmanszaak"


_ROWS: Mapping[Having, Callable[[RuleDossier], object]] = {
    Having.FINANCING: _financing,
    Having.LOAN: _loans,
    Having.RELATIONS: lambda dossier: dossier.relations,
    Having.ENDED_RELATION: _ended,
    Having.FACTS: lambda dossier: dossier.facts,
    Having.INFORMATION: lambda dossier: dossier.information,
    Having.BUREAU_ADVICES: lambda dossier: dossier.bureau_advices,
    Having.ORGANISATION: lambda dossier: _some_parties(dossier, lambda party: not party.is_person),
    Having.THIRD_PARTIES: lambda dossier: _some_parties(
        dossier, lambda party: party.id not in dossier.subject and not _is_sole_trade(party)
    ),
}
