# SPDX-License-Identifier: EUPL-1.2
"""A dossier goes to a colleague, or comes from one; what would happen is shown before it does."""

from __future__ import annotations

from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.package import Arrival, Package, Preview
from assessment.ports import DossierId, UnitOfWork
from assessment.services.dossiers import summarise
from assessment.wire import to_wire

GIVEN: Final = "dossier.handed-over"
TAKEN: Final = "dossier.taken-over"
_EVERY: Final = 1_000_000


def note_given(work: UnitOfWork, id_: DossierId, purpose: str) -> None:
    """Note that a dossier was packed for a colleague, and for which purpose."""
    with work:
        work.journal.note(GIVEN, id_, words=purpose)
        work.commit()


def preview(work: UnitOfWork, package: Package) -> Preview:
    """Hold a package against the shelf; nothing is changed."""
    with work:
        rows = work.dossiers.find("", _EVERY)
        here = next((row.id for row in rows if row.summary.reference == package.dossier.reference), None)
        if here is None:
            return Preview(package, Arrival.NEW)
        differing = _differing(work.dossiers.get(here), package.dossier)
    return Preview(package, Arrival.OTHER if differing else Arrival.SAME, here, differing)


def take_over(work: UnitOfWork, shown: Preview, catalogue: Catalogue) -> DossierId:
    """Put the dossier of a package on the shelf, in place of the one with its reference; twice is once.

    What stood there before stays in the journal. Raises KeyError when that one was taken away since it was shown.
    """
    dossier = shown.package.dossier
    with work:
        if shown.here is None:
            id_ = work.dossiers.add(dossier, summarise(dossier, catalogue))
        else:
            id_ = shown.here
            work.dossiers.keep(id_, dossier, summarise(dossier, catalogue))
        if shown.arrival is not Arrival.SAME:
            work.journal.note(TAKEN, id_, shown.package.by)
        work.commit()
    return id_


def _differing(here: Dossier, other: Dossier) -> tuple[str, ...]:
    """Name the blocks of the dossier file in which two dossiers differ."""
    mine, theirs = to_wire(here), to_wire(other)
    return tuple(sorted(key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key)))
