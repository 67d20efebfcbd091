# SPDX-License-Identifier: EUPL-1.2
"""The five lanes beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.lane import Lane


class Lanes(QObject):
    """`store` for what touches the vault, `sums`, `paper` for documents, `copies` for backups, `files` for attachments.

    A backup and a large attachment have lanes of their own: they take seconds in which the officer goes on.
    """

    hindered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.store, self.sums, self.paper, self.copies, self.files = self._all = tuple(
            Lane(name, self) for name in ("store", "sums", "paper", "copies", "files")
        )
        for lane in self._all:
            lane.hindered.connect(self.hindered)

    @property
    def are_idle(self) -> bool:
        """Whether everything that was asked has been delivered."""
        return all(lane.is_idle for lane in self._all)

    def forget(self) -> None:
        """Give no results any more of what was asked so far; paper forgets by itself."""
        self.store.forget()
        self.sums.forget()
        self.copies.forget()
        self.files.forget()

    def close(self) -> None:
        """Finish what was asked."""
        for lane in self._all:
            lane.close()
