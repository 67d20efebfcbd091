# SPDX-License-Identifier: EUPL-1.2
"""X19, X44, X45, X56, X57 and X59: a fact or an answer and the sources beneath it that cannot belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from assessment.dates import Period, When
from assessment.dossier.fact import Dismissal, Fact, Status
from assessment.dossier.information import Information
from assessment.known import Maybe, known
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.dates import is_before

_OWN: Final = "own"
_NOT_DISMISSED: Final = frozenset(Status) - {Status.DISMISSED, Status.SUSPECT, Status.REPORTED, Status.NONE}
"""What a case cannot be called of which a dismissal is recorded, such as a conviction."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold every fact against its actor and its sources, and every answer against its sources."""
    founded = {one.id: one.founded for one in case.dossier.parties}
    for fact in case.dossier.facts:
        yield from _actor(fact, founded)
        yield from _sources(case, fact)
        yield from _status(case, fact)
    yield from _answers(case)


def _actor(fact: Fact, founded: Mapping[str, Maybe[When]]) -> Iterator[Raised]:
    """An organisation that acted, or through which was acted, before it was there."""
    period = known(fact.committed)
    for party in dict.fromkeys((fact.actor, known(fact.capacity) or "")):
        if isinstance(period, Period) and is_before(period.end, founded.get(party)):
            yield raised("X19-actor", fact.id, party)


def _sources(case: Case, fact: Fact) -> Iterator[Raised]:
    found = [case.information[id_] for id_ in fact.sources if id_ in case.information]
    period = known(fact.committed)
    if found and isinstance(period, Period) and all(is_before(one.received_on, period.first) for one in found):
        yield raised("X44-earlier", fact.id, *(one.id for one in found))
    if found and fact.actor and not any(_is_about(one, fact) for one in found):
        yield raised("X45-other", fact.id, *(one.id for one in found))


def _is_about(information: Information, fact: Fact) -> bool:
    """Whether a source is about the actor, or about the organisation through which he acted; unsaid says nothing."""
    through = known(fact.capacity)
    about = set(information.about)
    return not about or fact.actor in about or (through not in (None, _OWN) and through in about)


def _status(case: Case, fact: Fact) -> Iterator[Raised]:
    if is_before(When.on(case.on), fact.status_on):
        yield raised("X56-status", fact.id)
    if isinstance(fact.dismissal, Dismissal) and fact.status in _NOT_DISMISSED:
        yield raised("X57-dismissed", fact.id)


def _answers(case: Case) -> Iterator[Raised]:
    """An answer cannot rest on what came in after it was given."""
    for one in case.dossier.answers:
        later = [
            id_
            for id_ in one.sources
            if id_ in case.information and is_before(one.on, case.information[id_].received_on)
        ]
        if later:
            yield raised("X59-answer", one.question, *later, sources=", ".join(later))
