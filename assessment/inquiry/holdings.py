# SPDX-License-Identifier: EUPL-1.2
"""Shares multiplied along chains and summed over paths; rings of companies that hold each other are solved.

For a holder inside a ring the paths that lead back to himself are left out, so that nobody holds more than there is.
A share that is not known counts as nothing and makes the outcome a lower bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, localcontext
from operator import itemgetter
from typing import Final

from assessment.inquiry.ring import rings, solve

NOTHING: Final = Decimal(0)
WHOLE: Final = Decimal(1)
PLACES: Final = Decimal("1e-12")
NEGLIGIBLE: Final = Decimal("1e-9")
LARGEST_RING: Final = 60
"""A ring with more members is not solved: shares through it are told as a lower bound."""

FOLLOWED: Final = 12_000
"""How many holders are followed further, over all organisations together; ultimate and largest ones go first.

Up to some hundreds of organisations this leaves nobody out; it keeps the time bounded for thousands. Whoever is not
followed along one path, and is found along another, holds at least what is told.
"""

_EXACT: Final = Context(prec=40)


@dataclass(frozen=True, slots=True)
class Stake:
    """What one party holds directly; `is_open` where part of it was recorded without a share."""

    share: Decimal = NOTHING
    is_open: bool = False

    def __add__(self, other: Stake) -> Stake:
        """Add another stake of the same party in the same organisation."""
        return Stake(self.share + other.share, self.is_open or other.is_open)


Edges = Mapping[str, Mapping[str, Stake]]
"""Per organisation: who holds it, and for how much."""


@dataclass(slots=True)
class Holders:
    """Who holds one organisation: the share as far as known, one path each, and for whom more may come.

    `several` are those whose share is made of more than the path that is told.
    """

    shares: dict[str, Decimal] = field(default_factory=dict)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    several: set[str] = field(default_factory=set)


def hold(edges: Edges) -> dict[str, Holders]:
    """Compute for every organisation who holds it, directly and along chains."""
    with localcontext(_EXACT):
        work = _Work(edges)
        for members in rings(edges):
            work.settle(members)
    return work.found


class _Work:
    """One computation: organisations are settled after those that hold them."""

    def __init__(self, edges: Edges) -> None:
        self.edges = edges
        self.found: dict[str, Holders] = {}
        self._most = FOLLOWED // max(len(edges), 1)
        self._handed_on: dict[str, list[str]] = {}
        self._left_out: dict[str, set[str]] = {}

    def settle(self, members: tuple[str, ...]) -> None:
        """Settle one organisation, or all members of one ring together."""
        inside = frozenset(members)
        for member in members:
            self.found[member] = self._from_outside(member, inside)
        is_ring = len(members) > 1 or members[0] in self.edges[members[0]]
        if is_ring:
            self._close_ring(members, inside)
        for member in members:
            self._finish(member)

    def _from_outside(self, held: str, inside: frozenset[str]) -> Holders:
        """Add up what comes along holders that are not in the same ring."""
        holders = Holders()
        stakes = sorted((one for one in self.edges[held].items() if one[0] != held), key=itemgetter(0))
        for holder, stake in stakes:
            holders.paths[holder] = (holder, held)
            holders.shares[holder] = stake.share
            if stake.is_open:
                holders.unsure.add(holder)
        for holder, stake in stakes:
            if holder not in inside and holder in self.found:
                self._add_along(holders, holder, held, stake)
        for holder, _ in stakes:
            if holder in self._left_out:
                holders.unsure |= self._left_out[holder] & holders.paths.keys()
        if self._holds_itself_openly(held):
            holders.unsure.update(holders.paths)
        return holders

    def _holds_itself_openly(self, held: str) -> bool:
        """Whether it holds a part of itself that is not known: everybody else then holds more of what is left."""
        return held in self.edges[held] and self.edges[held][held].is_open

    def _add_along(self, holders: Holders, holder: str, held: str, stake: Stake) -> None:
        above = self.found[holder]
        for party in self._followed(holder, above):
            if party in holders.paths or party in above.several:
                holders.several.add(party)
            if party not in holders.paths:
                holders.paths[party] = (*above.paths[party], held)
            if stake.is_open or party in above.unsure:
                holders.unsure.add(party)
            along = stake.share * above.shares.get(party, NOTHING)
            holders.shares[party] = holders.shares.get(party, NOTHING) + along

    def _followed(self, holder: str, above: Holders) -> list[str]:
        if holder not in self._handed_on:
            chosen = self._handed_on[holder] = _to_hand_on(above, self.edges, self._most)
            if len(chosen) < len(above.paths):
                self._left_out[holder] = above.paths.keys() - set(chosen)
        return self._handed_on[holder]

    def _close_ring(self, members: tuple[str, ...], inside: frozenset[str]) -> None:
        """Let what comes from outside and what the members hold go round."""
        solved = None
        if len(members) <= LARGEST_RING:
            known = {held: self._known_inside(held, inside) for held in members}
            solved = solve(members, known, {held: self.found[held].shares for held in members})
            self._walk_ring(members)
        for member in members:
            holders = self.found[member]
            if solved is None:
                holders.unsure.update(holders.paths)
            else:
                holders.several.update(holders.paths)
                holders.shares = {party: share for party, share in solved[member].items() if party != member}

    def _known_inside(self, held: str, inside: frozenset[str]) -> dict[str, Decimal]:
        return {holder: stake.share for holder, stake in self.edges[held].items() if holder in inside}

    def _walk_ring(self, members: tuple[str, ...]) -> None:
        """Carry paths, and doubt about shares, round the ring until nothing is new."""
        waiting = list(members)
        while waiting:
            holder = waiting.pop(0)
            below = [held for held in members if held != holder and holder in self.edges[held]]
            waiting += [held for held in below if self._carry(holder, held) and held not in waiting]

    def _carry(self, holder: str, held: str) -> bool:
        above, below = self.found[holder], self.found[held]
        before = (len(below.paths), len(below.unsure))
        is_open = self.edges[held][holder].is_open or self._holds_itself_openly(held)
        for party, path in above.paths.items():
            if party == held:
                continue
            below.paths.setdefault(party, (*path, held))
            if is_open or party in above.unsure:
                below.unsure.add(party)
        return (len(below.paths), len(below.unsure)) != before

    def _finish(self, member: str) -> None:
        """Round, drop what is negligible, and never tell more than the whole."""
        holders = self.found[member]
        shares = {party: min(share, WHOLE).quantize(PLACES).normalize() for party, share in holders.shares.items()}
        holders.shares = {party: share for party, share in shares.items() if share > NEGLIGIBLE}
        told = holders.shares.keys() | holders.unsure
        holders.paths = {party: path for party, path in holders.paths.items() if party in told}


def _to_hand_on(above: Holders, edges: Edges, most: int) -> list[str]:
    """Choose whom to follow further: ultimate holders first, then the largest shares."""
    if len(above.paths) <= most:
        return list(above.paths)

    def rank(party: str) -> tuple[bool, Decimal, str]:
        return party in edges, -above.shares.get(party, WHOLE), party

    return sorted(above.paths, key=rank)[:most]
