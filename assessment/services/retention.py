# SPDX-License-Identifier: EUPL-1.2
"""How long dossiers are kept: the rules of the municipality, the period of each dossier, and what is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from assessment.ports import DossierId, UnitOfWork
from assessment.retention import (
    Held,
    Kept,
    Retention,
    RetentionRule,
    due,
    refuse_to_propose,
    refuse_to_set,
    refuse_to_withdraw,
)
from assessment.users import User

EVERY: Final = 1_000_000
"""Dossiers: the list of what is kept leaves none out."""


def rules(work: UnitOfWork) -> tuple[RetentionRule, ...]:
    """Give the periods that the municipality set; none until somebody sets one."""
    with work:
        return work.retention.rules()


def keep_rules(work: UnitOfWork, rules: Iterable[RetentionRule], by: User) -> None:
    """Keep the periods of the municipality; dossiers that got one before keep theirs; raises NotAllowed."""
    refuse_to_set(by)
    with work:
        work.retention.keep_rules(tuple(rules))
        work.commit()


def of_dossier(work: UnitOfWork, id_: DossierId) -> Retention | None:
    """Give the period of a dossier, or nothing; raises KeyError."""
    with work:
        return work.retention.get(id_)


def set_period(work: UnitOfWork, id_: DossierId, rule: RetentionRule, starts_on: date | None, by: User) -> None:
    """Set the period of a dossier; a proposal to destroy it falls away; raises NotAllowed or KeyError."""
    refuse_to_set(by)
    with work:
        work.retention.set_(id_, rule, starts_on)
        work.commit()


def kept(work: UnitOfWork) -> tuple[Kept, ...]:
    """List all dossiers that have a period."""
    with work:
        return work.retention.all()


def held(work: UnitOfWork) -> tuple[Held, ...]:
    """List all dossiers by their reference, each with its period where it has one."""
    with work:
        periods = {one.id: one.retention for one in work.retention.all()}
        rows = work.dossiers.find("", EVERY)
    found = (Held(row.id, row.summary.reference, periods.get(row.id)) for row in rows)
    return tuple(sorted(found, key=lambda one: one.reference))


def due_on(work: UnitOfWork, today: date) -> tuple[Kept, ...]:
    """List the dossiers whose period is over, the one that is over longest first."""
    return due(kept(work), today)


def propose(work: UnitOfWork, id_: DossierId, by: User) -> None:
    """Propose to destroy a dossier; raises NotDestroyed or KeyError."""
    with work:
        refuse_to_propose(work.retention.get(id_), by)
        work.retention.propose(id_, by)
        work.commit()


def withdraw(work: UnitOfWork, id_: DossierId, by: User) -> None:
    """Take a proposal back; raises NotAllowed, NotDestroyed or KeyError."""
    with work:
        refuse_to_withdraw(work.retention.get(id_), by)
        work.retention.withdraw(id_)
        work.commit()
