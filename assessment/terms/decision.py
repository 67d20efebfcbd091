# SPDX-License-Identifier: EUPL-1.2
"""The term within which must be decided, per procedure, step by step (law.md 3.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assessment.catalogue.term import ProcedureTerm, TermRules, Unit
from assessment.dossier.application import Procedure
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import end_of
from assessment.terms.closed import closed_on, first_objection
from assessment.terms.ends import ends
from assessment.terms.events import of_kind
from assessment.terms.extension import extension, no_extension
from assessment.terms.stretch import Stretch
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
    return _counted(dossier, rules, rules.procedures[procedure], start, on)


def received_on(dossier: RuleDossier) -> date | None:
    """Give the day on which the application came in, from its own field or else from the event."""
    noted = known(dossier.application.received_on)
    if noted is not None:
        return noted.first
    events = of_kind(dossier, EventKind.APPLICATION_RECEIVED)
    return events[0].on.first if events else None


def _counted(dossier: RuleDossier, rules: TermRules, procedure: ProcedureTerm, start: date, on: date) -> DecisionTerm:
    closed = closed_on(dossier) or date.max
    spans = tuple(span for span in suspensions(dossier, rules, on) if span.start <= closed)
    told = (procedure.extension_rule, procedure.extension_text)
    stretch = Stretch(ends(rules), "decision", start, procedure.length, spans, start, *told, procedure.in_statute)
    notice = _notice(stretch, procedure) if procedure.extension_rule else None
    announced = _notices(dossier, closed)
    if notice is None:
        added = no_extension(announced, rules)
    else:
        added = extension(announced, notice.statutory_end, procedure.extension_weeks, rules)
    return DecisionTerm(stretch.term(added), notice, bool(added.added))


def _notice(stretch: Stretch, procedure: ProcedureTerm) -> Term:
    """Count until when an extension can be announced: to the end of the term as it stands without one.

    In the uniform procedure within eight weeks after receipt, which nothing suspends (Awb 3:18 par. 2).
    """
    run = stretch.run(stretch.stood(stretch.base))
    if weeks := procedure.notice_weeks:
        length = replace(procedure.length, number=weeks, unit=Unit.WEEKS)
        run = replace(run, length=length, raw=end_of(stretch.start, length), suspended=0)
    made = TermStep(stretch.rule, stretch.start, run.raw, stretch.ends.rules.note("step-notice"))
    return stretch.ends.term(replace(run, id="extension-notice", steps=(made,)))


def _notices(dossier: RuleDossier, closed: date) -> tuple[Event, ...]:
    """Extensions announced before the decision and before an objection; later ones extend the decision on that."""
    until = first_objection(dossier) or date.max
    notices = of_kind(dossier, EventKind.EXTENSION_NOTIFIED)
    return tuple(event for event in notices if event.on.first < until and event.on.first <= closed)
