# SPDX-License-Identifier: EUPL-1.2
"""What is asked of the storage about keeping dossiers and destroying them, as Protocols; ids are those of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assessment.destruction import Certificate, Sort
from assessment.retention import Held, Kept, Order, Retention, RetentionRule
from assessment.users import User


@dataclass(frozen=True, slots=True)
class Overview:
    """What is kept and what was destroyed on a day, and who asks."""

    me: User
    today: date
    rules: tuple[RetentionRule, ...]
    held: tuple[Held, ...]
    certificates: tuple[Certificate, ...]
    counters: tuple[tuple[Sort, int], ...]


class Retentions(Protocol):
    """How long dossiers are kept, within one unit of work; every change is journalled."""

    def rules(self) -> tuple[RetentionRule, ...]:
        """Give the periods that the municipality set."""
        ...

    def keep_rules(self, rules: tuple[RetentionRule, ...]) -> None:
        """Keep them."""
        ...

    def get(self, id_: str) -> Retention | None:
        """Give the period of a dossier, or nothing; raises KeyError when it is not there."""
        ...

    def set_(self, id_: str, rule: RetentionRule, starts_on: date | None) -> None:
        """Set it; a proposal falls away; raises KeyError."""
        ...

    def all(self) -> tuple[Kept, ...]:
        """List the dossiers that have one."""
        ...

    def propose(self, id_: str, by: User) -> None:
        """Keep that somebody proposed to destroy it; raises KeyError, and NotDestroyed where the journal differs."""
        ...

    def withdraw(self, id_: str) -> None:
        """Take that back; raises as `propose`."""
        ...


class Destruction(Protocol):
    """Destroying dossiers of an open store, and what remains of them."""

    def carry_out(self, id_: str, order: Order) -> Certificate:
        """Destroy one in the store and in every backup; raises NotDestroyed, or what keeps it from being finished."""
        ...

    def certificates(self) -> tuple[Certificate, ...]:
        """List what was destroyed, the newest first."""
        ...

    def counters(self) -> tuple[tuple[Sort, int], ...]:
        """Count what was destroyed by sort."""
        ...
