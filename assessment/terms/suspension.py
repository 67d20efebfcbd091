# SPDX-License-Identifier: EUPL-1.2
"""Days on which the decision term stands still: Awb 4:15, Wet Bibob art. 31, and by agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.term import TermRules
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.terms.calendar import DAY, end_of

SUPPLEMENT: Final = "Awb 4:15 lid 1 onder a"
AGREED: Final = "Awb 4:15 lid 2 onder a"
BUREAU: Final = "Wet Bibob art. 31"
BUREAU_DATA: Final = "Wet Bibob art. 15 lid 2"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` up to, not including, `until`, and the rule by which they do not count."""

    start: date
    until: date
    rule: str

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.start).days


def suspensions(dossier: RuleDossier, rules: TermRules, on: date) -> tuple[Span, ...]:
    """List every suspension, in order; they may overlap (law.md C12)."""
    found = [*_supplements(dossier), *bureau_spans(dossier, rules, on), *_agreed(dossier, on)]
    return tuple(sorted((span for span in found if span.days > 0), key=lambda span: (span.start, span.until)))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join overlapping or touching spans, which must be sorted, so that no day is counted twice."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].until:
            last = joined.pop()
            joined.append(Span(last.start, max(last.until, span.until), last.rule))
        else:
            joined.append(span)
    return tuple(joined)


def of_kind(dossier: RuleDossier, kind: EventKind) -> tuple[Event, ...]:
    """List the events of one kind, in order of time."""
    return tuple(sorted((event for event in dossier.events if event.kind is kind), key=lambda event: event.on))


def _supplements(dossier: RuleDossier) -> list[Span]:
    """From the day after the invitation until the day of supplementing, or of a term that expired unused.

    The day on which it ends is not counted: the careful reading (law.md T21).
    """
    answers = of_kind(dossier, EventKind.SUPPLEMENT_RECEIVED)
    return [
        Span(event.on.first + DAY, _supplemented(event, answers), SUPPLEMENT)
        for event in of_kind(dossier, EventKind.SUPPLEMENT_INVITED)
    ]


def _supplemented(event: Event, answers: tuple[Event, ...]) -> date:
    """The first complete answer in time, else the last incomplete one, else the day of the term; without one: none."""
    due, start = known(event.due), event.on.first
    last = due.last if due else date.max
    within = [answer for answer in answers if start <= answer.on.first <= last]
    whole = [answer for answer in within if answer.complete is True]
    if within:
        return (whole[0] if whole else within[-1]).on.first
    return due.last if due else start


def _agreed(dossier: RuleDossier, on: date) -> list[Span]:
    """With the applicant's written consent; one that nobody ended runs until the day of assessment."""
    ends = [event.on.first for event in of_kind(dossier, EventKind.AGREED_SUSPENSION_UNTIL)]
    return [
        Span(start, next((end for end in ends if end >= start), max(start, on)), AGREED)
        for start in (event.on.first for event in of_kind(dossier, EventKind.AGREED_SUSPENSION_FROM))
    ]


@dataclass(frozen=True, slots=True)
class BureauTerm:
    """One request to the Bureau: when it was asked, when its term ends, and when the advice came."""

    asked_on: date
    waiting: tuple[Span, ...]
    extension_days: int
    end: date
    received_on: date | None

    @property
    def cap(self) -> int:
        """The most days that art. 31 lets the decision term stand still."""
        return (self.end - self.asked_on).days


def bureau_terms(dossier: RuleDossier, rules: TermRules, on: date) -> tuple[BureauTerm, ...]:
    """Give the term of each request to the Bureau (Wet Bibob art. 15)."""
    asked = [event.on.first for event in of_kind(dossier, EventKind.BUREAU_REQUESTED)]
    bounds = zip(asked, [*asked, date.max][1:], strict=True)
    return tuple(_bureau_term(dossier, rules, start, until, on) for start, until in bounds)


def bureau_spans(dossier: RuleDossier, rules: TermRules, on: date) -> list[Span]:
    """From the day of the request through the day of receipt, but no longer than the Bureau's own term (art. 31)."""
    return [
        Span(one.asked_on, one.asked_on + timedelta(days=min(one.cap, _taken(one))), BUREAU)
        for one in bureau_terms(dossier, rules, on)
    ]


def _taken(term: BureauTerm) -> int:
    return term.cap if term.received_on is None else (term.received_on - term.asked_on).days + 1


def _bureau_term(dossier: RuleDossier, rules: TermRules, start: date, until: date, on: date) -> BureauTerm:
    def days(kind: EventKind) -> list[date]:
        return [event.on.first for event in of_kind(dossier, kind) if start <= event.on.first < until]

    answered = days(EventKind.BUREAU_GOT_DATA)
    waiting = merged(
        Span(asked, next((day for day in answered if day >= asked), max(asked, on)), BUREAU_DATA)
        for asked in days(EventKind.BUREAU_ASKED_DATA)
    )
    most = rules.lengths["bureau-extension"].number
    weeks = sum(
        known(event.weeks) or 0
        for event in of_kind(dossier, EventKind.BUREAU_EXTENDED)
        if start <= event.on.first < until
    )
    extension = 7 * max(0, min(weeks, most))
    waited = sum(span.days for span in waiting)
    end = end_of(start, rules.lengths["bureau-advice"]) + timedelta(days=waited + extension)
    received = days(EventKind.BUREAU_ADVICE_RECEIVED)
    return BureauTerm(start, waiting, extension, end, received[0] if received else None)
