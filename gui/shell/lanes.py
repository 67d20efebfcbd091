# SPDX-License-Identifier: EUPL-1.2
"""The three lanes beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.lane import Lane


class Lanes(QObject):
    """`store` for everything that touches the vault, `sums` for assessing, `paper` for documents."""

    hindered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.store, self.sums, self.paper = (Lane(name, self) for name in ("store", "sums", "paper"))
        for lane in (self.store, self.sums, self.paper):
            lane.hindered.connect(self.hindered)

    @property
    def are_idle(self) -> bool:
        """Whether everything that was asked has been delivered."""
        return self.store.is_idle and self.sums.is_idle and self.paper.is_idle

    def forget(self) -> None:
        """Give no results any more of what was fetched and assessed so far; paper forgets by itself."""
        self.store.forget()
        self.sums.forget()

    def close(self) -> None:
        """Finish what was asked."""
        for lane in (self.store, self.sums, self.paper):
            lane.close()
