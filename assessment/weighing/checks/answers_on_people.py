# SPDX-License-Identifier: EUPL-1.2
"""What facts, relations and information say against an answer about persons and companies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from assessment.dates import When
from assessment.dossier.fact import Status
from assessment.dossier.information import Information
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.lasting import Lasting, anchor_of
from assessment.inquiry.roles import HOLDING
from assessment.known import NotKnown, known
from assessment.outcome import Tie
from assessment.weighing.checks.case import Case, ids
from assessment.weighing.checks.speaks_against import Against
from assessment.weighing.standing import Standing

_FINAL: Final = frozenset({Status.CONVICTION_FINAL, Status.PENAL_ORDER_FINAL})
_ENDED_WITHOUT: Final = frozenset({Status.DISMISSED, Status.ACQUITTED, Status.DISCHARGED})
_FINED: Final = frozenset({Status.FINE, Status.FINE_FINAL, Status.FINE_COURT_RULED})
_AROUND: Final = frozenset({Tie.C_LEADS, Tie.C_CONTROLS, Tie.C_FINANCES})
_MOVES: Final = HOLDING | {Role.DIRECTOR, Role.PARTNER_IN_FIRM}
_YEAR: Final = 365.25


def founded_shortly_before(case: Case) -> Iterator[Against]:
    """The subject, or a company that it leads or holds, was founded shortly before the application."""
    start = anchor_of(case.dossier)
    near = {*case.dossier.subject, *(one.to for one in _of_subject(case) if one.role in _MOVES)}
    for party in case.dossier.parties:
        founded = known(party.founded)
        if party.id in near and start is not None and founded is not None and _is_shortly_before(case, founded, start):
            yield Against((party.id,))


def moved_shortly_before(case: Case) -> Iterator[Against]:
    """Shares or a board that changed shortly before the application or after it; a founding is no change."""
    start = anchor_of(case.dossier)
    if start is None:
        return
    founded = {one.id: known(one.founded) for one in case.dossier.parties}
    moved = [
        one.id
        for one in case.dossier.relations
        if one.role in _MOVES
        and one.to in case.dossier.subject
        and any(
            _is_shortly_before(case, day, start)
            for day in (known(one.since), known(one.until))
            if day is not None and day != founded.get(one.to)
        )
    ]
    if moved:
        yield Against(tuple(moved))


def convicted_subjects(case: Case) -> Iterator[Against]:
    """A final conviction or penal order of the subject itself."""
    yield from _facts(one for one in case.standings if one.fact.status in _FINAL and one.tie is Tie.A)


def established_around(case: Case) -> Iterator[Against]:
    """An established offence of somebody who leads, controls or finances the subject."""
    yield from _facts(one for one in case.standings if one.points_to and one.tie in _AROUND)


def repeated(case: Case) -> Iterator[Against]:
    """Two or more recent facts of one actor that were not cleared."""
    recent = float(case.framework.value("recent_years"))
    by_actor: defaultdict[str, list[Standing]] = defaultdict(list)
    for one in case.usable:
        if one.age is not None and one.age < recent and one.fact.actor:
            by_actor[one.fact.actor].append(one)
    for facts in by_actor.values():
        if len(facts) > 1:
            yield Against(ids(facts))


def cleared(case: Case) -> Iterator[Against]:
    """A case that was dismissed, or ended in an acquittal: it speaks for the subject."""
    yield from _facts(one for one in case.standings if one.fact.status in _ENDED_WITHOUT)


def tax_fines(case: Case) -> Iterator[Against]:
    """A fine that the tax service told of (art. 7c)."""
    told = {one.id for one in case.dossier.information if one.basis == "bibob-7c"}
    yield from _facts(one for one in case.standings if one.fact.status in _FINED and told & set(one.fact.sources))


def prosecutor_tips(case: Case) -> Iterator[Against]:
    """A tip of the prosecutor (art. 26)."""
    yield from _items(one for one in case.dossier.information if one.partner == "om" and one.basis == "bibob-26")


def factual_managers(case: Case) -> Iterator[Against]:
    """Somebody who is recorded as leading in fact and stands on no permit."""
    named = {one.from_ for one in case.dossier.relations if one.role is Role.NAMED_ON_PERMIT}
    yield from _relations(
        case, (one for one in case.dossier.relations if one.role is Role.FACTUAL_MANAGER and one.from_ not in named)
    )


def partners(case: Case) -> Iterator[Against]:
    """A business partner with recorded indicators."""
    yield from _relations(
        case, (one for one in case.dossier.relations if one.role is Role.BUSINESS_PARTNER and one.is_shown)
    )


def unknown_shares(case: Case) -> Iterator[Against]:
    """A holding of which the share is not known."""
    yield from _relations(
        case, (one for one in case.dossier.relations if one.role in HOLDING and isinstance(one.share, NotKnown))
    )


def unknown_holders(case: Case) -> Iterator[Against]:
    """A part of the subject, or of who holds it, that is large enough to control it and of which nobody is recorded."""
    if about := tuple(one.over for one in case.remainders if one.task):
        yield Against(about)


def _of_subject(case: Case) -> Iterator[Relation]:
    return (one for one in case.dossier.relations if one.from_ in case.dossier.subject)


def _is_shortly_before(case: Case, day: When, start: date) -> bool:
    """Whether a day certainly lies within the time before the start that the framework calls short, or after it."""
    short = timedelta(days=float(case.framework.value("shortly_before_years")) * _YEAR)
    return start - short <= day.first and day.last <= case.on


def _facts(found: Iterator[Standing]) -> Iterator[Against]:
    if about := tuple(one.id for one in found):
        yield Against(about)


def _items(found: Iterator[Information]) -> Iterator[Against]:
    if about := tuple(one.id for one in found):
        yield Against(about)


def _relations(case: Case, found: Iterator[Relation]) -> Iterator[Against]:
    """Keep the relations that last on the day of assessment."""
    lasting = (one.id for one in found if Lasting(one.since, one.until).is_active(case.on))
    if about := tuple(lasting):
        yield Against(about)
