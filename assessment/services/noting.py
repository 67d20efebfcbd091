# SPDX-License-Identifier: EUPL-1.2
"""Notes in the journal of what changes nothing: closed information that was shown, an advice that left the store."""

from __future__ import annotations

from assessment.destruction import Certificate
from assessment.found import Asked
from assessment.outcome import Assessment
from assessment.ports import DossierId, UnitOfWork


def note_export(work: UnitOfWork, id_: DossierId, assessment: Assessment, purpose: str) -> None:
    """Note that an advice left the store, with its receipt and purpose."""
    with work:
        work.journal.note("advice.exported", id_, assessment.receipt, purpose)
        work.commit()


def note_view(work: UnitOfWork, id_: DossierId, item: str) -> None:
    """Note that an item of closed information was shown."""
    with work:
        work.journal.note("closed.viewed", f"{id_}/information/{item}")
        work.commit()


def note_elsewhere(work: UnitOfWork, id_: DossierId, asked: Asked, reason: str, count: int) -> None:
    """Note within a unit of work that a record was held against all other dossiers: by what of it, why, how many came.

    What was asked about is named by its record only: the journal outlives a dossier, and names belong to a dossier.
    """
    about = f"{id_}/{asked.record}" if asked.record else id_
    work.journal.note("elsewhere.asked", about, f"{asked.kind} · {count}", words=reason)


def note_certificate(work: UnitOfWork, certificate: Certificate) -> None:
    """Note that the certificate of a destruction left the store."""
    with work:
        work.journal.note("certificate.exported", certificate.dossier, certificate.id)
        work.commit()


def note_journal_view(work: UnitOfWork, about: str) -> None:
    """Note that somebody looked in the journal at what an item of information was before and after."""
    with work:
        work.journal.note("journal.viewed", about)
        work.commit()
