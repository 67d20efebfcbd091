# SPDX-License-Identifier: EUPL-1.2
"""Destroying a dossier that another user proposed to destroy, and what remains of it."""

from __future__ import annotations

from assessment.destruction import Certificate, Sort
from assessment.keeping import Destruction
from assessment.ports import DossierId
from assessment.retention import Order


def carry_out(destruction: Destruction, id_: DossierId, order: Order) -> Certificate:
    """Destroy a dossier in the store and in every backup of it.

    Raises:
        NotDestroyed: it may not; the dossier is still there.
        NoBackup, StoreOutOfReach, StoreInUse: it is gone from the store, and the rest is done when it next opens.
    """
    return destruction.carry_out(id_, order)


def certificates(destruction: Destruction) -> tuple[Certificate, ...]:
    """List what was destroyed, the newest first."""
    return destruction.certificates()


def counters(destruction: Destruction) -> tuple[tuple[Sort, int], ...]:
    """Count what was destroyed by sort."""
    return destruction.counters()
