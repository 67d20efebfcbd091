# SPDX-License-Identifier: EUPL-1.2
"""The notice of default and the penalty for deciding late (Awb 4:17 and 4:18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessment.catalogue.term import TermRules
from assessment.dates import tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import DAY, end_of
from assessment.terms.closed import first_objection
from assessment.terms.ends import ends, step
from assessment.terms.events import of_kind


@dataclass(frozen=True, slots=True)
class Notices:
    """The first notice of default that has effect, and the days of those that came too early, with the end then."""

    noticed: date | None
    early: tuple[tuple[date, Term], ...]


def penalty_amount(days: int, rules: TermRules) -> int:
    """Give the penalty in euro after so many days in default (Awb 4:17 par. 2)."""
    total = 0
    for one in rules.penalty:
        counted = min(max(days, 0), one.days)
        total, days = total + counted * one.amount, days - counted
    return total


def penalty_terms(
    dossier: RuleDossier, rules: TermRules, first: Term | None, on_objection: Term | None, on: date
) -> Iterator[Term]:
    """Count the days in default, and the term for deciding on the penalty.

    They begin two weeks after a notice that came when the term had passed (Awb 4:17 par. 3) and end on the day before
    the decision, and after 42 days at the latest.
    """
    noticed = default_notices(dossier, first, on_objection).noticed
    if noticed is None:
        return
    default, free_until = rules.lengths["default"], free_days(noticed, rules)
    longest = free_until + timedelta(days=sum(one.days for one in rules.penalty))
    decided = [one.on.first for one in of_kind(dossier, EventKind.DECISION_MADE) if one.on.first >= noticed]
    last = min([longest, *(day - DAY for day in decided[:1])])
    if last <= free_until:
        return
    daily = rules.notes["step-penalty"]
    steps = (step(default, noticed, free_until), TermStep(daily.source, free_until + DAY, last, daily.text))
    reading = rules.readings["first-penalty-day"].told(day=tell(free_until + DAY))
    notes = (reading, *_so_far(free_until, min(last, on), rules))
    yield Term("penalty", last, last, ends(rules).calendar.safe(last), 0, steps, notes)
    yield ends(rules).plain("penalty-decision", last, rules.lengths["penalty-decision"])


def free_days(noticed: date, rules: TermRules) -> date:
    """Give the last day without a penalty after a notice of default, by the reading that was chosen."""
    end = end_of(noticed, rules.lengths["default"])
    return end - DAY if rules.chosen("first-penalty-day") == "last-of-two-weeks" else end


def default_notices(dossier: RuleDossier, first: Term | None, on_objection: Term | None) -> Notices:
    """Tell notices that came when the term which then ran had passed from those that came too early.

    Before an objection that is the term of the decision itself, after it that of the decision on the objection.
    """
    objected, noticed, early = first_objection(dossier), None, []
    for event in of_kind(dossier, EventKind.DEFAULT_NOTICE_RECEIVED):
        day = event.on.first
        due = on_objection if objected and day >= objected else first
        if due is not None and day <= due.statutory_end:
            early.append((day, due))
        elif noticed is None:
            noticed = day
    return Notices(noticed, tuple(early))


def with_early(term: Term, notices: Notices, rules: TermRules) -> Term:
    """Say with a term which notices of default came before it had passed."""
    told = [rules.note("default-early", day=tell(day), last=tell(due.statutory_end))
            for day, due in notices.early if due.id == term.id]  # fmt: skip
    return replace(term, notes=(*term.notes, *told))


def _so_far(free_until: date, until: date, rules: TermRules) -> Iterator[str]:
    """Say how much it is by the day of assessment."""
    if (days := (until - free_until).days) > 0:
        told = "1 dag" if days == 1 else f"{days} dagen"
        yield rules.note("penalty-so-far", day=tell(until), days=told, amount=str(penalty_amount(days, rules)))
