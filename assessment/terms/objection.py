# SPDX-License-Identifier: EUPL-1.2
"""Objection, and the decision on it (Awb 6:7 to 6:9, 7:10 and 7:13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment.catalogue.term import TermRules
from assessment.dates import tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Term
from assessment.terms.calendar import DAY, end_of
from assessment.terms.ends import ends
from assessment.terms.events import of_kind
from assessment.terms.extension import extension
from assessment.terms.span import Span
from assessment.terms.stretch import Stretch
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
    longer, spans = rules.lengths["objection-extension"], in_order(_spans(dossier, rules, on))
    start = objection.statutory_end
    counted = (start, length, spans, start + DAY, longer.rule, longer.text)
    stretch = Stretch(ends(rules), "objection-decision", *counted)
    notices = [one for one in of_kind(dossier, EventKind.EXTENSION_NOTIFIED) if one.on.first >= received[0].on.first]
    until = stretch.ends.statutory(stretch.run(stretch.stood(stretch.base)))
    return stretch.term(extension(notices, until, longer.number, rules))


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
