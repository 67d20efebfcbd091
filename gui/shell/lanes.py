# SPDX-License-Identifier: EUPL-1.2
"""The four lanes beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.lane import Lane


class Lanes(QObject):
    """`store` for what touches the vault, `sums` for assessing, `paper` for documents, `copies` for backups.

    A backup has a lane of its own, because it takes seconds in which the officer goes on.
    """

    hindered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.store, self.sums, self.paper, self.copies = self._all = tuple(
            Lane(name, self) for name in ("store", "sums", "paper", "copies")
        )
        for lane in self._all:
            lane.hindered.connect(self.hindered)

    @property
    def are_idle(self) -> bool:
        """Whether everything that was asked has been delivered."""
        return all(lane.is_idle for lane in self._all)

    def forget(self) -> None:
        """Give no results any more of what was fetched, assessed and copied so far; paper forgets by itself."""
        self.store.forget()
        self.sums.forget()
        self.copies.forget()

    def close(self) -> None:
        """Finish what was asked."""
        for lane in self._all:
            lane.close()
