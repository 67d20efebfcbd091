# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal: newest first, some lines at a time."""

from __future__ import annotations

from typing import Final

from assessment.journal import JournalEntry, JournalQuery
from assessment.ports import UnitOfWork
from assessment.services.retention import EVERY

AT_ONCE: Final = 200
"""Lines."""


def lines(work: UnitOfWork, asked: JournalQuery) -> tuple[JournalEntry, ...]:
    """Give the next lines of what is asked for."""
    with work:
        return work.journal.find(asked, AT_ONCE)


def references(work: UnitOfWork) -> dict[str, str]:
    """Give the reference of each dossier by its id, in the order of the references."""
    with work:
        rows = work.dossiers.find("", EVERY)
    return {row.id: row.summary.reference for row in sorted(rows, key=lambda row: row.summary.reference)}
