# SPDX-License-Identifier: EUPL-1.2
"""When an application was decided on, or withdrawn, for every permit in it."""

from __future__ import annotations

from datetime import date

from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known

CLOSING = frozenset({EventKind.DECISION_MADE, EventKind.WITHDRAWN})


def closed_on(dossier: RuleDossier) -> date | None:
    """Give the day on which the last permit was decided on or withdrawn; None while one of them is not.

    An event that names no permit is about all of them.
    """
    found = [event for event in dossier.events if event.kind in CLOSING]
    permits: list[str | None] = [one.id for one in dossier.permits]
    days = [
        min((one.on.first for one in found if _is_about(one, permit)), default=None) for permit in permits or [None]
    ]
    known_days = [day for day in days if day is not None]
    return max(known_days) if len(known_days) == len(days) else None


def first_objection(dossier: RuleDossier) -> date | None:
    """Give the day on which the first objection came in: from then on another term runs."""
    return min((one.on.first for one in dossier.events if one.kind is EventKind.OBJECTION_RECEIVED), default=None)


def _is_about(event: Event, permit: str | None) -> bool:
    named = known(event.permit)
    return named is None or permit is None or named == permit
