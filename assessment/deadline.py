# SPDX-License-Identifier: EUPL-1.2
"""A day by which something must be done in a dossier, without anything about whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

LAPSING: Final = frozenset(
    {
        "extension-notice", "supplement", "leave-untreated", "hearing", "objection", "penalty", "reuse",
        "permit-suspension", "transfer-notice",
    }
)  # fmt: skip
"""Terms that end without anybody being late: a possibility or a right is over then."""


class DeadlineKind(StrEnum):
    """Whether a term runs out, or a duty must be fulfilled."""

    TERM = "term"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term that still runs or a duty that is open: the day to plan on, and the last day by the statute.

    It stands from `since` through `until`, when nothing more happens in the dossier.
    """

    kind: DeadlineKind
    id: str
    plan_on: date
    last: date
    since: date = date.min
    until: date = date.max

    def stands(self, today: date) -> bool:
        """Whether it asks for something on a day."""
        return self.since <= today <= self.until and not self.is_over(today)

    def day(self, today: date) -> date:
        """Give the day that counts now: the last day by the statute once the day to plan on is past."""
        return self.plan_on if self.plan_on >= today else self.last

    def is_over(self, today: date) -> bool:
        """Whether it passed and nothing can be done about it any more."""
        return self.last < today and self.kind is DeadlineKind.TERM and self.id in LAPSING
