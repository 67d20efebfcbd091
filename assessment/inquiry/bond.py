# SPDX-License-Identifier: EUPL-1.2
"""What binds others to the subject, and the subject to others (Wet Bibob art. 3 par. 4 under b and c)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessment.dossier.relation import Role
from assessment.inquiry.lasting import Lasting
from assessment.inquiry.roles import Bearing
from assessment.outcome import Tie

BEHIND: Final = {
    Bearing.LEADS: Tie.B_LEADS,
    Bearing.CONTROLS: Tie.B_CONTROLS,
    Bearing.FINANCES: Tie.B_FINANCES,
}
TOWARD: Final = {
    Bearing.LEADS: Tie.C_LEADS,
    Bearing.CONTROLS: Tie.C_CONTROLS,
    Bearing.FINANCES: Tie.C_FINANCES,
}
CLOSENESS: Final = tuple(Tie)
"""From closest to none (weighing.md no. 6)."""

_CURRENT_FIRST: Final = {True: 0, None: 1, False: 2}


@dataclass(frozen=True, slots=True)
class Bond:
    """One relation in the sense of art. 3 par. 4: its kind, its path from closest to the offence to the subject.

    For a bond under b the path runs from the subject to the legal person. `current` is the plain date fact (None: the
    dates leave it open), `running` that of weighing.md no. 6; `records` are the relations it rests on, none for a
    lender who stands in the financing only.
    """

    tie: Tie
    path: tuple[str, ...]
    lasting: Lasting
    current: bool | None
    running: bool
    roles: tuple[Role, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int, bool, int, tuple[str, ...], tuple[str, ...]]:
        """Sort by closeness, then current before ended, then the shortest path."""
        closeness = CLOSENESS.index(self.tie)
        return closeness, _CURRENT_FIRST[self.current], not self.running, len(self.path), self.path, self.records


@dataclass(frozen=True, slots=True)
class Doubt:
    """A relation that would be there if something unknown turned out so: which, on which record, and the task."""

    tie: Tie
    record: str
    text: str


@dataclass(frozen=True, slots=True)
class Bonds:
    """All bonds of one dossier, closest first.

    `toward`: per other party, how it stands to the subject (c). `behind`: per legal person, how the subject stands
    behind it (b). `owner`: per firm of a sole trader, the person he is. `is_complete` is False where so many relations
    ended on different days that not every chain of the past was looked for.
    """

    subjects: frozenset[str]
    toward: Mapping[str, tuple[Bond, ...]]
    behind: Mapping[str, tuple[Bond, ...]]
    doubts: Mapping[str, tuple[Doubt, ...]]
    owner: Mapping[str, str]
    is_complete: bool = True

    def who_is(self, party: str) -> str:
        """Give the sole trader for his firm, and everybody else as himself."""
        return self.owner.get(party, party)
