# SPDX-License-Identifier: EUPL-1.2
"""Objection, and the decision on it (Awb 6:7 to 6:9, 7:10 and 7:13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assessment.catalogue.term import Length, TermRules
from assessment.dates import tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import DAY, end_of
from assessment.terms.ends import Run, ends, step
from assessment.terms.events import of_kind
from assessment.terms.extension import extension
from assessment.terms.span import Span, Stood, stood_still
from assessment.terms.suspension import answered, in_order, paired


def objection_term(dossier: RuleDossier, rules: TermRules) -> Term | None:
    """Six weeks from the day after the decision was made known (Awb 6:7 and 6:8)."""
    notified = of_kind(dossier, EventKind.DECISION_NOTIFIED)
    if not notified:
        return None
    term = ends(rules).plain("objection", notified[0].on.first, rules.lengths["objection"])
    received = of_kind(dossier, EventKind.OBJECTION_RECEIVED)
    return _with_notes(term, received, rules)


def objection_decision(dossier: RuleDossier, rules: TermRules, objection: Term | None, on: date) -> Term | None:
    """Six weeks, or twelve with a committee, after the term for objection (Awb 7:10).

    It is adjourned once by at most six weeks (par. 3), stands still while an omission is repaired (par. 2), and longer
    with consent (par. 4).
    """
    received = of_kind(dossier, EventKind.OBJECTION_RECEIVED)
    if objection is None or not received:
        return None
    committee = any(event.committee is True for event in received)
    length = rules.lengths["objection-committee" if committee else "objection-decision"]
    count = _Count(rules, objection.statutory_end, length)
    notices = [one for one in of_kind(dossier, EventKind.EXTENSION_NOTIFIED) if one.on.first >= received[0].on.first]
    return count.term(in_order(_spans(dossier, rules, on)), notices)


@dataclass(frozen=True, slots=True)
class _Count:
    """One counting of the term for deciding on an objection; it starts after the day `start`."""

    rules: TermRules
    start: date
    length: Length

    def term(self, spans: tuple[Span, ...], notices: list[Event]) -> Term:
        first, longer = end_of(self.start, self.length), self.rules.lengths["objection-extension"]
        without = self._stood(first, spans)
        added = extension(notices, self._last_day(without.end), longer.number, self.rules)
        stood = self._stood(first + added.added, spans)
        steps = [step(self.length, self.start, first), *(span.step for span in stood.spans if span.days)]
        if added.added:
            steps.append(step(longer, stood.end - added.added, stood.end))
        notes = [note for span in stood.spans for note in span.notes]
        notes += [self.rules.note("suspension-late", day=tell(span.start)) for span in stood.late]
        return ends(self.rules).term(self._run(stood.end, tuple(steps), stood.days), (*notes, *added.notes))

    def _stood(self, end: date, spans: tuple[Span, ...]) -> Stood:
        return stood_still(self.start + DAY, end, spans, self._last_day)

    def _last_day(self, raw: date) -> date:
        return ends(self.rules).statutory(self._run(raw, (), 0))

    def _run(self, raw: date, steps: tuple[TermStep, ...], days: int) -> Run:
        return Run("objection-decision", self.start, self.length, raw, steps, days)


def _spans(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Span]:
    yield from answered(dossier, rules, on, "repair")
    yield from paired(dossier, rules, rules.suspensions["agreed"], on, rules.suspensions["objection-agreed"])


def _with_notes(term: Term, received: tuple[Event, ...], rules: TermRules) -> Term:
    """Say until when an objection by post is in time, or what to think of one that came after the end (Awb 6:9)."""
    last, by_post = term.statutory_end, end_of(term.statutory_end, rules.lengths["objection-by-post"])
    if not received:
        note = rules.note("objection-by-post", end=tell(last), day=tell(by_post))
    elif received[0].on.first <= last:
        return term
    else:
        id_ = "objection-post-received" if received[0].on.first <= by_post else "objection-late"
        note = rules.note(id_, day=tell(received[0].on), end=tell(last))
    return replace(term, notes=(*term.notes, note))
