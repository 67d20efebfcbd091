# SPDX-License-Identifier: EUPL-1.2
"""What may be decided at which degree (law.md 2.2; weighing.md no. 18). A possibility is never an advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessment.catalogue.term import TermRules
from assessment.degree import ORDER, Degree
from assessment.dossier.application import AGREEMENTS, Instrument, Permit
from assessment.dossier.blind import RuleDossier
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import Conclusion, Decision, GroundConclusion, ObtainConclusion
from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.outcome import GroundOutcome, Invoked, ObtainOutcome
from assessment.terms.events import of_kind
from assessment.terms.terms import untreated_window
from assessment.weighing.indication import DEEMED


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was found on the three grounds."""

    a: GroundOutcome
    b: GroundOutcome
    c: ObtainOutcome


def options(dossier: RuleDossier, outcomes: Outcomes, rules: TermRules, on: date) -> tuple[Decision, ...]:
    """Give every decision that the law leaves open for at least one permit, in the order of `Decision`."""
    open_: set[Decision] = set()
    for permit in dossier.permits or (None,):
        open_ |= open_for(permit, dossier, outcomes, rules, on)
    return tuple(one for one in Decision if one in open_)


def open_for(
    permit: Permit | None, dossier: RuleDossier, outcomes: Outcomes, rules: TermRules, on: date
) -> set[Decision]:
    """Give what the law leaves open for one permit; None where nobody recorded for what is asked."""
    open_ = _by_degree(permit, dossier, outcomes)
    if is_invoked(dossier, outcomes.c):
        # Par. 6: grant, refuse or revoke; it opens no conditions.
        open_ |= {Decision.GRANT, *_negative(permit, dossier)}
    if _is_breached(permit, dossier):
        open_ |= {Decision.GRANT_WITH_CONDITIONS, Decision.REVOKE}
    if may_leave_untreated(dossier, rules, on) and permit and not dossier.application.is_existing(permit):
        open_.add(Decision.LEAVE_UNTREATED)
    return open_


def degree_for(permit: Permit | None, dossier: RuleDossier, outcomes: Outcomes) -> Degree:
    """Give the heaviest degree on grounds a and b: what the officer recorded, else the indication.

    Art. 4 par. 1 speaks of what was granted already; an application rests on facts alone (law.md N14).
    """
    conclusion = dossier.conclusion
    recorded = (conclusion.a, conclusion.b) if isinstance(conclusion, Conclusion) else (None, None)
    existing = permit is not None and dossier.application.is_existing(permit)
    found = []
    for said, outcome in zip(recorded, (outcomes.a, outcomes.b), strict=True):
        degree = effective_degree(said, outcome)
        on_paper = outcome.rule == DEEMED and degree is Degree.SERIOUS and not existing
        found.append(outcome.by_facts if on_paper else degree)
    return heaviest(found)


def is_deemed(permit: Permit | None, dossier: RuleDossier, outcomes: Outcomes) -> bool:
    """Whether the law itself deems the danger of a permit serious (art. 4 par. 1): of one that exists."""
    existing = permit is not None and dossier.application.is_existing(permit)
    return existing and DEEMED in {outcomes.a.rule, outcomes.b.rule}


def effective_degree(recorded: GroundConclusion | object, outcome: GroundOutcome) -> Degree:
    """Give the officer's recorded degree, else the indication."""
    degree = recorded.degree if isinstance(recorded, GroundConclusion) else None
    return degree if isinstance(degree, Degree) else outcome.indication


def is_invoked(dossier: RuleDossier, outcome: ObtainOutcome) -> bool:
    """Whether par. 6 is invoked: the officer's word, else the indication."""
    conclusion = dossier.conclusion
    recorded = conclusion.c if isinstance(conclusion, Conclusion) else None
    if isinstance(recorded, ObtainConclusion) and isinstance(recorded.invoked, YesNo):
        return recorded.invoked is YesNo.YES
    return outcome.indication is Invoked.INVOKED


def may_leave_untreated(dossier: RuleDossier, rules: TermRules, on: date) -> bool:
    """Whether an application may be left untreated today (Awb 4:5 par. 1 and 4)."""
    window = untreated_window(dossier, rules, on)
    pending = any(not dossier.application.is_existing(permit) for permit in dossier.permits)
    asked_of_state = dossier.application.instrument not in AGREEMENTS
    return pending and asked_of_state and window is not None and on <= window.statutory_end


def heaviest(degrees: Iterable[Degree]) -> Degree:
    """Give the heaviest degree; undetermined only where nothing heavier than none stands beside it."""
    found = set(degrees)
    known_ = [degree for degree in ORDER if degree in found]
    top = known_[-1] if known_ else Degree.UNDETERMINED
    return Degree.UNDETERMINED if top is Degree.NONE and Degree.UNDETERMINED in found else top


def _by_degree(permit: Permit | None, dossier: RuleDossier, outcomes: Outcomes) -> set[Decision]:
    degree = degree_for(permit, dossier, outcomes)
    if degree is Degree.UNDETERMINED:
        return {Decision.ASK_SUBJECT, Decision.ASK_BUREAU}
    open_ = {Decision.GRANT}
    is_agreement = dossier.application.instrument in AGREEMENTS
    if degree is not Degree.NONE and not is_agreement and not is_deemed(permit, dossier, outcomes):
        open_.add(Decision.GRANT_WITH_CONDITIONS)
    return open_ | _negative(permit, dossier) if degree is Degree.SERIOUS else open_


def _is_breached(permit: Permit | None, dossier: RuleDossier) -> bool:
    """Whether a condition of this permit was breached (art. 3 par. 7); an event that names no permit is of each."""
    of_permit = {known(event.permit) for event in of_kind(dossier, EventKind.CONDITION_BREACHED)}
    return None in of_permit or (permit is not None and permit.id in of_permit)


def _negative(permit: Permit | None, dossier: RuleDossier) -> set[Decision]:
    """Refuse what is asked, revoke what exists; a subsidy can also be set at a lower amount (art. 2)."""
    if dossier.application.instrument is Instrument.SUBSIDY:
        return {Decision.REFUSE, Decision.REVOKE}
    if permit is None:
        return set()
    return {Decision.REVOKE if dossier.application.is_existing(permit) else Decision.REFUSE}
