# SPDX-License-Identifier: EUPL-1.2
"""Which of the terms and duties of a dossier still ask for something: what happened has ended the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.outcome import Duty, Term
from assessment.terms.closed import closed_on
from assessment.terms.events import of_kind
from assessment.terms.invitations import invitations

AFTER_DECISION: Final = frozenset({"D-3-41", "D-7a-7", "D-7a-8", "D-28-2-m"})
"""Duties that stay when the decision was made or the application was withdrawn."""


def deadlines(dossier: RuleDossier, terms: Iterable[Term], duties: Iterable[Duty]) -> tuple[Deadline, ...]:
    """List the terms that still run and the duties that are open and have a day, the first to come in front."""
    found = [*_terms(dossier, terms), *_duties(dossier, duties)]
    return tuple(sorted(found, key=lambda one: (one.plan_on, one.last, one.kind, one.id)))


def _terms(dossier: RuleDossier, terms: Iterable[Term]) -> Iterator[Deadline]:
    for term in terms:
        if not _ENDED.get(term.id, _never)(dossier, term):
            yield Deadline(DeadlineKind.TERM, term.id, term.safe_end, term.statutory_end)


def _duties(dossier: RuleDossier, duties: Iterable[Duty]) -> Iterator[Deadline]:
    closed = closed_on(dossier) is not None
    for duty in duties:
        if duty.due and not duty.fulfilled and (duty.id in AFTER_DECISION or not closed):
            yield Deadline(DeadlineKind.DUTY, duty.id, duty.due, duty.due)


def _never(_dossier: RuleDossier, _term: Term) -> bool:
    return False


def _decided(dossier: RuleDossier, _term: Term) -> bool:
    return closed_on(dossier) is not None


def _supplemented(dossier: RuleDossier, _term: Term) -> bool:
    asked = invitations(dossier)
    return closed_on(dossier) is not None or not asked or asked[-1].complete is not False


def _advised(dossier: RuleDossier, term: Term) -> bool:
    received = of_kind(dossier, EventKind.BUREAU_ADVICE_RECEIVED)
    return closed_on(dossier) is not None or any(event.on.first >= term.steps[0].from_ for event in received)


def _spoke(dossier: RuleDossier, term: Term) -> bool:
    """Whether each who was invited then, for that day, gave his view or did not wish to."""
    asked = term.steps[0].from_, term.raw_end
    silent = [
        one
        for one in dossier.hearings
        if (invited := known(one.invited_on)) and (due := known(one.due)) and (invited.first, due.last) == asked
        and one.waived is not True and known(one.received_on) is None
    ]  # fmt: skip
    return closed_on(dossier) is not None or not silent


def _objected(dossier: RuleDossier, _term: Term) -> bool:
    return bool(of_kind(dossier, EventKind.OBJECTION_RECEIVED))


def _answered(dossier: RuleDossier, _term: Term) -> bool:
    """Whether a decision came after the objection: that on the objection."""
    first = of_kind(dossier, EventKind.OBJECTION_RECEIVED)[0].on.first
    return any(event.on.first > first for event in of_kind(dossier, EventKind.DECISION_MADE))


def _happened(kind: EventKind) -> Callable[[RuleDossier, Term], bool]:
    """Whether an event of a kind came on or after the day on which a term began."""
    return lambda dossier, term: any(one.on.first >= term.steps[0].from_ for one in of_kind(dossier, kind))


_ENDED: Final[Mapping[str, Callable[[RuleDossier, Term], bool]]] = {
    "decision": _decided,
    "extension-notice": _decided,
    "supplement": _supplemented,
    "leave-untreated": _decided,
    "bureau-advice": _advised,
    "hearing": _spoke,
    "objection": _objected,
    "objection-decision": _answered,
    "penalty-decision": _happened(EventKind.PENALTY_DECIDED),
    "permit-suspension": _happened(EventKind.PERMIT_SUSPENSION_ENDED),
    "transfer-notice": lambda dossier, _term: bool(of_kind(dossier, EventKind.TRANSFER_TOLD)),
}
