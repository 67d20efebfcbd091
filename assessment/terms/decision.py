# SPDX-License-Identifier: EUPL-1.2
"""The term within which must be decided, per procedure, step by step (law.md 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessment.catalogue.term import ProcedureTerm, TermRules, Unit
from assessment.dates import tell
from assessment.dossier.application import Procedure
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import end_of
from assessment.terms.closed import closed_on, first_objection
from assessment.terms.ends import Run, ends, step
from assessment.terms.events import of_kind
from assessment.terms.extension import Extension, extension, no_extension
from assessment.terms.span import Stood, stood_still
from assessment.terms.suspension import suspensions


@dataclass(frozen=True, slots=True)
class DecisionTerm:
    """The decision term, and the term within which an extension of it can be announced; None where there is none."""

    term: Term
    notice: Term | None
    extended: bool


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
        closed = closed_on(dossier) or date.max
        spans = tuple(span for span in suspensions(dossier, self.rules, on) if span.start <= closed)
        base = end_of(self.start, self.procedure.length)
        without = stood_still(self.start, base, spans, self._last_day)
        notice = self._notice(without) if self.procedure.extension_rule else None
        added = self._extension(_notices(dossier, closed), notice)
        stood = stood_still(self.start, base + added.added, spans, self._last_day)
        notes = (*self._notes(stood), *added.notes)
        steps = tuple(self._steps(base, stood, added.added))
        term = ends(self.rules).term(self._run(stood.end, steps, stood.days), notes)
        return DecisionTerm(term, notice, bool(added.added))

    def _extension(self, announced: tuple[Event, ...], notice: Term | None) -> Extension:
        if notice is None:
            return no_extension(announced, self.rules)
        return extension(announced, notice.statutory_end, self.procedure.extension_weeks, self.rules)

    def _notice(self, without: Stood) -> Term:
        """Count until when an extension can be announced: to the end of the term as it stands without one.

        In the uniform procedure within eight weeks after receipt, which nothing suspends (Awb 3:18 par. 2).
        """
        run, length = self._run(without.end, (), without.days), self.procedure.length
        if weeks := self.procedure.notice_weeks:
            length = replace(length, number=weeks, unit=Unit.WEEKS)
            run = replace(run, length=length, raw=end_of(self.start, length), suspended=0)
        made = TermStep(self.procedure.extension_rule, self.start, run.raw, self.rules.note("step-notice"))
        return ends(self.rules).term(replace(run, id="extension-notice", steps=(made,)))

    def _steps(self, base: date, stood: Stood, added: timedelta) -> Iterator[TermStep]:
        yield step(self.procedure.length, self.start, base)
        yield from (span.step for span in stood.spans if span.days)
        if added:
            rule, text = self.procedure.extension_rule, self.procedure.extension_text
            yield TermStep(rule, stood.end - added, stood.end, text)

    def _notes(self, stood: Stood) -> Iterator[str]:
        for span in stood.spans:
            yield from span.notes
        for span in stood.late:
            yield self.rules.note("suspension-late", day=tell(span.start))

    def _run(self, raw: date, steps: tuple[TermStep, ...], days: int) -> Run:
        return Run("decision", self.start, self.procedure.length, raw, steps, days, self.procedure.in_statute)

    def _last_day(self, raw: date) -> date:
        """A term of a by-law ends on its raw end; one in a statute is moved (dossier-format; law.md C8, C9)."""
        return ends(self.rules).statutory(self._run(raw, (), 0))


def _notices(dossier: RuleDossier, closed: date) -> tuple[Event, ...]:
    """Extensions announced before the decision and before an objection; later ones extend the decision on that."""
    until = first_objection(dossier) or date.max
    notices = of_kind(dossier, EventKind.EXTENSION_NOTIFIED)
    return tuple(event for event in notices if event.on.first < until and event.on.first <= closed)
