# SPDX-License-Identifier: EUPL-1.2
"""The decision table: which degree the counting facts indicate, by which row, and what the unknowns leave open.

The rows are named and worded in `weighing.yaml`; the conditions stand here, one predicate per row (weighing.md 13-15).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.weighing import Framework
from assessment.degree import ORDER, Degree
from assessment.truth import Truth
from assessment.weighing.weight import Balance, Strength, Weight

FINANCING: Final = "financing"
"""The name of the financing among what is unknown; open points about it bear the same."""

DEEMED: Final = "deemed-serious"
NONE: Final = "none"
UNDETERMINED: Final = "undetermined"


@dataclass(frozen=True, slots=True)
class Limits:
    """The counts of the table, from the framework."""

    facts: int
    suspicions: int
    same_kind: int

    @classmethod
    def of(cls, framework: Framework) -> Limits:
        """Take them from the framework."""
        return cls(
            framework.whole("serious_facts"),
            framework.whole("serious_suspicions"),
            framework.whole("same_kind_facts"),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A degree with the row that gave it and a set of facts on which that row rests."""

    degree: Degree
    rule: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicated:
    """The outcome of the table: the indication, the range, and the row that spoke."""

    found: Found
    low: Degree
    high: Degree

    @property
    def degree(self) -> Degree:
        """The indication."""
        return self.found.degree


def indicate(balance: Balance, limits: Limits) -> Indicated:
    """Hold the table against a balance (weighing.md no. 13 to 15)."""
    if balance.deemed:
        return Indicated(Found(Degree.SERIOUS, DEEMED), Degree.SERIOUS, Degree.SERIOUS)
    low = look(balance, limits)
    high = worst(balance, limits)
    if low.degree is Degree.NONE and high is not Degree.NONE:
        return Indicated(Found(Degree.UNDETERMINED, UNDETERMINED), Degree.NONE, high)
    return Indicated(low, low.degree, high)


def look(balance: Balance, limits: Limits, adverse: Collection[str] = (), without: Collection[str] = ()) -> Found:
    """Find the first row that holds, with some unknowns taken as adverse and some facts left out."""
    if any(one in adverse for one in balance.open):
        return Found(Degree.SERIOUS, UNDETERMINED)
    unexplained = balance.unexplained is Truth.YES or (balance.unexplained is Truth.UNKNOWN and FINANCING in adverse)
    weights = [
        weight
        for one in balance.weighed
        if one.fact not in without and (weight := one.high if one.fact in adverse else one.low) is not None
    ]
    return held(balance.ground, weights, unexplained, limits)


def worst(balance: Balance, limits: Limits) -> Degree:
    """Give the highest degree that the unknowns still allow."""
    if balance.open:
        return Degree.SERIOUS
    weights = [one.high for one in balance.weighed if one.high is not None]
    return held(balance.ground, weights, balance.unexplained is not Truth.NO, limits).degree


def held(ground: str, weights: Sequence[Weight], unexplained: bool, limits: Limits) -> Found:
    """Hold the rows of one ground against counting facts, the heaviest row first."""
    if ground == "a":
        return _a(weights, unexplained)
    strong = [one for one in weights if one.strength >= Strength.SERIOUS and one.running]
    for rule, row in _B_SERIOUS:
        rests_on = row(strong, limits)
        if rests_on:
            return Found(Degree.SERIOUS, rule, _ids(rests_on))
    return _lesser("b-lesser-1", weights)


def _a(weights: Sequence[Weight], unexplained: bool) -> Found:
    """Row a-serious-1: strong, running, with a money path, and a large benefit or an unexplained financing."""
    for one in weights:
        strong = one.strength >= Strength.SERIOUS and one.running
        if strong and one.path and (one.large or unexplained):
            return Found(Degree.SERIOUS, "a-serious-1", (one.fact,))
    return _lesser("a-lesser-1", weights)


def _lesser(rule: str, weights: Iterable[Weight]) -> Found:
    for one in weights:
        if one.strength >= Strength.MODERATE:
            return Found(Degree.LESSER, rule, (one.fact,))
    return Found(Degree.NONE, NONE)


def _b_repeated(strong: Sequence[Weight], limits: Limits) -> tuple[Weight, ...]:
    """Row b-serious-1: two or more strong running facts, one pointing to, one recent or three of the same kind."""
    pointing = next((one for one in strong if one.strength is Strength.POINTS_TO), None)
    if pointing is None or len(strong) < limits.facts:
        return ()
    recent = next((one for one in strong if one.recent), None)
    reason = (recent,) if recent else _same_kind(strong, limits.same_kind)
    if not reason:
        return ()
    chosen = dict.fromkeys((pointing, *reason))
    others = (one for one in strong if one not in chosen)
    while len(chosen) < limits.facts:
        chosen[next(others)] = None
    return tuple(chosen)


def _same_kind(strong: Sequence[Weight], number: int) -> tuple[Weight, ...]:
    kinds = Counter(one.kind for one in strong if one.kind)
    kind = next((kind for kind, count in kinds.items() if count >= number), None)
    return tuple(one for one in strong if one.kind == kind)[:number] if kind else ()


def _b_same_activity(strong: Sequence[Weight], limits: Limits) -> tuple[Weight, ...]:
    """Row b-serious-2: three or more serious suspicions of the same activity; their age has no limit."""
    permits = Counter(permit for one in strong for permit in one.permits)
    permit = next((permit for permit, count in sorted(permits.items()) if count >= limits.suspicions), None)
    return tuple(one for one in strong if permit in one.permits)[: limits.suspicions] if permit else ()


def _b_heavy(strong: Sequence[Weight], _: Limits) -> tuple[Weight, ...]:
    """Row b-serious-3: one recent heavy fact that points to the subject itself."""
    return tuple(one for one in strong if one.own and one.heavy and one.recent and one.strength is Strength.POINTS_TO)[
        :1
    ]


_B_SERIOUS: Final[tuple[tuple[str, Callable[[Sequence[Weight], Limits], tuple[Weight, ...]]], ...]] = (
    ("b-serious-1", _b_repeated),
    ("b-serious-2", _b_same_activity),
    ("b-serious-3", _b_heavy),
)


def _ids(weights: Iterable[Weight]) -> tuple[str, ...]:
    return tuple(sorted(one.fact for one in weights))


def is_below(degree: Degree, other: Degree) -> bool:
    """Whether a degree is lower than another; neither may be undetermined."""
    return ORDER.index(degree) < ORDER.index(other)
