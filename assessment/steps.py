# SPDX-License-Identifier: EUPL-1.2
"""The nine steps of a dossier and how complete each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.conclusion import Conclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing
from assessment.dossier.review import Verdict
from assessment.known import NOT_KNOWN, known
from assessment.screening.walk import asked


class Step(StrEnum):
    """The steps of the walk, in order (blueprint: the way through the program)."""

    APPLICATION = "application"
    PARTIES = "parties"
    DOCUMENTS = "documents"
    FINANCING = "financing"
    INFORMATION = "information"
    FACTS = "facts"
    SCREENING = "screening"
    WEIGHING = "weighing"
    ADVICE = "advice"


class StepState(StrEnum):
    """How far a step has come."""

    EMPTY = "empty"
    PARTLY = "partly"
    DONE = "done"


def states(dossier: Dossier, catalogue: Catalogue) -> Mapping[Step, StepState]:
    """Tell how complete each step is; a step without anything to record may stay empty."""
    return {
        Step.APPLICATION: _all(_of_application(dossier)),
        Step.PARTIES: _all(_of_parties(dossier)),
        Step.DOCUMENTS: _all(known(one.received_on) is not None for one in dossier.documents),
        Step.FINANCING: _all(_of_financing(dossier)),
        Step.INFORMATION: _all(known(one.received_on) is not None for one in dossier.information),
        Step.FACTS: _all(one.status is not NOT_KNOWN and bool(one.sources) for one in dossier.facts),
        Step.SCREENING: _all(row.is_answered for row in asked(catalogue, dossier)),
        Step.WEIGHING: _all(_of_weighing(dossier)),
        Step.ADVICE: _all(one.verdict is Verdict.AGREED for one in dossier.reviews),
    }


def where_it_stands(found: Mapping[Step, StepState]) -> Step:
    """Give the furthest step that was begun, or the one after it when that is done."""
    steps = list(Step)
    begun = [place for place, step in enumerate(steps) if found[step] is not StepState.EMPTY]
    last = max(begun, default=0)
    is_done = found[steps[last]] is StepState.DONE
    return steps[min(last + is_done, len(steps) - 1)]


def _all(parts: Iterable[bool]) -> StepState:
    filled = list(parts)
    if not any(filled):
        return StepState.EMPTY
    return StepState.DONE if all(filled) else StepState.PARTLY


def _of_application(dossier: Dossier) -> Iterable[bool]:
    application = dossier.application
    yield bool(application.permit_types)
    yield bool(known(application.activity))
    yield application.existing is True or known(application.received_on) is not None
    yield application.procedure is not NOT_KNOWN
    yield application.trigger is not NOT_KNOWN
    yield application.route is not NOT_KNOWN and bool(known(application.route_reason))


def _of_parties(dossier: Dossier) -> Iterable[bool]:
    """A person who is the subject may stand alone; behind an organisation, and beside a subject, stands a relation."""
    alone = {one.id for one in dossier.parties if one.kind == "person"} & set(dossier.subject)
    related = {party for one in dossier.relations for party in (one.from_, one.to)}
    yield bool(dossier.subject)
    for party in dossier.parties:
        yield bool(party.name)
        yield party.id in alone | related
    yield from (bool(one.sources) for one in dossier.relations)


def _of_financing(dossier: Dossier) -> Iterable[bool]:
    financing = dossier.financing
    if not isinstance(financing, Financing):
        yield financing is None  # that there is no investment was said
        return
    yield bool(financing.need)
    yield bool(financing.sources)
    yield from (line.evidence is not NOT_KNOWN for line in financing.need)
    yield from (line.evidence is not NOT_KNOWN for line in financing.sources)


def _of_weighing(dossier: Dossier) -> Iterable[bool]:
    conclusion = dossier.conclusion
    if not isinstance(conclusion, Conclusion):
        return
    for ground in (known(conclusion.a), known(conclusion.b)):
        yield ground is not None and bool(known(ground.degree)) and bool(known(ground.reasons))
    obtain = known(conclusion.c)
    yield obtain is not None and bool(known(obtain.invoked))
    decided = {one.permit for one in conclusion.measure if one.decision is not NOT_KNOWN}
    yield from (one.id in decided for one in dossier.permits)
