# SPDX-License-Identifier: EUPL-1.2
"""Attachments of a dossier: list, name, remove, and note what was shown or left the store; each is one unit of work."""

from __future__ import annotations

from assessment.attachment import Attachment, AttachmentId, TakenIn
from assessment.ports import DossierId, UnitOfWork


def of(work: UnitOfWork, dossier: DossierId) -> tuple[Attachment, ...]:
    """Give the attachments of a dossier, the oldest first."""
    with work:
        return work.attachments.of(dossier)


def attach(work: UnitOfWork, dossier: DossierId, owner: str, taken: TakenIn) -> Attachment:
    """Name a file that was taken in; it is durable when this returns."""
    with work:
        made = work.attachments.add(dossier, owner, taken)
        work.commit()
    return made


def remove(work: UnitOfWork, id_: AttachmentId) -> None:
    """Take an attachment away, and its file when nothing else names it."""
    with work:
        work.attachments.remove(id_)
        work.commit()


def note_view(work: UnitOfWork, dossier: DossierId, id_: AttachmentId) -> None:
    """Note that an attachment was shown."""
    with work:
        work.journal.note("attachment.viewed", f"{dossier}/attachment/{id_}")
        work.commit()


def note_export(work: UnitOfWork, dossier: DossierId, id_: AttachmentId, purpose: str) -> None:
    """Note that an attachment left the store, and for what."""
    with work:
        work.journal.note("attachment.exported", f"{dossier}/attachment/{id_}", words=purpose)
        work.commit()
