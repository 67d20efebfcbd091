# SPDX-License-Identifier: EUPL-1.2
"""Duties that events and conclusions bring, each with its article and its day (law.md 1.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.degree import Degree
from assessment.dossier.blind import RuleDossier
from assessment.dossier.bureau_advice import ForFile
from assessment.dossier.conclusion import Conclusion, Decision, GroundConclusion
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Duty, Term
from assessment.terms.closed import closed_on
from assessment.terms.events import of_kind
from assessment.terms.heard import BURDENING, Opportunity, heard, measures
from assessment.terms.invitations import invitations

TOLD_AT_THE_END: Final = (
    EventKind.FOREIGN_INFORMATION_RECEIVED, EventKind.ATTRIBUTABLE_DELAY_UNTIL, EventKind.FORCE_MAJEURE_UNTIL,
)  # fmt: skip
"""Ends of suspensions of which the applicant hears (Awb 4:15 par. 4)."""

ON_WITHDRAWAL: Final = "L28"
"""The check that asks whether somebody withdrew because of the investigation."""


@dataclass(frozen=True, slots=True)
class Arisen:
    """A duty that arose: its entry in `duties.yaml`, its day, and whether it was fulfilled."""

    id: str
    due: date | None
    fulfilled: bool = False


@dataclass(frozen=True, slots=True)
class _Ground:
    """What duties are read from."""

    dossier: RuleDossier
    catalogue: Catalogue
    counting: frozenset[str]
    terms: tuple[Term, ...]
    on: date

    def events(self, kind: EventKind) -> tuple[Event, ...]:
        """List the events of a kind in order."""
        return of_kind(self.dossier, kind)

    def is_done(self, id_: str, since: date) -> bool:
        """Whether an event that fulfils a duty took place on or after a day."""
        kinds = self.catalogue.duties[id_].done_by
        return any(event.on.first >= since for event in self.dossier.events if event.kind in kinds)

    def since(self, id_: str, day: date) -> Arisen:
        """Give a duty that arose on a day and must be fulfilled at once."""
        return Arisen(id_, day, self.is_done(id_, day))


def duties(
    dossier: RuleDossier, catalogue: Catalogue, counting: Iterable[str], terms: tuple[Term, ...], on: date
) -> tuple[Duty, ...]:
    """List every duty that arose, fulfilled ones too; `counting` are the facts on which a ground rests."""
    ground = _Ground(dossier, catalogue, frozenset(counting), terms, on)
    arisen = [one for family in _FAMILIES for one in family(ground)]
    return tuple(_told(catalogue, one) for one in dict.fromkeys(arisen))


def _told(catalogue: Catalogue, arisen: Arisen) -> Duty:
    text = catalogue.duties[arisen.id]
    events = " of ".join(f"“{catalogue.word('event-kind', kind)}”" for kind in text.done_by)
    done = text.done or f"Klaar als is vastgelegd: {events}."
    return Duty(text.duty, arisen.due, text.text, text.basis, arisen.fulfilled, text.done_by, done)


def recorded_degrees(dossier: RuleDossier) -> tuple[Degree, ...]:
    """Give the degrees that the officer recorded on grounds a and b."""
    conclusion = dossier.conclusion
    parts = (conclusion.a, conclusion.b) if isinstance(conclusion, Conclusion) else ()
    degrees = [one.degree for one in parts if isinstance(one, GroundConclusion)]
    return tuple(one for one in degrees if isinstance(one, Degree))


def has_own_advice(dossier: RuleDossier) -> bool:
    """Whether the Bureau advised for this file."""
    received = bool(of_kind(dossier, EventKind.BUREAU_ADVICE_RECEIVED))
    return received or any(one.for_file is ForFile.THIS for one in dossier.bureau_advices)


def _report(ground: _Ground) -> Iterator[Arisen]:
    """A danger concluded without the Bureau is reported at once; so is a change of it (art. 7a par. 7)."""
    degrees = recorded_degrees(ground.dossier)
    reported = ground.events(EventKind.REPORTED_TO_BUREAU)
    found_danger = not {Degree.LESSER, Degree.SERIOUS}.isdisjoint(degrees)
    if found_danger and not has_own_advice(ground.dossier):
        yield Arisen("D-7a-7", ground.on, bool(reported))
    if reported and degrees and not found_danger:
        yield Arisen("D-7a-7-correction", ground.on, ground.is_done("D-7a-7-correction", reported[-1].on.first))


def _withdrawn(ground: _Ground) -> Iterator[Arisen]:
    """Withdrawal after the investigation began may be because of it (art. 7a par. 8).

    It is reported, or the officer writes with the check on it why it is not.
    """
    begun = [*ground.events(EventKind.OWN_INVESTIGATION_STARTED), *ground.events(EventKind.BUREAU_REQUESTED)]
    for event in ground.events(EventKind.WITHDRAWN):
        if any(one.on <= event.on for one in begun):
            day = event.on.first
            done = ground.is_done("D-7a-8", day) or _is_answered(ground.dossier, ON_WITHDRAWAL)
            yield Arisen("D-7a-8", day, done)


def _is_answered(dossier: RuleDossier, check: str) -> bool:
    conclusion = dossier.conclusion
    given = conclusion.check_answers if isinstance(conclusion, Conclusion) else ()
    return any(one.check.startswith(check) and one.text.strip() for one in given)


def _form(ground: _Ground) -> Iterator[Arisen]:
    """The subject gets the form (art. 7a par. 5); a refusal counts as danger for an existing permit (art. 4)."""
    for event in ground.events(EventKind.OWN_INVESTIGATION_STARTED)[:1]:
        sent = ground.is_done("D-7a-5", date.min) or _has_form(ground.dossier)
        yield Arisen("D-7a-5", event.on.first, sent)
    existing = any(ground.dossier.application.is_existing(permit) for permit in ground.dossier.permits)
    for event in ground.events(EventKind.FORM_REFUSED)[:1] if existing else ():
        concluded = Degree.SERIOUS in recorded_degrees(ground.dossier) and bool(measures(ground.dossier, Decision))
        yield Arisen("D-4-1", event.on.first, concluded)


def _has_form(dossier: RuleDossier) -> bool:
    """Whether something came from the subject itself: then the form was in his hands."""
    return any(one.basis == "bibob-7a" for one in dossier.information)


def _supplement(ground: _Ground) -> Iterator[Arisen]:
    """An application that is not complete is not left untreated before an invitation (Awb 4:5 par. 1)."""
    lacking = [one for one in ground.dossier.documents if one.complete is False]
    asked = invitations(ground.dossier)
    pending = any(not ground.dossier.application.is_existing(permit) for permit in ground.dossier.permits)
    if pending and (lacking or asked):
        yield Arisen("D-4-5", asked[-1].on if asked else ground.on, bool(asked))


def _bureau(ground: _Ground) -> Iterator[Arisen]:
    for event in ground.events(EventKind.BUREAU_REQUESTED):
        yield from (ground.since(id_, event.on.first) for id_ in ("D-32", "D-7a-4"))
    for event in ground.events(EventKind.BUREAU_ASKED_DATA):
        yield ground.since("D-15-2", event.on.first)


def _other_body(ground: _Ground) -> Iterator[Arisen]:
    """Each request of another body is answered by the four conditions (art. 28 par. 2 under m)."""
    for event in ground.events(EventKind.BODY_ASKED_DATA):
        yield ground.since("D-28-2-m", event.on.first)


def _suspended(ground: _Ground) -> Iterator[Arisen]:
    """Of force majeure the applicant hears at once (Awb 4:15 par. 3), of the end of some suspensions too (par. 4)."""
    for event in ground.events(EventKind.FORCE_MAJEURE_FROM):
        yield ground.since("D-4-15-3", event.on.first)
    for kind in TOLD_AT_THE_END:
        for event in ground.events(kind):
            yield ground.since("D-4-15-4", event.on.first)


def _late(ground: _Ground) -> Iterator[Arisen]:
    """Who does not decide in time tells the applicant by when he will (Awb 4:14 par. 1)."""
    last = next((term.statutory_end for term in ground.terms if term.id == "decision"), None)
    if last is not None and last < ground.on:
        since = last + timedelta(days=1)
        yield Arisen("D-4-14", since, closed_on(ground.dossier) is not None or ground.is_done("D-4-14", since))


def _hearing(ground: _Ground) -> Iterator[Arisen]:
    """Before conditions or a negative decision: hear everyone named, with a copy and a word on secrecy."""
    if not measures(ground.dossier, BURDENING):
        return
    facts = [fact for fact in ground.dossier.facts if fact.id in ground.counting]
    states = heard(ground.dossier, facts, ground.on).values()
    due = next((term.safe_end for term in ground.terms if term.id == "decision"), None)
    yield Arisen("D-33", due, all(state is Opportunity.GIVEN for state in states))
    told = [one.secrecy_notice is True for one in ground.dossier.hearings]
    yield Arisen("D-28-3", due, bool(told) and all(told))


def _decided(ground: _Ground) -> Iterator[Arisen]:
    for event in ground.events(EventKind.DECISION_MADE):
        day = event.on.first
        yield Arisen("D-3-41", day, ground.is_done("D-3-41", day))


_FAMILIES = (
    _form, _supplement, _bureau, _other_body, _suspended, _late, _report, _withdrawn, _hearing, _decided,
)  # fmt: skip
