# SPDX-License-Identifier: EUPL-1.2
"""The term of the Bureau, and how long the decision term stands still for it (Wet Bibob art. 15 and 31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.catalogue.term import TermRules
from assessment.dates import tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term
from assessment.terms.calendar import end_of
from assessment.terms.ends import Run, ends, step
from assessment.terms.events import of_kind
from assessment.terms.span import Span, merged, span_of


@dataclass(frozen=True, slots=True)
class BureauTerm:
    """One request to the Bureau: when it was asked, when its term ends, and when the advice came.

    `waiting` are the days on which it waited for data (art. 15 par. 2); `cap` is the most days that the decision term
    can stand still for it.
    """

    asked_on: date
    waiting: tuple[Span, ...]
    extension_days: int
    end: date
    received_on: date | None
    cap: int
    notes: tuple[str, ...] = ()


def bureau_terms(dossier: RuleDossier, rules: TermRules, on: date) -> tuple[BureauTerm, ...]:
    """Give the term of each request to the Bureau (Wet Bibob art. 15)."""
    asked = [event.on.first for event in of_kind(dossier, EventKind.BUREAU_REQUESTED)]
    bounds = zip(asked, [*asked, date.max][1:], strict=True)
    return tuple(_bureau_term(dossier, rules, start, until, on) for start, until in bounds)


def bureau_spans(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Span]:
    """From the day of the request through the day of receipt, but no longer than the Bureau's own term (art. 31)."""
    for one in bureau_terms(dossier, rules, on):
        taken = one.cap if one.received_on is None else (one.received_on - one.asked_on).days + 1
        until = one.asked_on + timedelta(days=min(one.cap, taken))
        yield span_of(rules.suspensions["bureau"], one.asked_on, until, *_span_notes(one, taken, rules))


def told_terms(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Term]:
    """Tell the term of each request with its steps."""
    length, extension = rules.lengths["bureau-advice"], rules.lengths["bureau-extension"]
    for one in bureau_terms(dossier, rules, on):
        steps = [step(length, one.asked_on, end_of(one.asked_on, length)), *(span.step for span in one.waiting)]
        if one.extension_days:
            steps.append(step(extension, one.end - timedelta(days=one.extension_days), one.end))
        waited = sum(span.days for span in merged(one.waiting))
        yield ends(rules).term(Run("bureau-advice", one.asked_on, length, one.end, tuple(steps), waited), one.notes)


def _span_notes(term: BureauTerm, taken: int, rules: TermRules) -> Iterator[str]:
    if term.received_on is None:
        yield rules.note("bureau-open", day=tell(term.end))
    elif taken > term.cap:
        yield rules.readings["bureau-cap"].told(days=str(term.cap))


def _bureau_term(dossier: RuleDossier, rules: TermRules, start: date, until: date, on: date) -> BureauTerm:
    def events(kind: EventKind) -> list[Event]:
        return [event for event in of_kind(dossier, kind) if start <= event.on.first < until]

    waiting = tuple(_waiting(events(EventKind.BUREAU_ASKED_DATA), events(EventKind.BUREAU_GOT_DATA), rules, on))
    extended = events(EventKind.BUREAU_EXTENDED)
    weeks = sum(known(event.weeks) or 0 for event in extended)
    extension = 7 * max(0, min(weeks, rules.lengths["bureau-extension"].number))
    waited = sum(span.days for span in merged(waiting))
    end = end_of(start, rules.lengths["bureau-advice"]) + timedelta(days=waited + extension)
    received = events(EventKind.BUREAU_ADVICE_RECEIVED)
    cap = (end - start).days + (rules.chosen("bureau-cap") == "term-and-a-day")
    notes = [note for span in waiting for note in span.notes]
    if any(known(event.weeks) is None for event in extended):
        notes.append(rules.note("bureau-weeks"))
    return BureauTerm(start, waiting, extension, end, received[0].on.first if received else None, cap, tuple(notes))


def _waiting(asked: list[Event], answered: list[Event], rules: TermRules, on: date) -> Iterator[Span]:
    """From the day on which data were asked up to the day on which they came; still open: until the assessment."""
    rule = rules.suspensions["bureau-data"]
    for event in asked:
        day = event.on.first
        got = next((one.on.first for one in answered if one.on.first >= day), None)
        notes = () if got else (rules.note("suspension-open", what=rule.name, day=tell(on)),)
        yield span_of(rule, day, got or max(day, on), *notes)
