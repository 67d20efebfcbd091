# SPDX-License-Identifier: EUPL-1.2
"""Events that cannot have happened in the order in which they stand: told, and not guessed around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Final

from assessment.dates import When
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.terms.events import of_kind

NEEDS: Final = (
    (EventKind.SUPPLEMENT_RECEIVED, EventKind.SUPPLEMENT_INVITED, False),
    (EventKind.SUPPLEMENT_INVITED, EventKind.APPLICATION_RECEIVED, False),
    (EventKind.EXTENSION_NOTIFIED, EventKind.APPLICATION_RECEIVED, False),
    (EventKind.DEFAULT_NOTICE_RECEIVED, EventKind.APPLICATION_RECEIVED, False),
    (EventKind.WITHDRAWN, EventKind.APPLICATION_RECEIVED, False),
    (EventKind.DECISION_MADE, EventKind.APPLICATION_RECEIVED, False),
    (EventKind.FORM_REFUSED, EventKind.FORM_SENT, False),
    (EventKind.DECISION_NOTIFIED, EventKind.DECISION_MADE, False),
    (EventKind.OBJECTION_RECEIVED, EventKind.DECISION_NOTIFIED, True),
    (EventKind.BUREAU_ADVICE_RECEIVED, EventKind.BUREAU_REQUESTED, True),
    (EventKind.BUREAU_ASKED_DATA, EventKind.BUREAU_REQUESTED, True),
    (EventKind.BUREAU_EXTENDED, EventKind.BUREAU_REQUESTED, True),
    (EventKind.BUREAU_GOT_DATA, EventKind.BUREAU_ASKED_DATA, True),
    (EventKind.CORRECTED_TO_BUREAU, EventKind.REPORTED_TO_BUREAU, True),
    (EventKind.AGREED_SUSPENSION_UNTIL, EventKind.AGREED_SUSPENSION_FROM, True),
    (EventKind.ATTRIBUTABLE_DELAY_UNTIL, EventKind.ATTRIBUTABLE_DELAY_FROM, True),
    (EventKind.FORCE_MAJEURE_UNTIL, EventKind.FORCE_MAJEURE_FROM, True),
    (EventKind.FOREIGN_INFORMATION_RECEIVED, EventKind.FOREIGN_INFORMATION_ASKED, True),
    (EventKind.STAY_UNTIL, EventKind.STAY_FROM, True),
    (EventKind.PERMIT_SUSPENSION_ENDED, EventKind.PERMIT_SUSPENDED, True),
    (EventKind.BODY_ANSWERED, EventKind.BODY_ASKED_DATA, True),
)
"""What comes after what; and whether it cannot be at all where the first was not recorded."""

ONCE_OPEN: Final = tuple((first, later) for later, first, _ in NEEDS if later.value.endswith("-until"))
"""What begins and ends: it does not begin again before it has ended."""


class Oddity(Enum):
    """Why events cannot have happened so."""

    BEFORE = "before what it follows"
    MISSING = "what it follows was never recorded"
    AFTER = "after what ended it"
    AGAIN = "again before it ended"


@dataclass(frozen=True, slots=True)
class Impossible:
    """What cannot be: why, the events that it is about, and the days in it."""

    oddity: Oddity
    later: EventKind
    earlier: EventKind
    on: When
    before: When | None = None


def impossible(dossier: RuleDossier) -> tuple[Impossible, ...]:
    """List what cannot have happened in this order, in the order of the rules."""
    return tuple(dict.fromkeys((*_before(dossier), *_after_advice(dossier), *_twice_open(dossier))))


def _before(dossier: RuleDossier) -> Iterator[Impossible]:
    """Something stands before what it follows, or that was never recorded."""
    for later, earlier, is_needed in NEEDS:
        days = [one.on for one in _events(dossier, earlier)]
        for event in of_kind(dossier, later):
            if not days and is_needed:
                yield Impossible(Oddity.MISSING, later, earlier, event.on)
            elif days and event.on.last < min(days).first:
                yield Impossible(Oddity.BEFORE, later, earlier, event.on, min(days))


def _after_advice(dossier: RuleDossier) -> Iterator[Impossible]:
    """The Bureau asks or extends nothing any more when it has advised, until it is asked again (art. 15)."""
    asked = [one.on.first for one in of_kind(dossier, EventKind.BUREAU_REQUESTED)]
    advised = of_kind(dossier, EventKind.BUREAU_ADVICE_RECEIVED)
    for kind in (EventKind.BUREAU_ASKED_DATA, EventKind.BUREAU_EXTENDED):
        for event in of_kind(dossier, kind):
            done = [one for one in advised if one.on.last < event.on.first and not _between(asked, one, event)]
            if done:
                yield Impossible(Oddity.AFTER, kind, EventKind.BUREAU_ADVICE_RECEIVED, event.on, done[-1].on)


def _between(days: Iterable[date], one: Event, other: Event) -> bool:
    return any(one.on.first < day <= other.on.first for day in days)


def _twice_open(dossier: RuleDossier) -> Iterator[Impossible]:
    for begins, ends in ONCE_OPEN:
        closed = [one.on.first for one in of_kind(dossier, ends)]
        begun = of_kind(dossier, begins)
        for one, again in pairwise(begun):
            if not any(one.on.first <= day <= again.on.first for day in closed):
                yield Impossible(Oddity.AGAIN, begins, ends, again.on, one.on)


def _events(dossier: RuleDossier, kind: EventKind) -> tuple[Event, ...]:
    """The events of a kind; an application that is noted with the application itself is one."""
    noted = known(dossier.application.received_on)
    if kind is EventKind.APPLICATION_RECEIVED and noted is not None:
        return (Event(kind, noted),)
    return of_kind(dossier, kind)


def two_days_of_receipt(dossier: RuleDossier) -> tuple[When, When] | None:
    """Give the day of receipt with the application and the other one among the events, where they differ."""
    noted = known(dossier.application.received_on)
    events = of_kind(dossier, EventKind.APPLICATION_RECEIVED)
    if noted is None or not events or any(one.on.first <= noted.last and noted.first <= one.on.last for one in events):
        return None
    return noted, events[0].on
