# SPDX-License-Identifier: EUPL-1.2
"""How robust an indication is: without which facts it drops, and which unknowns would raise it.

The table is monotone: a fact more, or an unknown that turns out adverse, never lowers the degree. That makes both
searches short: to lower it, every set of facts on which a row rests must be broken, one fact at a time; to raise it,
only what is strong already and what is chosen matters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

from assessment.catalogue.weighing import Framework
from assessment.degree import ORDER, Degree
from assessment.truth import Truth
from assessment.weighing.indication import FINANCING, Indicated, Limits, held, is_below, look
from assessment.weighing.weight import Balance, Strength, Weighed, Weight

LARGEST_SET: Final = 3
LARGEST_SEARCH: Final = 4000
"""Pairs and threes that are tried; only a dossier with some ninety unknowns reaches it."""

Sets = tuple[tuple[str, ...], ...]


def decisive(balance: Balance, indicated: Indicated, framework: Framework) -> Sets:
    """Give the smallest sets of facts (up to three) without which the indication would be lower."""
    if balance.deemed or indicated.degree not in ORDER:
        return ()
    broken = _breaking(balance, indicated.degree, Limits.of(framework), frozenset())
    return _smallest(broken, framework.whole("sets_told"))


def would_raise(balance: Balance, indicated: Indicated, framework: Framework) -> Sets:
    """Give the smallest sets of unknowns (up to three) that would raise the indication if they were adverse."""
    if indicated.low is indicated.high:
        return ()
    trial = _Trial.of(balance, Limits.of(framework))
    most = framework.whole("sets_told")
    names = unknowns(balance)
    found = [frozenset({name}) for name in names if is_below(indicated.low, trial.degree({name}))]
    left = [name for name in names if frozenset({name}) not in found]
    for chosen in islice(_larger(left), LARGEST_SEARCH):
        if len(found) >= most:
            break
        if not any(one <= chosen for one in found) and is_below(indicated.low, trial.degree(chosen)):
            found.append(chosen)
    return _smallest(found, most)


def unknowns(balance: Balance) -> tuple[str, ...]:
    """Name all that could raise the degree: facts that are not fully known, open points, and the financing."""
    names = [one.fact for one in balance.weighed if one.is_open]
    asks_for_financing = any(one.high is not None for one in balance.weighed)
    if balance.unexplained is Truth.UNKNOWN and asks_for_financing:
        names.append(FINANCING)
    return tuple(sorted({*names, *balance.open}))


@dataclass(frozen=True, slots=True)
class _Trial:
    """A balance made small: what is strong already, and what each open fact could become."""

    ground: str
    strong: tuple[Weight, ...]
    facts: Mapping[str, Weighed]
    open: frozenset[str]
    unexplained: Truth
    limits: Limits

    @classmethod
    def of(cls, balance: Balance, limits: Limits) -> _Trial:
        lows = (one.low for one in balance.weighed)
        strong = tuple(one for one in lows if one and one.running and one.strength >= Strength.SERIOUS)
        facts = {one.fact: one for one in balance.weighed if one.is_open}
        return cls(balance.ground, strong, facts, frozenset(balance.open), balance.unexplained, limits)

    def degree(self, adverse: Collection[str]) -> Degree:
        """Give the degree if some unknowns were adverse, as far as it lies above what is known."""
        if not self.open.isdisjoint(adverse):
            return Degree.SERIOUS
        weights = [one for one in self.strong if one.fact not in adverse]
        weights += [high for name in adverse if name in self.facts and (high := self.facts[name].high)]
        financing = self.unexplained is Truth.UNKNOWN and FINANCING in adverse
        unexplained = self.unexplained is Truth.YES or financing
        return held(self.ground, weights, unexplained, self.limits).degree


def _larger(names: list[str]) -> Iterator[frozenset[str]]:
    for size in range(2, LARGEST_SET + 1):
        yield from map(frozenset, combinations(names, size))


def _breaking(balance: Balance, degree: Degree, limits: Limits, gone: frozenset[str]) -> Iterator[frozenset[str]]:
    """Leave out facts until the degree drops: of each set on which a row rests, one must go."""
    found = look(balance, limits, without=gone)
    if is_below(found.degree, degree):
        yield gone
    elif len(gone) < LARGEST_SET:
        for fact in found.rests_on:
            yield from _breaking(balance, degree, limits, gone | {fact})


def _smallest(sets: Iterable[frozenset[str]], most: int) -> Sets:
    """Keep the sets that hold no other set, in a fixed order, and no more than `most`."""
    kept: list[frozenset[str]] = []
    for one in sorted(set(sets), key=lambda one: (len(one), sorted(one))):
        if not any(smaller <= one for smaller in kept):
            kept.append(one)
    return tuple(tuple(sorted(one)) for one in kept[:most])
