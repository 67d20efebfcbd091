# SPDX-License-Identifier: EUPL-1.2
"""On which days the relations around the subject are looked at, so that what has ended is found too."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from datetime import date
from typing import Final

from assessment.dossier.blind import RuleDossier
from assessment.dossier.relation import Relation
from assessment.inquiry.lasting import Lasting
from assessment.inquiry.link import lenders
from assessment.inquiry.roles import BEARINGS, HOLDING

MOST_WORK: Final = 100_000
"""Relations times days that are looked at; ordinary dossiers stay far below it, and thousands of relations end in time.

Art. 1 and 3 par. 4 know no limit of time: where days are left out, the outcome says so.
"""


def days_to_look(dossier: RuleDossier) -> tuple[tuple[date, ...], bool]:
    """Give the day of assessment and a day per relation that does not exist on it, and whether these are all.

    Relations of the subject itself come first, then the latest; both ends of a chain must have existed together.
    """
    on = dossier.assessed_on
    around = _around(dossier)
    spans = [(one, Lasting(one.since, one.until)) for one in around]
    near = set(dossier.subject)
    ranked = {
        (not near.isdisjoint((one.from_, one.to)), lasting.turning_day(on))
        for one, lasting in spans
        if not lasting.is_active(on)
    }
    ranked |= {(True, one.lasting.turning_day(on)) for one in lenders(dossier) if not one.lasting.is_active(on)}
    others = dict.fromkeys(day for _, day in sorted(ranked, reverse=True))
    most = max(MOST_WORK // max(len(around), 1), 1)
    return (on, *list(others)[:most]), len(others) <= most


def _around(dossier: RuleDossier) -> tuple[Relation, ...]:
    """Keep the relations that can be part of a chain to or from a subject, or to what a subject owns."""
    bearing = [one for one in dossier.relations if one.role in BEARINGS or one.role in HOLDING]
    below = _reached(dossier.subject, ((one.from_, one.to) for one in bearing))
    above = _reached(below, ((one.to, one.from_) for one in bearing))
    return tuple(one for one in bearing if one.to in above)


def _reached(starts: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for from_, to in steps:
        ways[from_].append(to)
    reached = set(starts)
    waiting = deque(reached)
    while waiting:
        new = [one for one in ways[waiting.popleft()] if one not in reached]
        reached.update(new)
        waiting.extend(new)
    return reached
