# SPDX-License-Identifier: EUPL-1.2
"""Who holds how much of which organisation as of a day, and the roles beside the shares (blueprint 4.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.holdings import Edges, Holders, Stake, hold
from assessment.inquiry.lasting import Lasting
from assessment.inquiry.roles import BEARINGS, HOLDING
from assessment.known import known
from assessment.outcome import Control


@dataclass(frozen=True, slots=True)
class Holding:
    """What one party holds of an organisation; a lower bound where another path has an unknown share."""

    party: str
    over: str
    share: Decimal | None
    path: tuple[str, ...]
    roles: tuple[Role, ...]
    is_lower_bound: bool


def control(dossier: RuleDossier, catalogue: Catalogue, on: date) -> tuple[Control, ...]:  # noqa: ARG001 - one shape
    """Tell every party that holds a share of, or leads or finances, an organisation on a day.

    `share` is None where no share was recorded or none of it is known; `roles` are those of the party itself, and the
    kind of holding along the chain.
    """
    relations = active_relations(dossier.relations, on)
    persons = {one.id for one in dossier.parties if one.is_person}
    beside: defaultdict[tuple[str, str], set[Role]] = defaultdict(set)
    for one in relations:
        if one.role in BEARINGS and one.to not in persons:
            beside[one.from_, one.to].add(one.role)
    found = {}
    for held in holdings(relations, persons):
        roles = {*held.roles, *beside.pop((held.party, held.over), ())}
        found[held.party, held.over] = Control(held.party, held.over, held.share, held.path, _words(roles))
    for (party, over), roles in beside.items():
        found[party, over] = Control(party, over, None, (party, over), _words(roles))
    return tuple(found[pair] for pair in sorted(found))


def active_relations(relations: Iterable[Relation], on: date) -> tuple[Relation, ...]:
    """Give the relations that exist on a day, as far as their dates tell."""
    return tuple(one for one in relations if Lasting(one.since, one.until).is_active(on))


def holdings(relations: Iterable[Relation], persons: Iterable[str]) -> tuple[Holding, ...]:
    """Compute shares of capital and of votes apart, and give the larger of both; nobody holds a person."""
    nobody = frozenset(persons)
    held = [one for one in relations if one.role in HOLDING and one.to not in nobody]
    capital = _edges(one for one in held if one.role is Role.SHAREHOLDER)
    votes = _edges(one for one in held if one.role is Role.HOLDER_OF_VOTING_RIGHTS)
    if not votes:
        return tuple(_listed(hold(capital), {}).values())
    kinds: defaultdict[tuple[str, str], set[Role]] = defaultdict(set)
    for one in held:
        kinds[one.from_, one.to].add(one.role)
    by_capital = _listed(hold(capital), kinds)
    # Votes follow the shares, except in an organisation of which the votes themselves were recorded.
    by_votes = _listed(hold({**capital, **votes}), kinds)
    return tuple(
        _larger(by_capital[pair], by_votes[pair]) if pair in by_capital and pair in by_votes else one
        for pair, one in {**by_capital, **by_votes}.items()
    )


def _edges(relations: Iterable[Relation]) -> Edges:
    """Add up what one party holds of another; a part without a share leaves the whole open."""
    edges: defaultdict[str, dict[str, Stake]] = defaultdict(dict)
    for one in relations:
        share = known(one.share)
        stake = Stake(is_open=True) if share is None else Stake(share)
        edges[one.to][one.from_] = edges[one.to].get(one.from_, Stake()) + stake
    return edges


def _listed(found: Mapping[str, Holders], kinds: Mapping[tuple[str, str], set[Role]]) -> dict[tuple[str, str], Holding]:
    return {
        (party, over): Holding(
            party, over, holders.shares.get(party), path, _kinds_along(path, kinds), party in holders.unsure
        )
        for over, holders in found.items()
        for party, path in holders.paths.items()
    }


def _kinds_along(path: tuple[str, ...], kinds: Mapping[tuple[str, str], set[Role]]) -> tuple[Role, ...]:
    """Name the kinds of holding on a path; without recorded votes all are shares."""
    if not kinds:
        return (Role.SHAREHOLDER,)
    return tuple(sorted({role for step in pairwise(path) for role in kinds[step]}))


def _larger(by_capital: Holding, by_votes: Holding) -> Holding:
    """Take the larger share; it stays a lower bound as long as one of both is."""
    is_larger = (by_votes.share or Decimal(0)) > (by_capital.share or Decimal(0))
    best = by_votes if is_larger else by_capital
    return replace(best, is_lower_bound=by_capital.is_lower_bound or by_votes.is_lower_bound)


def _words(roles: Collection[Role]) -> tuple[str, ...]:
    return (next(iter(roles)).value,) if len(roles) == 1 else tuple(sorted(role.value for role in roles))
