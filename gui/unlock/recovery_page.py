# SPDX-License-Identifier: EUPL-1.2
"""The recovery key, shown once before the store is entered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.recovery_key import COPIED, KEEP_IT, SAVED, RecoveryKey, two_of
from gui.unlock.frame import UnlockFrame


class RecoveryPage(UnlockFrame):
    """Emits `confirmed()` when it was written down."""

    confirmed = Signal()

    def __init__(self, key: str, choose: Callable[[int], tuple[int, int]] = two_of) -> None:
        super().__init__(
            "Schrijf de herstelsleutel op",
            "Met deze sleutel opent u de kluis als u het wachtwoord vergeet. Hij wordt maar één keer getoond."
            f" {KEEP_IT}",
        )
        self.key = self.add(RecoveryKey(key, choose))
        self.key.confirmed.connect(self.confirmed)
        self.key.refused.connect(self.refuse)
        self.key.copied.connect(lambda: self.show_sentence(Tone.INFO, COPIED))
        self.add(button(SAVED, rank=Rank.PRIMARY, on_click=self.key.confirm))

    def focus_first(self) -> None:
        self.key.setFocus()
