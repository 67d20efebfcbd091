# SPDX-License-Identifier: EUPL-1.2
"""Objection, the decision on it, and the penalty for deciding late (Awb 4:17, 4:18, 6:7, 7:10, 7:13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assessment.catalogue.term import TermRules
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import DAY, Calendar, calendar_of, end_of
from assessment.terms.decision import decision_term
from assessment.terms.suspension import of_kind


def objection_terms(dossier: RuleDossier, rules: TermRules, on: date) -> tuple[Term, ...]:
    """Count the terms that follow a decision, and a notice of default."""
    objection = _objection(dossier, rules)
    decision = _decision_on_objection(dossier, rules, objection) if objection else None
    penalty = _penalty(dossier, rules, _first_decision(dossier, rules, on), decision)
    return (*filter(None, (objection, decision)), *penalty)


def penalty_amount(days: int, rules: TermRules) -> int:
    """Give the penalty in euro after so many days in default (Awb 4:17 par. 2)."""
    total = 0
    for step in rules.penalty:
        counted = min(max(days, 0), step.days)
        total, days = total + counted * step.amount, days - counted
    return total


def _first_decision(dossier: RuleDossier, rules: TermRules, on: date) -> Term | None:
    found = decision_term(dossier, rules, on)
    return found.term if found else None


def _objection(dossier: RuleDossier, rules: TermRules) -> Term | None:
    """Six weeks from the day after the decision was made known (Awb 6:7 and 6:8)."""
    notified = of_kind(dossier, EventKind.DECISION_NOTIFIED)
    if not notified:
        return None
    start, length, calendar = notified[0].on.first, rules.lengths["objection"], calendar_of(rules)
    raw = end_of(start, length)
    step = TermStep(length.rule, start, raw)
    return Term("objection", raw, calendar.statutory(start, raw, length), calendar.safe(raw), 0, (step,))


def _decision_on_objection(dossier: RuleDossier, rules: TermRules, objection: Term) -> Term | None:
    """Six weeks, or twelve with a committee, after the term for objection; extended once by at most six (7:10)."""
    received = of_kind(dossier, EventKind.OBJECTION_RECEIVED)
    if not received:
        return None
    committee = any(event.committee is True for event in received)
    length = rules.lengths["objection-committee" if committee else "objection-decision"]
    start, calendar = objection.statutory_end, calendar_of(rules)
    first = end_of(start, length)
    added = _extension(dossier, received[0].on.first, rules)
    raw = first + added
    steps = [TermStep(length.rule, start, first)]
    if added:
        steps.append(TermStep(rules.lengths["objection-extension"].rule, first, raw))
    return Term("objection-decision", raw, calendar.statutory(start, raw, length), calendar.safe(raw), 0, tuple(steps))


def _extension(dossier: RuleDossier, since: date, rules: TermRules) -> timedelta:
    most = rules.lengths["objection-extension"].number
    later = [event for event in of_kind(dossier, EventKind.EXTENSION_NOTIFIED) if event.on.first >= since]
    weeks = (known(later[0].weeks) or 0) if later else 0
    return timedelta(weeks=max(0, min(weeks, most)))


def _penalty(dossier: RuleDossier, rules: TermRules, first: Term | None, on_objection: Term | None) -> Iterator[Term]:
    """The days in default begin two weeks after a notice that came when the term had passed (Awb 4:17 par. 3).

    They end on the day before the decision, and after 42 days at the latest.
    """
    noticed = _default_notice(dossier, first, on_objection)
    if noticed is None:
        return
    default, calendar = rules.lengths["default"], calendar_of(rules)
    free_until = end_of(noticed, default)
    longest = free_until + timedelta(days=sum(step.days for step in rules.penalty))
    decided = [one.on.first for one in of_kind(dossier, EventKind.DECISION_MADE) if one.on.first >= noticed]
    last = min([longest, *(day - DAY for day in decided[:1])])
    if last <= free_until:
        return
    steps = (TermStep(default.rule, noticed, free_until), TermStep("Awb 4:17 lid 1 en 2", free_until + DAY, last))
    yield Term("penalty", last, last, calendar.safe(last), 0, steps)
    yield _penalty_decision(last, rules, calendar)


def _default_notice(dossier: RuleDossier, first: Term | None, on_objection: Term | None) -> date | None:
    """Give the day of the first notice that came when the term which then ran had passed.

    Before an objection that is the term of the decision itself, after it that of the decision on the objection.
    """
    objected = [event.on.first for event in of_kind(dossier, EventKind.OBJECTION_RECEIVED)]
    for event in of_kind(dossier, EventKind.DEFAULT_NOTICE_RECEIVED):
        day = event.on.first
        due = on_objection if objected and day >= objected[0] else first
        if due is None or day > due.statutory_end:
            return day
    return None


def _penalty_decision(last: date, rules: TermRules, calendar: Calendar) -> Term:
    length = rules.lengths["penalty-decision"]
    raw = end_of(last, length)
    step = TermStep(length.rule, last, raw)
    return Term("penalty-decision", raw, calendar.statutory(last, raw, length), calendar.safe(raw), 0, (step,))
