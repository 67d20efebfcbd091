# SPDX-License-Identifier: EUPL-1.2
"""L08 to L13, L16, L18 and L21: what the statute asks of the conclusion and the measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.dates import tell
from assessment.dossier.application import Permit
from assessment.dossier.bureau_advice import ForFile, YesNo
from assessment.dossier.conclusion import Decision, GroundConclusion, ObtainConclusion, RegularGrounds
from assessment.dossier.event import EventKind
from assessment.known import NotKnown, known
from assessment.terms.calendar import end_of
from assessment.terms.events import of_kind
from assessment.terms.heard import BURDENING, measures
from assessment.weighing.checks.case import GROUNDS, Case, Raised, raised, said
from assessment.weighing.closed import possibilities
from assessment.weighing.options import Outcomes

_ALWAYS_OPEN: Final = frozenset({Decision.ASK_BUREAU, Decision.ASK_SUBJECT, Decision.LEAVE_UNTREATED})
"""Asking is always open; leaving untreated is looked at by C14."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold conclusion and measure against the statute."""
    yield from _concluded(case)
    yield from _measured(case)
    yield from _regular_grounds(case)
    yield from _bureau(case)
    yield from _term(case)


def _concluded(case: Case) -> Iterator[Raised]:
    """A named human fixes the degree and writes the reasons (law.md N1)."""
    for ground in GROUNDS:
        part = case.conclusion.a if ground == "a" else case.conclusion.b
        if case.recorded(ground) is None:
            yield raised("L11-degree", ground)
        elif not isinstance(part, GroundConclusion) or not said(part.reasons):
            yield raised("L10-reasons", ground)
    obtained = case.conclusion.c
    if not isinstance(obtained, ObtainConclusion) or not isinstance(obtained.invoked, YesNo):
        yield raised("L11-obtain", "c")
    elif obtained.invoked is YesNo.YES and not said(obtained.reasons):
        yield raised("L10-reasons", "c")


def _measured(case: Case) -> Iterator[Raised]:
    decided = {one.permit: one.decision for one in case.conclusion.measure}
    for permit in case.dossier.permits:
        decision = decided.get(permit.id)
        if decision is None or isinstance(decision, NotKnown):
            yield raised("L12-measure", permit.id)
        elif decision not in _ALWAYS_OPEN and _is_closed(case, permit, decision):
            yield raised("L09-not-open", permit.id, decision=case.catalogue.word("decision", decision))


def _is_closed(case: Case, permit: Permit, decision: Decision) -> bool:
    outcomes = Outcomes(case.weighing.a, case.weighing.b, case.weighing.c)
    told = possibilities(case.dossier, permit, outcomes, case.catalogue, case.on)
    return any(one.decision is decision and one.closed for one in told)


def _regular_grounds(case: Case) -> Iterator[Raised]:
    """Ordinary grounds come first; this Act is a last resort (law.md 2.2)."""
    found = case.conclusion.regular_grounds
    considered = isinstance(found, RegularGrounds) and found.considered is True
    if case.negative and not considered:
        yield raised("L13-regular", *(one.permit for one in case.negative))


def _bureau(case: Case) -> Iterator[Raised]:
    dossier = case.dossier
    reported = of_kind(dossier, EventKind.REPORTED_TO_BUREAU)
    advised = any(one.for_file is ForFile.THIS for one in dossier.bureau_advices)
    if case.adverse and not reported and not advised:
        yield raised("L08-report", *case.adverse)
    asked = len(of_kind(dossier, EventKind.BUREAU_REQUESTED))
    own = [one for one in dossier.bureau_advices if one.for_file is not ForFile.OTHER]
    received = max(len(own), len(of_kind(dossier, EventKind.BUREAU_ADVICE_RECEIVED)))
    if asked > received and measures(dossier, BURDENING | {Decision.GRANT}):
        yield raised("L21-waiting")
    for advice in dossier.bureau_advices:
        issued = known(advice.issued_on)
        if issued is not None and advice.for_file is ForFile.OTHER:
            last = end_of(issued.first, case.catalogue.terms.lengths["reuse"])
            if case.on > last:
                yield raised("L18-reuse", advice.id, last=tell(last))


def _term(case: Case) -> Iterator[Raised]:
    decided = of_kind(case.dossier, EventKind.DECISION_MADE)
    for term in case.terms:
        if term.id == "decision" and case.on > term.statutory_end and not decided:
            yield raised("L16-late", end=tell(term.statutory_end))
