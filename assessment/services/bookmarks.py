# SPDX-License-Identifier: EUPL-1.2
"""Where somebody was is kept when the store is locked, and used once."""

from __future__ import annotations

from assessment.bookmark import Bookmark
from assessment.ports import DossierId, UnitOfWork


def keep(work: UnitOfWork, bookmark: Bookmark) -> None:
    """Keep it; an earlier one gives way."""
    with work:
        work.bookmarks.keep(bookmark.bounded())
        work.commit()


def take(work: UnitOfWork) -> Bookmark:
    """Give the last one and forget it; of a dossier that is no longer there, nothing is left."""
    with work:
        found = work.bookmarks.find()
        if found is None:
            return Bookmark()
        work.bookmarks.forget()
        work.commit()
        for dossier in filter(None, {found.dossier, found.of}):
            found = found if _is_there(work, dossier) else found.without(dossier)
        return found


def _is_there(work: UnitOfWork, dossier: str) -> bool:
    try:
        return bool(work.dossiers.get(DossierId(dossier)))
    except KeyError:
        return False
