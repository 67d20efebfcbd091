# SPDX-License-Identifier: EUPL-1.2
"""The shelf with dossiers, as the services need it; part of `assessment.ports`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from assessment.dossier_id import DossierId

if TYPE_CHECKING:  # the window is there before the dossier is read
    from assessment.deadline import Deadline
    from assessment.dossier.dossier import Dossier
    from assessment.found import Asked, Elsewhere, Hits


@dataclass(frozen=True, slots=True)
class Summary:
    """What the lists show of one dossier; computed when it is kept.

    `deadlines` is None in a row of an older store that was not kept since: only `decide_before` is known of it then.
    """

    reference: str
    title: str
    subject: str
    permit_types: tuple[str, ...]
    place: str
    received_on: date | None
    decide_before: date | None
    step: str
    deadlines: tuple[Deadline, ...] | None = None


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One row of the list of dossiers."""

    id: DossierId
    summary: Summary
    changed_at: datetime


class Shelf(Protocol):
    """The dossiers of an open store, within one unit of work."""

    def add(self, dossier: Dossier, summary: Summary) -> DossierId:
        """Put a new dossier on the shelf."""
        ...

    def get(self, id_: DossierId) -> Dossier:
        """Take a dossier; raises KeyError when it is not there."""
        ...

    def keep(self, id_: DossierId, dossier: Dossier, summary: Summary) -> None:
        """Keep a changed dossier; only the parts that differ are written and journalled."""
        ...

    def find(self, words: str = "", limit: int = 500, offset: int = 0) -> tuple[DossierRow, ...]:
        """List dossiers, newest change first; `words` searches everything an officer typed."""
        ...

    def search(self, words: str, limit: int = 200) -> Hits:
        """Say where words stand, by letters and by sound, a dossier at a time; ready within a tenth of a second."""
        ...

    def find_sounding(self, words: str, limit: int = 500) -> tuple[DossierRow, ...]:
        """List the dossiers with a name that sounds like these words, newest change first."""
        ...

    def alike(self, id_: DossierId, asked: Asked) -> tuple[Elsewhere, ...]:
        """List what is like this in other dossiers, the most alike first; raises KeyError.

        Only `assessment.services.elsewhere` asks: on purpose, with a reason, journalled.
        """
        ...

    def count(self, words: str = "") -> int:
        """Count what `find` would list without a limit."""
        ...
