# SPDX-License-Identifier: EUPL-1.2
"""The one extension that a term can have: which notice counts, for how many weeks, and why others do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.term import TermRules
from assessment.dates import tell
from assessment.dossier.event import Event
from assessment.known import known

LONGEST: Final = 104
"""Weeks; where the rule knows no limit, a longer extension is a slip of the pen and is cut off here."""


@dataclass(frozen=True, slots=True)
class Extension:
    """How much is added, and what to say of the notices."""

    added: timedelta = timedelta()
    notes: tuple[str, ...] = ()


def no_extension(notices: Sequence[Event], rules: TermRules) -> Extension:
    """Add nothing, where the rule knows no extension; it still tells the applicant that it will be later (4:14)."""
    return Extension(notes=tuple(rules.note("extension-none", day=tell(event.on)) for event in notices))


def extension(notices: Sequence[Event], last: date, most: int, rules: TermRules) -> Extension:
    """Add the first extension that was announced by the last day, no longer than its rule allows (0: no limit).

    Awb 4:14 par. 1 and 3, 3:18 par. 2, 7:10 par. 3; Omgevingswet 16.64 par. 2.
    """
    late = [event for event in notices if event.on.first > last]
    in_time = [event for event in notices if event.on.first <= last]
    notes = [rules.note("extension-late", day=tell(event.on), last=tell(last)) for event in late]
    notes += [rules.note("extension-again", day=tell(event.on)) for event in in_time[1:]]
    if not in_time:
        return Extension(notes=tuple(notes))
    weeks, allowed = known(in_time[0].weeks), most or LONGEST
    if weeks is None:
        notes.append(rules.note("extension-weeks", day=tell(in_time[0].on)))
    elif weeks > allowed:
        notes.append(rules.note("extension-cut", weeks=str(weeks), most=str(allowed)))
    return Extension(timedelta(weeks=max(0, min(weeks or 0, allowed))), tuple(notes))
