# SPDX-License-Identifier: EUPL-1.2
"""All terms of a dossier, each with three ends and the steps that lead there (blueprint 4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.term import Length, TermRules, Unit
from assessment.dossier.blind import RuleDossier
from assessment.known import known
from assessment.outcome import Term
from assessment.terms.bureau import told_terms
from assessment.terms.closed import closed_on
from assessment.terms.decision import DecisionTerm, decision_term
from assessment.terms.ends import Run, ends, step
from assessment.terms.invitations import Invitation, invitations
from assessment.terms.objection import objection_decision, objection_term
from assessment.terms.penalty import default_notices, penalty_terms, with_early
from assessment.terms.permit_terms import permit_terms


def terms(dossier: RuleDossier, catalogue: Catalogue, on: date) -> tuple[Term, ...]:
    """Count every term that runs or ran in a dossier."""
    rules = catalogue.terms
    found = decision_term(dossier, rules, on)
    objection = objection_term(dossier, rules)
    on_objection = objection_decision(dossier, rules, objection, on)
    first = found.term if found else None
    notices = default_notices(dossier, first, on_objection)
    counted = (
        *_decision(dossier, found),
        *_supplement(dossier, rules),
        *_leave_untreated(dossier, rules, on),
        *told_terms(dossier, rules, on),
        *_hearing(dossier, rules),
        *filter(None, (objection, on_objection)),
        *penalty_terms(dossier, rules, first, on_objection, on),
        *_reuse(dossier, rules),
        *permit_terms(dossier, rules),
    )
    return tuple(with_early(one, notices, rules) for one in counted)


def set_term(id_: str, start: date, due: date, rules: TermRules) -> Term:
    """Give a term that the authority itself set in a letter: no day is moved (law.md C9)."""
    told = rules.notes[f"step-{id_}"]
    length = Length(id_, 1, Unit.DAYS, told.source, told.source, told.text)
    steps = (step(length, start, due),)
    return ends(rules).term(Run(id_, start, length, due, steps, in_statute=False))


def untreated_window(dossier: RuleDossier, rules: TermRules, on: date) -> Term | None:
    """Give the term within which an application may be left untreated (Awb 4:5 par. 4); None when it may not.

    It starts when the invitation expired unused, or with the insufficient answer that came in time.
    """
    asked = invitations(dossier)
    last = asked[-1] if asked else None
    if last is None or last.complete is not False or not last.is_expired(on):
        return None
    return ends(rules).plain("leave-untreated", _failed_on(last), rules.lengths["leave-untreated"])


def _failed_on(invitation: Invitation) -> date:
    due = invitation.due or invitation.on
    return min(due, invitation.answered_on or due)


def _decision(dossier: RuleDossier, found: DecisionTerm | None) -> Iterator[Term]:
    if found is None:
        return
    yield found.term
    if found.notice and not found.extended and closed_on(dossier) is None:
        yield found.notice


def _supplement(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for invitation in invitations(dossier)[-1:]:
        if invitation.due:
            yield set_term("supplement", invitation.on, invitation.due, rules)


def _leave_untreated(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Term]:
    window = untreated_window(dossier, rules, on)
    if window and any(not dossier.application.is_existing(permit) for permit in dossier.permits):
        yield window


def _hearing(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for hearing in dossier.hearings:
        invited, due = known(hearing.invited_on), known(hearing.due)
        if invited and due:
            yield set_term("hearing", invited.first, due.last, rules)


def _reuse(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for advice in dossier.bureau_advices:
        issued = known(advice.issued_on)
        if issued:
            yield ends(rules).plain("reuse", issued.first, rules.lengths["reuse"])
