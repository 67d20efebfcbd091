# SPDX-License-Identifier: EUPL-1.2
"""How much work one guess at a password costs (Argon2id, RFC 9106)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MIB: Final = 1024
"""Argon2 counts memory in KiB."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Memory in KiB, number of passes, number of lanes."""

    memory: int
    passes: int
    lanes: int

    def is_within_limits(self) -> bool:
        """Whether this may be run at all: a key file can be written by anybody, so it is asked before running."""
        return (
            1 <= self.lanes <= MOST_LANES
            and 1 <= self.passes <= MOST_PASSES
            and 8 * self.lanes <= self.memory <= MOST_MEMORY
        )


MOST_MEMORY: Final = 1024 * MIB
MOST_PASSES: Final = 20
MOST_LANES: Final = 16

FLOOR: Final = Cost(64 * MIB, 3, 4)
"""RFC 9106, second recommended choice; nothing below it is ever chosen."""

LADDER: Final = (Cost(256 * MIB, 3, 4), Cost(128 * MIB, 3, 4), FLOOR)
"""From heavy to light; the first that is quick enough is taken."""

LONGEST: Final = 1.3
"""Seconds that an unlock may take on this machine."""


def calibrate(measure: Callable[[Cost], float]) -> Cost:
    """Choose the heaviest cost that this machine bears; `measure` gives the seconds that one run takes."""
    return next((cost for cost in LADDER[:-1] if measure(cost) <= LONGEST), FLOOR)
