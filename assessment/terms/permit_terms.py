# SPDX-License-Identifier: EUPL-1.2
"""Terms about a permit that exists: its suspension (Alcoholwet 32) and its passing to another (Omgevingswet 5.37)."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.term import TermRules
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.outcome import Term
from assessment.terms.calendar import end_of, start_of
from assessment.terms.ends import Run, ends, step
from assessment.terms.events import of_kind


def permit_terms(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    """Count the longest suspension of a permit, and by when its passing to another must be reported."""
    longest = rules.lengths["permit-suspension"]
    for event in of_kind(dossier, EventKind.PERMIT_SUSPENDED):
        end = end_of(event.on.first, longest)
        steps = (step(longest, event.on.first, end),)
        yield _unmoved(Run("permit-suspension", event.on.first, longest, end, steps, may_move=False), rules, "at-most")
    before = rules.lengths["transfer-notice"]
    for event in of_kind(dossier, EventKind.TRANSFER_INTENDED):
        latest = start_of(event.on.first, before)
        steps = (step(before, latest, event.on.first),)
        yield _unmoved(Run("transfer-notice", latest, before, latest, steps, may_move=False), rules, "counted-back")


def _unmoved(run: Run, rules: TermRules, note: str) -> Term:
    """Give a term whose end never moves: the most that a measure may last, or one that is counted back (C4)."""
    day_off = ends(rules).calendar.day_off(run.raw)
    return ends(rules).term(run, (rules.note(note),) if day_off else ())
