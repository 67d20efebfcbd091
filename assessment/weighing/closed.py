# SPDX-License-Identifier: EUPL-1.2
"""Why the law closes a decision for one permit (law.md 2.2). The sentences stand in `weighing.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.degree import Degree
from assessment.dossier.application import AGREEMENTS, Instrument, Permit
from assessment.dossier.blind import RuleDossier
from assessment.dossier.conclusion import Decision
from assessment.outcome import Reason
from assessment.weighing.indication import DEEMED
from assessment.weighing.options import Outcomes, degree_for, is_deemed, is_invoked, open_for

ASKING: Final = (Decision.ASK_SUBJECT, Decision.ASK_BUREAU)
"""Asking is no decision on a permit; no degree closes it."""


@dataclass(frozen=True, slots=True)
class Possibility:
    """One decision on one permit; `closed` says why the law does not leave it open, or is None."""

    decision: Decision
    closed: Reason | None = None


def possibilities(
    dossier: RuleDossier, permit: Permit, outcomes: Outcomes, catalogue: Catalogue, on: date
) -> tuple[Possibility, ...]:
    """Give every decision on a permit: what the law leaves open first, then asking, then what is closed and why."""
    open_ = {*open_for(permit, dossier, outcomes, catalogue.terms, on), *ASKING}
    found = []
    for decision in Decision:
        why = _of_permit(decision, dossier, permit)
        if not why and decision not in open_:
            why = _of_case(decision, permit, dossier, outcomes)
        sentence = catalogue.framework.reasons[why] if why else None
        closed = Reason(sentence.text, sentence.source, rule=sentence.id) if sentence else None
        found.append(Possibility(decision, closed))
    return tuple(sorted(found, key=lambda one: (one.closed is not None, one.decision in ASKING)))


def _of_permit(decision: Decision, dossier: RuleDossier, permit: Permit) -> str:
    """Name what the permit itself closes: an application cannot be revoked, a granted permit not refused."""
    existing = dossier.application.is_existing(permit)
    is_subsidy = dossier.application.instrument is Instrument.SUBSIDY
    if existing and (decision is Decision.LEAVE_UNTREATED or (decision is Decision.REFUSE and not is_subsidy)):
        return "closed-existing"
    revocable = existing or is_subsidy or dossier.application.instrument in AGREEMENTS
    return "closed-new" if decision is Decision.REVOKE and not revocable else ""


def _of_case(decision: Decision, permit: Permit, dossier: RuleDossier, outcomes: Outcomes) -> str:
    """Name why the degree, or the course of the case, closes a decision."""
    if decision is Decision.LEAVE_UNTREATED:
        return "closed-untreated"
    degree = degree_for(permit, dossier, outcomes)
    if decision is Decision.GRANT_WITH_CONDITIONS and degree is not Degree.UNDETERMINED:
        return _of_conditions(permit, dossier, outcomes)
    if decision is Decision.REVOKE and degree is Degree.SERIOUS:
        return "closed-new"
    if decision is Decision.REFUSE and DEEMED in {outcomes.a.rule, outcomes.b.rule}:
        return "closed-new-deemed"
    return f"closed-{degree.value}"


def _of_conditions(permit: Permit, dossier: RuleDossier, outcomes: Outcomes) -> str:
    if dossier.application.instrument in AGREEMENTS:
        return "closed-conditions-agreement"
    if is_deemed(permit, dossier, outcomes):
        return "closed-conditions-deemed"
    return "closed-conditions-obtain" if is_invoked(dossier, outcomes.c) else "closed-conditions-none"
