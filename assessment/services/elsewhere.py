# SPDX-License-Identifier: EUPL-1.2
"""Does this person, company, address, account or lender occur in another dossier? Asked on purpose, and journalled.

Nothing in the program asks this by itself, and nothing of the answer is kept in a dossier: that two names are alike is
no finding and weighs nothing (Wet Bibob art. 28: what was gathered for one assessment is not free for another).
"""

from __future__ import annotations

from assessment.errors import Hindrance
from assessment.found import Asked, Elsewhere
from assessment.ports import DossierId, UnitOfWork
from assessment.services.noting import note_elsewhere


class NoReason(Hindrance):
    """Other dossiers were to be looked through, and nobody said why."""

    @property
    def sentence(self) -> str:
        """Say that nothing was looked for, and what to do."""
        return "Er is niet gezocht en niets gewijzigd. Schrijf eerst op waarom u in andere dossiers zoekt."


def occurs_elsewhere(work: UnitOfWork, id_: DossierId, asked: Asked, reason: str) -> tuple[Elsewhere, ...]:
    """List what is like this in other dossiers; the question is in the journal before the answer is given.

    Raises:
        NoReason: without a reason.
        KeyError: when the dossier is not there.
    """
    if not reason.strip():
        raise NoReason
    with work:
        found = work.dossiers.alike(id_, asked)
        note_elsewhere(work, id_, asked, reason.strip(), len(found))
        work.commit()
    return found
