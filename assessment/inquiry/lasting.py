# SPDX-License-Identifier: EUPL-1.2
"""How long a relation lasts, as far as its dates are known; a date that is not known never ends anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.dates import When
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.known import NOT_KNOWN, Maybe


@dataclass(frozen=True, slots=True)
class Lasting:
    """From when until when; `until` is None while it lasts and NOT_KNOWN when nobody knows."""

    since: Maybe[When] = NOT_KNOWN
    until: Maybe[When] = NOT_KNOWN

    def has_begun(self, day: date) -> bool:
        """Whether it can have begun by a day."""
        return not isinstance(self.since, When) or self.since.first <= day

    def is_active(self, day: date) -> bool:
        """Whether it can have been so on a day: from the first day of `since` up to the last day of `until`."""
        if not self.has_begun(day):
            return False
        return not isinstance(self.until, When) or day < self.until.last or self._is_moment(day)

    def _is_moment(self, day: date) -> bool:
        """A relation that ended on the day it began lasted that one day."""
        if not isinstance(self.since, When) or not isinstance(self.until, When):
            return False
        return self.until.last <= self.since.first == day

    def is_current(self, on: date) -> bool | None:
        """The plain date fact (weighing.md no. 6); None where the dates leave it open."""
        if not self.is_active(on):
            return False
        if isinstance(self.until, When):
            lasts_for_certain = self.until.first > on
            return True if lasts_for_certain else None
        nothing_known = self.until is NOT_KNOWN and not isinstance(self.since, When)
        return None if nothing_known else True

    def is_running(self, anchor: date | None, on: date) -> bool:
        """Whether it has not ended by `on`, or ended only after the application or the start of the investigation."""
        if not isinstance(self.until, When) or self.until.last > on:
            return True
        return anchor is not None and self.until.last > anchor

    def turning_day(self, on: date) -> date:
        """A day on which it was certainly not over yet: `on`, its last day, or its first day when that is later."""
        day = on
        if isinstance(self.until, When):
            day = min(on, self.until.last - timedelta(days=1))
        return max(day, self.since.first) if isinstance(self.since, When) else day


def overlap(parts: Iterable[Lasting]) -> Lasting:
    """Give the time in which all parts lasted: from the latest beginning to the earliest end, as far as known."""
    spans = list(parts)
    begun = [one.since for one in spans if isinstance(one.since, When)]
    ended = [one.until for one in spans if isinstance(one.until, When)]
    open_end: Maybe[When] = NOT_KNOWN if any(one.until is NOT_KNOWN for one in spans) else None
    latest = max(begun, key=lambda one: (one.first, one.month or 0, one.day or 0)) if begun else NOT_KNOWN
    return Lasting(latest, min(ended, key=lambda one: one.last) if ended else open_end)


def anchor_of(dossier: RuleDossier) -> date | None:
    """Give the day the application was received or the own investigation began, whichever came first."""
    days = [event.on for event in dossier.events if event.kind in _ANCHORS]
    if isinstance(dossier.application.received_on, When):
        days.append(dossier.application.received_on)
    return min(one.first for one in days) if days else None


_ANCHORS = (EventKind.APPLICATION_RECEIVED, EventKind.OWN_INVESTIGATION_STARTED)
