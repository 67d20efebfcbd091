# SPDX-License-Identifier: EUPL-1.2
"""What one party holds of an organisation on a day, by capital and by votes; the larger of both is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.holdings import Edges, Holders, Stake, hold
from assessment.inquiry.lasting import Lasting
from assessment.inquiry.roles import HOLDING
from assessment.known import known

SHARES_ONLY: Final = (Role.SHAREHOLDER,)

Kinds = Mapping[tuple[str, str], set[Role]]
"""Per step the kinds of holding that were recorded; empty where nobody recorded votes."""


class Holding(NamedTuple):
    """What one party holds of an organisation; a lower bound where another path has an unknown share."""

    party: str
    over: str
    share: Decimal | None
    path: tuple[str, ...]
    roles: tuple[Role, ...]
    is_lower_bound: bool
    has_other_paths: bool
    by_votes: bool


def active_relations(relations: Iterable[Relation], on: date) -> tuple[Relation, ...]:
    """Give the relations that exist on a day, as far as their dates tell."""
    return tuple(one for one in relations if Lasting(one.since, one.until).is_active(on))


def holdings(relations: Iterable[Relation], persons: Iterable[str]) -> Iterator[Holding]:
    """Compute shares of capital and of votes apart, and give the larger of both; nobody holds a person.

    One at a time: of thousands of companies there are tens of thousands.
    """
    nobody = frozenset(persons)
    held = [one for one in relations if one.role in HOLDING and one.to not in nobody]
    capital, votes = edges_of(held, Role.SHAREHOLDER), edges_of(held, Role.HOLDER_OF_VOTING_RIGHTS)
    if not votes:
        yield from _listed(hold(capital), {})
        return
    kinds: defaultdict[tuple[str, str], set[Role]] = defaultdict(set)
    for one in held:
        kinds[one.from_, one.to].add(one.role)
    by_capital = _by_pair(_listed(hold(capital), kinds))
    # Votes follow the shares, except in an organisation of which the votes themselves were recorded.
    by_votes = _by_pair(_listed(hold({**capital, **votes}), kinds, by_votes=True))
    for pair, found in {**by_capital, **by_votes}.items():
        yield _larger(by_capital[pair], found) if pair in by_capital and pair in by_votes else found


def edges_of(relations: Collection[Relation], role: Role) -> Edges:
    """Add up what one party holds of another in a role; a part without a share leaves the whole open."""
    edges: defaultdict[str, dict[str, Stake]] = defaultdict(dict)
    for one in relations:
        if one.role is not role:
            continue
        share = known(one.share)
        stake = Stake(is_open=True) if share is None else Stake(share)
        holders = edges[one.to]
        holders[one.from_] = holders[one.from_] + stake if one.from_ in holders else stake
    return dict(edges)


def _listed(found: Mapping[str, Holders], kinds: Kinds, *, by_votes: bool = False) -> Iterator[Holding]:
    for over, holders in found.items():
        shares, unsure, several = holders.shares, holders.unsure, holders.several
        for party, path in holders.paths.items():
            roles = _kinds_along(path, kinds) if kinds else SHARES_ONLY
            yield Holding(party, over, shares.get(party), path, roles, party in unsure, party in several, by_votes)


def _by_pair(found: Iterable[Holding]) -> dict[tuple[str, str], Holding]:
    return {(one.party, one.over): one for one in found}


def _kinds_along(path: tuple[str, ...], kinds: Kinds) -> tuple[Role, ...]:
    """Name the kinds of holding on a path."""
    return tuple(sorted({role for step in pairwise(path) for role in kinds[step]}))


def _larger(by_capital: Holding, by_votes: Holding) -> Holding:
    """Take the larger share; it stays a lower bound as long as one of both is."""
    is_larger = (by_votes.share or Decimal(0)) > (by_capital.share or Decimal(0))
    best = by_votes if is_larger else by_capital
    return best._replace(is_lower_bound=by_capital.is_lower_bound or by_votes.is_lower_bound)
