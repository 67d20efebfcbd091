# SPDX-License-Identifier: EUPL-1.2
"""Which backup is to be put back: a list to choose from, the newest first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from assessment.backup import Backup
from gui.parts.backup_words import WHY, dossiers, moment, size, state
from gui.parts.badge import ICONS
from gui.parts.button import Rank, button
from gui.parts.link_row import LinkRow
from gui.parts.link_rows import Link, LinkRows
from gui.unlock.frame import UnlockFrame


class BackupsPage(UnlockFrame):
    """Emits `chosen(backup id)` and `back_asked()`."""

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, backups: Iterable[Backup]) -> None:
        super().__init__(
            "Zet een reservekopie terug",
            "Kies een kopie. U ziet eerst wat erin zit; er wordt nog niets vervangen.",
        )
        self._rows = self.add(LinkRows(framed=True))
        self._rows.show_links(tuple(_link(one) for one in backups))
        self._rows.asked.connect(self.chosen)
        self.add(button("Terug", "arrow-left", Rank.QUIET, self.back_asked.emit))

    def focus_first(self) -> None:
        first = self._rows.findChild(LinkRow)
        if first is not None:
            first.setFocus()


def _link(backup: Backup) -> Link:
    tone, word = state(backup)
    facts = (dossiers(backup), size(backup.size), word, WHY[backup.kind])
    return Link(backup.id, moment(backup.at), " · ".join(one for one in facts if one), ICONS[tone], tone.value)
