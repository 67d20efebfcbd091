# SPDX-License-Identifier: EUPL-1.2
"""What is late, and what the coming days ask, over all dossiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assessment.deadline import Deadline, DeadlineKind
from assessment.ports import DossierId, DossierRow, Summary

AHEAD: Final = 30
"""So many days are looked ahead."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One deadline of one dossier; `days_left` is negative when it is late."""

    dossier: DossierId
    reference: str
    deadline: Deadline
    day: date
    days_left: int

    @property
    def id(self) -> tuple[str, str, str, date]:
        """What tells it from the others."""
        return self.dossier, self.deadline.kind, self.deadline.id, self.deadline.last


def agenda(rows: Iterable[DossierRow], today: date, ahead: int = AHEAD) -> tuple[AgendaEntry, ...]:
    """List what is late and what comes within so many days, the longest late first."""
    until = today + timedelta(days=ahead)
    found = [
        AgendaEntry(row.id, row.summary.reference, one, day, (day - today).days)
        for row in rows
        for one in _deadlines(row.summary)
        if one.stands(today) and (day := one.day(today)) <= until
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.reference, one.deadline.kind, one.deadline.id)))


def _deadlines(summary: Summary) -> tuple[Deadline, ...]:
    """Give what is known: of a row that an older program wrote only the day to decide by."""
    if summary.deadlines is not None:
        return summary.deadlines
    day = summary.decide_before
    return (Deadline(DeadlineKind.TERM, "decision", day, day),) if day else ()
