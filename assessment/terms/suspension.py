# SPDX-License-Identifier: EUPL-1.2
"""What makes the decision term stand still: Awb 4:5 with 4:15, Wet Bibob art. 31, and the Omgevingswet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from assessment.catalogue.term import Suspension, TermRules
from assessment.dates import tell
from assessment.dossier.application import Procedure
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.terms.bureau import bureau_spans
from assessment.terms.calendar import DAY
from assessment.terms.closed import first_objection
from assessment.terms.events import of_kind
from assessment.terms.span import Span, span_of


def suspensions(dossier: RuleDossier, rules: TermRules, on: date) -> tuple[Span, ...]:
    """List every suspension of the decision term, in order; they may overlap (law.md C12).

    After an objection the same events are about the decision on it. A span without days carries only its note.
    """
    procedure = dossier.application.procedure
    found = [*answered(dossier, rules, on, "supplement"), *bureau_spans(dossier, rules, on)]
    for one in rules.suspensions.values():
        holds = isinstance(procedure, Procedure) and one.holds_for(procedure)
        found += paired(dossier, rules, one, on) if holds else _not_for(dossier, rules, one)
    return in_order(span for span in found if span.days or span.notes)


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans by the day on which they begin, then by that on which they end."""
    return tuple(sorted(spans, key=lambda span: (span.start, span.until)))


def answered(dossier: RuleDossier, rules: TermRules, on: date, id_: str) -> Iterator[Span]:
    """From the day after an invitation until the day of the answer, or of a term that expired unused.

    `supplement`: those before an objection (Awb 4:15 par. 1 under a); `repair`: those after it (Awb 7:10 par. 2).
    """
    answers = of_kind(dossier, EventKind.SUPPLEMENT_RECEIVED)
    for event in _of_term(dossier, EventKind.SUPPLEMENT_INVITED, is_objected=id_ == "repair"):
        until, notes = _until(event, answers, rules, on, id_)
        yield span_of(rules.suspensions[id_], event.on.first + DAY, until, *notes)


def paired(
    dossier: RuleDossier, rules: TermRules, suspension: Suspension, on: date, told: Suspension | None = None
) -> Iterator[Span]:
    """From one event up to, not including, the other; what nobody ended runs until the day of assessment.

    `told` is another rule by which the same events suspend the decision on an objection.
    """
    if suspension.begins is None or suspension.ends is None:
        return
    ends = [event.on.first for event in of_kind(dossier, suspension.ends)]
    for event in _of_term(dossier, suspension.begins, is_objected=told is not None):
        start = event.on.first
        end = next((day for day in ends if day >= start), None)
        by = told or suspension
        notes = () if end else (rules.note("suspension-open", what=by.name, day=tell(on)),)
        yield span_of(by, start + DAY if suspension.day_after else start, end or on, *notes)


def _of_term(dossier: RuleDossier, kind: EventKind, *, is_objected: bool) -> Iterator[Event]:
    """Give the events of a kind before the first objection, or those from that day on."""
    objected = first_objection(dossier) or date.max
    return (event for event in of_kind(dossier, kind) if (event.on.first >= objected) is is_objected)


def _until(event: Event, answers: tuple[Event, ...], rules: TermRules, on: date, id_: str) -> tuple[date, list[str]]:
    """The first complete answer in time, else the last incomplete one, else the day of the term; without one: none.

    Whether the day on which it expired counts is not certain (law.md T21).
    """
    due, start = known(event.due), event.on.first
    last = due.last if due else date.max
    within = [answer for answer in answers if start <= answer.on.first <= last]
    whole = [answer for answer in within if answer.complete is True]
    if within:
        return (whole[0] if whole else within[-1]).on.first, []
    if due is None:
        return start, [rules.note(f"{id_}-no-term", day=tell(start))]
    if last >= on:
        return last, [rules.note(f"{id_}-open", day=tell(last))]
    counts = rules.chosen("expiry-day") == "counted"
    return last + DAY if counts else last, [rules.readings["expiry-day"].told(day=tell(last))]


def _not_for(dossier: RuleDossier, rules: TermRules, suspension: Suspension) -> Iterator[Span]:
    """Say of events that suspend nothing in this procedure that they do not."""
    for event in of_kind(dossier, suspension.begins) if suspension.begins else ():
        note = rules.note("not-for-procedure", what=suspension.name)
        yield span_of(suspension, event.on.first, event.on.first, note)
