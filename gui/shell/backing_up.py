# SPDX-License-Identifier: EUPL-1.2
"""Backups while the store is open: by itself once a day, and when somebody asks; the window never waits for them.

They have a lane of their own, so that what the officer types is kept meanwhile. A lock drops the one that is being
made; the next time that the store is open, another is.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from assessment.backup import Backup
from assessment.errors import Hindrance
from assessment.ports import Vault
from gui.parts.badge import Tone
from gui.shell.lanes import Lanes
from gui.shell.workplace import Workplace

AFTER_UNLOCKING = 3 * 60_000
"""Milliseconds: who has just come in, first gets to work."""
AGAIN = 60 * 60_000
"""Milliseconds until it is looked again whether one is due: a store can stay open for days."""


class BackingUp(QObject):
    """Looks from time to time whether a backup is due, and shows in the settings what there is."""

    def __init__(self, vault: Vault, lanes: Lanes, place: Workplace, wait: int = AFTER_UNLOCKING) -> None:
        super().__init__(place)
        self._vault, self._lanes, self._place = vault, lanes, place
        self._card = place.settings.backups
        self._card.asked.connect(self.make)
        self._timer = QTimer(self, singleShot=True, interval=wait)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self.show()

    def make(self) -> None:
        """Make one now."""
        self._card.show_busy()
        self._lanes.copies.run(self._vault.back_up, self._on_made, self._on_refused, self._on_broken)

    def show(self) -> None:
        """Show what there is."""
        self._lanes.store.run(self._vault.backups, self._card.show_backups)

    def _look(self) -> None:
        self._timer.start(AGAIN)
        self._lanes.copies.run(self._vault.is_backup_due, self._on_looked, self._on_refused)

    def _on_looked(self, is_due: bool) -> None:
        if is_due:
            self.make()

    def _on_made(self, made: Backup | None) -> None:
        if made is not None:  # else the store was locked meanwhile, and this page is gone too
            self._card.show_made(made)
            self.show()

    def _on_refused(self, hindrance: Hindrance) -> None:
        """Say it where it is seen: whoever does not look in the settings has to know too."""
        self._card.show_failed(hindrance.sentence)
        self._place.bar.show_text(Tone.WARN, hindrance.sentence, "Sluit")

    def _on_broken(self) -> None:
        self._card.show_failed("")
