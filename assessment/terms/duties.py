# SPDX-License-Identifier: EUPL-1.2
"""Duties that events and conclusions bring, each with its article and its day (law.md 1.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.degree import Degree
from assessment.dossier.blind import RuleDossier
from assessment.dossier.bureau_advice import ForFile
from assessment.dossier.conclusion import Conclusion, GroundConclusion
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Duty, Term
from assessment.terms.heard import BURDENING, Opportunity, heard, measures
from assessment.terms.invitations import invitations
from assessment.terms.suspension import of_kind


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
    counting: frozenset[str]
    terms: tuple[Term, ...]
    on: date

    def events(self, kind: EventKind) -> tuple[Event, ...]:
        """List the events of a kind in order."""
        return of_kind(self.dossier, kind)

    def happened_since(self, kind: EventKind, day: date) -> bool:
        """Whether an event of a kind took place on or after a day."""
        return any(event.on.first >= day for event in self.events(kind))


def duties(
    dossier: RuleDossier, catalogue: Catalogue, counting: Iterable[str], terms: tuple[Term, ...], on: date
) -> tuple[Duty, ...]:
    """List every duty that arose, fulfilled ones too; `counting` are the facts on which a ground rests."""
    ground = _Ground(dossier, frozenset(counting), terms, on)
    arisen = [one for family in _FAMILIES for one in family(ground)]
    return tuple(_told(catalogue, one) for one in dict.fromkeys(arisen))


def _told(catalogue: Catalogue, arisen: Arisen) -> Duty:
    text = catalogue.duties[arisen.id]
    return Duty(text.duty, arisen.due, text.text, text.basis, arisen.fulfilled)


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
        yield Arisen("D-7a-7-correction", ground.on)


def _withdrawn(ground: _Ground) -> Iterator[Arisen]:
    """Withdrawal after the investigation began may be because of it (art. 7a par. 8)."""
    begun = [*ground.events(EventKind.OWN_INVESTIGATION_STARTED), *ground.events(EventKind.BUREAU_REQUESTED)]
    for event in ground.events(EventKind.WITHDRAWN):
        if any(one.on <= event.on for one in begun):
            day = event.on.first
            yield Arisen("D-7a-8", day, ground.happened_since(EventKind.REPORTED_TO_BUREAU, day))


def _form(ground: _Ground) -> Iterator[Arisen]:
    for event in ground.events(EventKind.OWN_INVESTIGATION_STARTED)[:1]:
        sent = bool(ground.events(EventKind.FORM_SENT)) or _has_form(ground.dossier)
        yield Arisen("D-7a-5", event.on.first, sent)


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
        informed = ground.happened_since(EventKind.SUBJECT_INFORMED, event.on.first)
        yield Arisen("D-32", event.on.first, informed)
        # An advice shows that the Bureau had what it needs; no event of its own tells that the form was sent along.
        advised = ground.happened_since(EventKind.BUREAU_ADVICE_RECEIVED, event.on.first)
        yield Arisen("D-7a-4", event.on.first, advised)
    for event in ground.events(EventKind.BUREAU_ASKED_DATA):
        day = event.on.first
        yield Arisen("D-15-2", day, ground.happened_since(EventKind.BUREAU_GOT_DATA, day))


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
        yield Arisen("D-3-41", day, ground.happened_since(EventKind.DECISION_NOTIFIED, day))


_FAMILIES = (_form, _supplement, _bureau, _report, _withdrawn, _hearing, _decided)
