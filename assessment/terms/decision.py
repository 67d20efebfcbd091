# SPDX-License-Identifier: EUPL-1.2
"""The term within which must be decided, per procedure, step by step (law.md 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.term import ProcedureTerm, TermRules, Unit
from assessment.dossier.application import Procedure
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import calendar_of, end_of
from assessment.terms.suspension import Span, merged, of_kind, suspensions

LONGEST_EXTENSION: Final = 104
"""Weeks; where the rule knows no limit, a longer extension is a slip of the pen and is cut off here."""


@dataclass(frozen=True, slots=True)
class DecisionTerm:
    """The decision term, and the term within which an extension of it can be announced."""

    term: Term
    notice: Term
    extended: bool
    extension_rule: str


def decision_term(dossier: RuleDossier, rules: TermRules, on: date) -> DecisionTerm | None:
    """Count the decision term; None where there is no application or no term rules it."""
    start = received_on(dossier)
    procedure = dossier.application.procedure
    if start is None or not isinstance(procedure, Procedure) or procedure not in rules.procedures:
        return None
    return _Count(rules, rules.procedures[procedure], start).counted(dossier, on)


def received_on(dossier: RuleDossier) -> date | None:
    """Give the day on which the application came in, from its own field or else from the event."""
    noted = known(dossier.application.received_on)
    if noted is not None:
        return noted.first
    events = of_kind(dossier, EventKind.APPLICATION_RECEIVED)
    return events[0].on.first if events else None


@dataclass(frozen=True, slots=True)
class _Count:
    """One counting: the rules, the procedure and the day on which it starts."""

    rules: TermRules
    procedure: ProcedureTerm
    start: date

    def counted(self, dossier: RuleDossier, on: date) -> DecisionTerm:
        length = self.procedure.length
        spans = suspensions(dossier, self.rules, on)
        base = end_of(self.start, length)
        notice = self._notice(*self._suspended(base, spans))
        extension = self._extension(dossier, notice.statutory_end)
        raw, counted = self._suspended(base + extension, spans)
        steps = [TermStep(length.rule, self.start, base)]
        steps += [TermStep(span.rule, span.start, span.until) for span in spans if _within(span, counted)]
        if extension:
            steps.append(TermStep(self.procedure.extension_rule, raw - extension, raw))
        days = sum(span.days for span in counted)
        safe = calendar_of(self.rules).safe(raw)
        term = Term("decision", raw, self._end(raw), safe, days, tuple(steps))
        return DecisionTerm(term, notice, bool(extension), self.procedure.extension_rule)

    def _notice(self, first: date, counted: tuple[Span, ...]) -> Term:
        """Count until when an extension can be announced: to the end of the term as it stands without one.

        In the uniform procedure within eight weeks after receipt, which nothing suspends (Awb 3:18 par. 2).
        """
        end, days = self._end(first), sum(span.days for span in counted)
        calendar = calendar_of(self.rules)
        if weeks := self.procedure.notice_weeks:
            length = replace(self.procedure.length, number=weeks, unit=Unit.WEEKS)
            first, days = end_of(self.start, length), 0
            end = calendar.statutory(self.start, first, length)
        step = TermStep(self.procedure.extension_rule, self.start, first)
        return Term("extension-notice", first, end, calendar.safe(first), days, (step,))

    def _end(self, raw: date) -> date:
        """A term of a by-law ends on its raw end; one in a statute is moved (dossier-format; law.md C8, C9)."""
        if not self.procedure.in_statute:
            return raw
        return calendar_of(self.rules).statutory(self.start, raw, self.procedure.length)

    def _suspended(self, end: date, spans: tuple[Span, ...]) -> tuple[date, tuple[Span, ...]]:
        """Add the days of each suspension that began while the term still ran (law.md C12)."""
        counted: list[Span] = []
        for span in merged(_clipped(spans, self.start)):
            if span.start <= self._end(end):
                end += timedelta(days=span.days)
                counted.append(span)
        return end, tuple(counted)

    def _extension(self, dossier: RuleDossier, last_day: date) -> timedelta:
        """Add one extension, if it was announced in time, no longer than its rule allows."""
        for event in _notices(dossier):
            if event.on.first <= last_day:
                weeks = known(event.weeks) or 0
                most = self.procedure.extension_weeks or LONGEST_EXTENSION
                return timedelta(weeks=max(0, min(weeks, most)))
        return timedelta()


def _notices(dossier: RuleDossier) -> tuple[Event, ...]:
    """Extensions announced before an objection came in; later ones extend the decision on the objection."""
    objections = of_kind(dossier, EventKind.OBJECTION_RECEIVED)
    until = objections[0].on.first if objections else date.max
    return tuple(event for event in of_kind(dossier, EventKind.EXTENSION_NOTIFIED) if event.on.first < until)


def _clipped(spans: tuple[Span, ...], start: date) -> Iterator[Span]:
    """Leave out what lies before the application."""
    for span in spans:
        if span.until > start:
            yield Span(max(span.start, start), span.until, span.rule)


def _within(span: Span, counted: tuple[Span, ...]) -> bool:
    return any(one.start <= span.start < one.until for one in counted)
