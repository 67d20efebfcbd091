# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text is kept until it is a value or was thrown away; without a dossier it is of one that has not begun."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.ports import DossierId, UnitOfWork


def keep(work: UnitOfWork, dossier: DossierId | None, field: str, text: str) -> None:
    """Keep the text of a field; an empty one forgets it."""
    with work:
        if text:
            work.drafts.keep(dossier, field, text)
        else:
            work.drafts.clear(dossier, field)
        work.commit()


def forget(work: UnitOfWork, dossier: DossierId | None, fields: Iterable[str]) -> None:
    """Forget what was half typed in these fields."""
    with work:
        for field in fields:
            work.drafts.clear(dossier, field)
        work.commit()
