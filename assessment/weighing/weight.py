# SPDX-License-Identifier: EUPL-1.2
"""What the decision table sees of one fact: a few small values, computed once and then compared many times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from assessment.truth import Truth


class Strength(IntEnum):
    """How strong a counting fact is; in this order, so that worst and best can be compared. Never shown as a number."""

    SLIGHT = 1
    MODERATE = 2
    SERIOUS = 3
    POINTS_TO = 4


@dataclass(frozen=True, slots=True)
class Weight:
    """One counting fact.

    `kind`: its group in the catalogue; `permits`: those that it is linked to (b); `own`: by the subject itself;
    `path` and `large`: a stated money path, a large benefit (a).
    """

    fact: str
    strength: Strength
    running: bool
    recent: bool = False
    own: bool = False
    heavy: bool = False
    kind: str = ""
    permits: frozenset[str] = frozenset()
    path: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """One fact for one ground: as it is known (`low`), and if all that is unknown were adverse (`high`).

    None means that it does not count; `high` never counts for less than `low`.
    """

    fact: str
    low: Weight | None
    high: Weight | None

    @property
    def is_open(self) -> bool:
        """Whether something unknown could make this fact weigh more."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Balance:
    """All that lies on the balance for one ground.

    `open`: questions and invitations that leave room for anything; `unexplained`: whether the unexplained part of the
    financing is large (a); `deemed`: art. 4 par. 1 applies.
    """

    ground: str
    weighed: tuple[Weighed, ...]
    open: tuple[str, ...] = ()
    unexplained: Truth = Truth.NO
    deemed: bool = False
