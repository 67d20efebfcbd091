# SPDX-License-Identifier: EUPL-1.2
"""What was destroyed: the certificates, and counts in which nobody can be found."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.destruction import Certificate, Sort
from assessment.telling.retention_told import destroyed_told, sort_told
from gui.parts.badge import Tone
from gui.parts.card import Card
from gui.parts.label import label
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.visible import set_shown

INTRO = "Van een vernietigd dossier blijven alleen een verklaring en een aantal over, zonder namen of kenmerk."
MOST = 10


class DestroyedCard(Card):
    """Emits `opened(Certificate)`; hidden while nothing was destroyed."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("Vernietigd", INTRO)
        self.certificates = RecordTable("Verklaringen van vernietiging", _COLUMNS, most=MOST)
        self.certificates.opened.connect(self.opened)
        self.counters = RecordTable("Aantallen per jaar en soort", _COUNT_COLUMNS, most=MOST)
        for one in (
            label("Verklaringen", "label"), self.certificates, label("Aantallen per jaar en soort", "label"),
            self.counters,
        ):  # fmt: skip
            self.add(one)
        set_shown(self, False)

    def show_destroyed(
        self, certificates: tuple[Certificate, ...], counters: tuple[tuple[Sort, int], ...], catalogue: Catalogue
    ) -> None:
        """Show what was destroyed, in the words of a catalogue."""
        permits = {code: kind.name for code, kind in catalogue.permits.items()}
        self.certificates.show_records(certificates)
        self.counters.show_records(
            tuple((*sort_told(sort, permits, catalogue.words), str(number)) for sort, number in counters)
        )
        set_shown(self, bool(certificates))


def _state(one: Certificate) -> tuple[Tone, str]:
    return (Tone.OK, "vernietigd") if one.is_done else (Tone.WARN, "nog niet af")


_COLUMNS = (
    Column("Dag", lambda one: tell(one.at.astimezone().date()), 110),
    Column("Door", destroyed_told),
    Column("Grond", lambda one: one.ground),
    Column("Stand", lambda one: _state(one)[1], 130, badge=_state),
)
_COUNT_COLUMNS = (
    Column("Jaar", lambda one: one[0], 110),
    Column("Soort vergunning", lambda one: one[1], tip=lambda one: one[1]),
    Column("Mate van gevaar", lambda one: one[2], tip=lambda one: one[2]),
    Column("Besluit", lambda one: one[3], 150, tip=lambda one: one[3]),
    Column("Aantal", lambda one: one[4], 80, right=True),
)
