# SPDX-License-Identifier: EUPL-1.2
"""What may be decided at which degree (law.md 2.2; weighing.md no. 18). A possibility is never an advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from assessment.catalogue.term import TermRules
from assessment.degree import ORDER, Degree
from assessment.dossier.application import Instrument
from assessment.dossier.blind import RuleDossier
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import Conclusion, Decision, GroundConclusion, ObtainConclusion
from assessment.dossier.event import EventKind
from assessment.outcome import GroundOutcome, Invoked, ObtainOutcome
from assessment.terms.suspension import of_kind
from assessment.terms.terms import untreated_window
from assessment.weighing.indication import DEEMED

AGREEMENTS: Final = frozenset({Instrument.CONTRACT, Instrument.PROPERTY})
"""`grant` is to conclude, `refuse` not to, `revoke` to dissolve where the contract allows; art. 3 par. 7 is silent."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was found on the three grounds."""

    a: GroundOutcome
    b: GroundOutcome
    c: ObtainOutcome


def options(dossier: RuleDossier, outcomes: Outcomes, rules: TermRules, on: date) -> tuple[Decision, ...]:
    """Give every decision that the law leaves open, in the order of `Decision`."""
    open_ = {*_by_degree(dossier, outcomes), *_by_obtaining(dossier, outcomes)}
    if of_kind(dossier, EventKind.CONDITION_BREACHED):
        open_ |= {Decision.GRANT_WITH_CONDITIONS, Decision.REVOKE}
    if may_leave_untreated(dossier, rules, on):
        open_.add(Decision.LEAVE_UNTREATED)
    return tuple(one for one in Decision if one in open_)


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


def _by_degree(dossier: RuleDossier, outcomes: Outcomes) -> set[Decision]:
    conclusion = dossier.conclusion
    recorded = (conclusion.a, conclusion.b) if isinstance(conclusion, Conclusion) else (None, None)
    found = (outcomes.a, outcomes.b)
    degree = heaviest(effective_degree(said, outcome) for said, outcome in zip(recorded, found, strict=True))
    if degree is Degree.UNDETERMINED:
        return {Decision.ASK_SUBJECT, Decision.ASK_BUREAU}
    open_ = {Decision.GRANT}
    deemed = DEEMED in {outcome.rule for outcome in found}
    if degree is not Degree.NONE and dossier.application.instrument not in AGREEMENTS and not deemed:
        open_.add(Decision.GRANT_WITH_CONDITIONS)
    if degree is not Degree.SERIOUS:
        return open_
    # Art. 4 par. 1 speaks of what was granted already; it never carries the refusal of an application (law.md N14).
    return open_ | (_negative(dossier) - {Decision.REFUSE} if is_deemed_only(outcomes) else _negative(dossier))


def is_deemed_only(outcomes: Outcomes) -> bool:
    """Whether the danger is serious because the law says so, and no fact counts beside it."""
    found = (outcomes.a, outcomes.b)
    return DEEMED in {one.rule for one in found} and not any(one.criteria.get("facts") for one in found)


def _by_obtaining(dossier: RuleDossier, outcomes: Outcomes) -> set[Decision]:
    """Par. 6: grant, refuse or revoke; it opens no conditions."""
    return {Decision.GRANT, *_negative(dossier)} if is_invoked(dossier, outcomes.c) else set()


def _negative(dossier: RuleDossier) -> set[Decision]:
    """Refuse what is asked, revoke what exists; a subsidy can also be set at a lower amount (art. 2)."""
    existing = {dossier.application.is_existing(permit) for permit in dossier.permits}
    if dossier.application.instrument is Instrument.SUBSIDY:
        return {Decision.REFUSE, Decision.REVOKE}
    return {Decision.REVOKE if one else Decision.REFUSE for one in existing}
