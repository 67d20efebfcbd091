# SPDX-License-Identifier: EUPL-1.2
"""The backups of the store that is open: when, how much is in each, and whether each is good."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from assessment.backup import Backup
from gui.parts.backup_words import WHY, dossiers, moment, size, state
from gui.parts.badge import Badge, Tone
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.emptied import empty
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.visible import set_shown

INTRO = (
    "Wijzigt u iets, dan maakt het programma die dag vanzelf een reservekopie. Bewaard blijven zeven dagen, vier weken "
    "en de laatste vóór elke nieuwe versie. Terugzetten kan op het scherm waar u de kluis opent."
)
BESIDE = (
    "De kopieën staan versleuteld bij de kluis, op dezelfde schijf. Laat de beheerder de map backups ook op een andere "
    "schijf bewaren: gaat deze schijf stuk, dan zijn ook de kopieën weg."
)
NONE = "Er is nog geen reservekopie."
BUSY = "De reservekopie wordt gemaakt en nagekeken. U kunt gewoon verder werken."
MADE = "De reservekopie is gemaakt en nagekeken: {dossiers}."


class BackupsCard(Card):
    """Emits `asked()` when one is to be made now."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("Reservekopieën", INTRO)
        self.make = self.corner(button("Maak nu een reservekopie", "copy", on_click=self.asked.emit))
        self._notice = self.add(Notice())
        self._none = self.add(Prose(NONE))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self.add(self._table)
        self.add(Prose(BESIDE, "muted"))
        self.show_backups(())

    def show_backups(self, backups: Iterable[Backup]) -> None:
        """Show others, the newest first."""
        empty(self._grid)
        row = -1
        for row, one in enumerate(backups):
            self._add(row, one)
        self._grid.setColumnStretch(4, 1)
        set_shown(self._none, row < 0)
        set_shown(self._table, row >= 0)

    def show_busy(self) -> None:
        """Say that one is being made."""
        self.make.setEnabled(False)
        self._notice.show_text(Tone.INFO, BUSY)

    def show_made(self, made: Backup) -> None:
        """Say what was made."""
        self._say(Tone.OK, MADE.format(dossiers=dossiers(made)))

    def show_failed(self, sentence: str) -> None:
        """Say why none was made; nothing when nobody has to know."""
        self._say(Tone.WARN, sentence)

    def _say(self, tone: Tone, sentence: str) -> None:
        self.make.setEnabled(True)
        self._notice.show_text(tone, sentence)

    def _add(self, row: int, backup: Backup) -> None:
        beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label(moment(backup.at)), row, 0)
        self._grid.addWidget(label(dossiers(backup)), row, 1, beside)
        self._grid.addWidget(label(size(backup.size)), row, 2, beside)
        self._grid.addWidget(Badge(*state(backup)), row, 3)
        self._grid.addWidget(label(WHY[backup.kind], "muted"), row, 4)
