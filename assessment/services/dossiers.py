# SPDX-License-Identifier: EUPL-1.2
"""Begin, open and change a dossier; each is one unit of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Application, Authority, Location, Permit
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.party import Organisation, Person
from assessment.known import known
from assessment.ports import DossierId, DossierRow, Summary, UnitOfWork
from assessment.steps import states, where_it_stands
from assessment.terms.closed import closed_on
from assessment.terms.events import of_kind
from assessment.terms.outlook import outlook
from assessment.terms.terms import terms


def begin(reference: str, today: date, catalogue: Catalogue, authority: Authority, application: Application) -> Dossier:
    """Make a new dossier, assessed today, with what was said of the application and nothing else."""
    received = known(application.received_on)
    return Dossier(
        reference=reference,
        catalogue=catalogue.date,
        assessed_on=today,
        authority=authority,
        application=application,
        events=(Event(EventKind.APPLICATION_RECEIVED, received),) if received else (),
    )


def permits_of(codes: Iterable[str]) -> tuple[Permit, ...]:
    """Make the permits of a new application: one of each type."""
    return tuple(Permit(code, code) for code in codes)


def with_subject(dossier: Dossier, name: str, is_person: bool) -> Dossier:
    """Add the subject of a new dossier as its first party."""
    party = Person("p1", name) if is_person else Organisation("p1", name)
    return replace(dossier, parties=(party,), subject=("p1",))


def with_application(dossier: Dossier, application: Application) -> Dossier:
    """Take over a changed application; an event of receipt that bore the old date moves along with the new one.

    The program itself records that event when a dossier begins, so the officer should not have to mend it twice.
    """
    before, now = known(dossier.application.received_on), known(application.received_on)
    changed = replace(dossier, application=application)
    if before is None or now is None or before == now:
        return changed
    receipt = Event(EventKind.APPLICATION_RECEIVED, before)
    events = tuple(replace(one, on=now) if one == receipt else one for one in dossier.events)
    return replace(changed, events=events) if receipt in dossier.events else changed


def add(work: UnitOfWork, dossier: Dossier, catalogue: Catalogue) -> DossierId:
    """Put a dossier on the shelf and give its name there."""
    with work:
        id_ = work.dossiers.add(dossier, summarise(dossier, catalogue))
        work.commit()
    return id_


def open_(work: UnitOfWork, id_: DossierId) -> Dossier:
    """Take a dossier from the shelf; that it was opened is noted in the journal."""
    with work:
        dossier = work.dossiers.get(id_)
        work.journal.note("dossier.opened", id_)
        work.commit()
    return dossier


def record(work: UnitOfWork, id_: DossierId, dossier: Dossier, catalogue: Catalogue) -> Dossier:
    """Keep a changed dossier; it is durable when this returns."""
    with work:
        work.dossiers.keep(id_, dossier, summarise(dossier, catalogue))
        work.commit()
    return dossier


def find(work: UnitOfWork, words: str = "", limit: int = 500, offset: int = 0) -> tuple[DossierRow, ...]:
    """List the dossiers in which all these words occur, the newest change first."""
    with work:
        return work.dossiers.find(words, limit, offset)


def summarise(dossier: Dossier, catalogue: Catalogue) -> Summary:
    """Tell what the list of dossiers shows of this one."""
    place = known(dossier.application.location)
    received = known(dossier.application.received_on)
    counted = terms(dossier, catalogue, dossier.assessed_on)
    decision = next((one for one in counted if one.id == "decision"), None)
    return Summary(
        reference=dossier.reference,
        title=known(dossier.application.activity) or "",
        subject=", ".join(dossier.name_of(one) for one in dossier.subject),
        permit_types=tuple(one.type for one in dossier.permits),
        place=_address(place) if place else "",
        received_on=received.first if received else None,
        decide_before=decision.safe_end if decision and closed_on(dossier) is None else None,
        step=where_it_stands(states(dossier, catalogue)).value,
        deadlines=outlook(dossier, catalogue, counted),
    )


def is_decided(dossier: Dossier) -> bool:
    """Whether the decision was made: what it rests on is archived as it was (law.md N23)."""
    return bool(of_kind(dossier, EventKind.DECISION_MADE))


def may_go_over(dossier: Dossier, newest: Catalogue) -> bool:
    """Whether it is open and began with an older catalogue."""
    return dossier.catalogue < newest.date and not is_decided(dossier)


def _address(place: Location) -> str:
    return ", ".join(part for part in (known(place.street), known(place.place)) if part)
