# SPDX-License-Identifier: EUPL-1.2
"""Days on which a term stands still, how they are joined, and how they move its end (law.md C12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.catalogue.term import Suspension
from assessment.outcome import TermStep


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` up to, not including, `until`; by which rule they do not count, in words, and what to add."""

    start: date
    until: date
    rule: str
    text: str = ""
    notes: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it holds; none where it ends before it begins."""
        return max(0, (self.until - self.start).days)

    @property
    def step(self) -> TermStep:
        """Tell it as a step of a counting."""
        return TermStep(self.rule, self.start, self.until, self.text)


@dataclass(frozen=True, slots=True)
class Stood:
    """An end that suspensions moved: the spans that did, how many days, and the spans that began too late."""

    end: date
    spans: tuple[Span, ...]
    days: int
    late: tuple[Span, ...]


def span_of(suspension: Suspension, start: date, until: date, *notes: str) -> Span:
    """Make a span by a rule of the catalogue."""
    return Span(start, until, suspension.rule, suspension.text, notes)


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


def stood_still(start: date, end: date, spans: Iterable[Span], last_day: Callable[[date], date]) -> Stood:
    """Move an end by the days of each suspension that began while the term still ran; `last_day` says until when.

    What lies before `start` does not count.
    """
    clipped = tuple(_clipped(spans, start))
    days = 0
    for one in merged(span for span in clipped if span.days):
        if one.start <= last_day(end):
            end, days = end + timedelta(days=one.days), days + one.days
    is_late = {span for span in clipped if span.start > last_day(end)}
    counted = tuple(span for span in clipped if span not in is_late)
    return Stood(end, counted, days, tuple(span for span in clipped if span in is_late and span.days))


def _clipped(spans: Iterable[Span], start: date) -> Iterator[Span]:
    for span in spans:
        if span.until > start or not span.days:
            yield Span(max(span.start, start), span.until, span.rule, span.text, span.notes)
