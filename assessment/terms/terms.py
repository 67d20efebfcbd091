# SPDX-License-Identifier: EUPL-1.2
"""All terms of a dossier, each with three ends and the steps that lead there (blueprint 4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.term import Length, TermRules
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import calendar_of, end_of
from assessment.terms.decision import decision_term
from assessment.terms.invitations import Invitation, invitations
from assessment.terms.objection import objection_terms
from assessment.terms.suspension import SUPPLEMENT, bureau_terms, of_kind


def terms(dossier: RuleDossier, catalogue: Catalogue, on: date) -> tuple[Term, ...]:
    """Count every term that runs or ran in a dossier."""
    rules = catalogue.terms
    return (
        *_decision(dossier, rules, on),
        *_supplement(dossier, rules),
        *_leave_untreated(dossier, rules, on),
        *_bureau(dossier, rules, on),
        *_hearing(dossier, rules),
        *objection_terms(dossier, rules, on),
        *_reuse(dossier, rules),
    )


def statutory_term(id_: str, start: date, length: Length, rules: TermRules) -> Term:
    """Count a term of a statute that nothing suspends."""
    calendar, raw = calendar_of(rules), end_of(start, length)
    ends = (raw, calendar.statutory(start, raw, length), calendar.safe(raw))
    return Term(id_, *ends, 0, (TermStep(length.rule, start, raw),))


def set_term(id_: str, start: date, due: date, rule: str, rules: TermRules) -> Term:
    """Give a term that the authority itself set in a letter: no day is moved (law.md C9)."""
    return Term(id_, due, due, calendar_of(rules).safe(due), 0, (TermStep(rule, start, due),))


def untreated_window(dossier: RuleDossier, rules: TermRules, on: date) -> Term | None:
    """Give the term within which an application may be left untreated (Awb 4:5 par. 4); None when it may not.

    It starts when the invitation expired unused, or with the insufficient answer that came in time.
    """
    asked = invitations(dossier)
    last = asked[-1] if asked else None
    if last is None or last.complete is not False or not last.is_expired(on):
        return None
    return statutory_term("leave-untreated", _failed_on(last), rules.lengths["leave-untreated"], rules)


def _failed_on(invitation: Invitation) -> date:
    due = invitation.due or invitation.on
    return min(due, invitation.answered_on or due)


def _decision(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Term]:
    found = decision_term(dossier, rules, on)
    if found is None:
        return
    yield found.term
    decided = of_kind(dossier, EventKind.DECISION_MADE)
    if found.extension_rule and not found.extended and not decided:
        yield found.notice


def _supplement(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for invitation in invitations(dossier)[-1:]:
        if invitation.due:
            yield set_term("supplement", invitation.on, invitation.due, SUPPLEMENT, rules)


def _leave_untreated(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Term]:
    window = untreated_window(dossier, rules, on)
    if window and any(not dossier.application.is_existing(permit) for permit in dossier.permits):
        yield window


def _bureau(dossier: RuleDossier, rules: TermRules, on: date) -> Iterator[Term]:
    length = rules.lengths["bureau-advice"]
    calendar = calendar_of(rules)
    for one in bureau_terms(dossier, rules, on):
        steps = [TermStep(length.rule, one.asked_on, end_of(one.asked_on, length))]
        steps += [TermStep(span.rule, span.start, span.until) for span in one.waiting]
        if one.extension_days:
            extension = timedelta(days=one.extension_days)
            steps.append(TermStep(rules.lengths["bureau-extension"].rule, one.end - extension, one.end))
        ends = (one.end, calendar.statutory(one.asked_on, one.end, length), calendar.safe(one.end))
        yield Term("bureau-advice", *ends, sum(span.days for span in one.waiting), tuple(steps))


def _hearing(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for hearing in dossier.hearings:
        invited, due = known(hearing.invited_on), known(hearing.due)
        if invited and due:
            yield set_term("hearing", invited.first, due.last, "Wet Bibob art. 33; Awb 4:7 en 4:8", rules)


def _reuse(dossier: RuleDossier, rules: TermRules) -> Iterator[Term]:
    for advice in dossier.bureau_advices:
        issued = known(advice.issued_on)
        if issued:
            yield statutory_term("reuse", issued.first, rules.lengths["reuse"], rules)
