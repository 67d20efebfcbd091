# SPDX-License-Identifier: EUPL-1.2
"""Earlier values of one dossier, with the words of what was done in between."""

from __future__ import annotations

from assessment.dossier.dossier import Dossier

DEEPEST = 200
"""Steps that can be taken back; a dossier shares almost everything with its predecessor."""


class History:
    """A line of dossiers with a place on it."""

    def __init__(self, dossier: Dossier) -> None:
        self._now = dossier
        self._earlier: list[tuple[str, Dossier]] = []
        self._later: list[tuple[str, Dossier]] = []

    @property
    def now(self) -> Dossier:
        """The dossier at this place."""
        return self._now

    def change(self, dossier: Dossier, label: str) -> bool:
        """Go on with another dossier; says whether it differs."""
        if dossier == self._now:
            return False
        self._earlier = [*self._earlier[-DEEPEST + 1 :], (label, self._now)]
        self._later.clear()
        self._now = dossier
        return True

    def undo(self) -> str:
        """Go back one step; gives the words of what was undone, or nothing."""
        return self._move(self._earlier, self._later)

    def redo(self) -> str:
        """Go forward one step; gives the words of what was done again, or nothing."""
        return self._move(self._later, self._earlier)

    def _move(self, from_: list[tuple[str, Dossier]], to: list[tuple[str, Dossier]]) -> str:
        if not from_:
            return ""
        label, dossier = from_.pop()
        to.append((label, self._now))
        self._now = dossier
        return label
