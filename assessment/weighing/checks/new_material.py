# SPDX-License-Identifier: EUPL-1.2
"""C16: new material was not put to the party. Each new fact and each advice asks for a view of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from assessment.dates import When
from assessment.dossier.hearing import Hearing
from assessment.known import known
from assessment.terms.heard import DRAFT
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.standing import Standing

_FROM_SUBJECT: Final = "bibob-7a"


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look for facts, sources and advices that came after the subject was last heard; never heard is another check."""
    hearings = [one for one in case.dossier.hearings if one.party in case.dossier.subject]
    if not case.burdening or not hearings:
        return
    drafted = _last([one for one in hearings if DRAFT in one.about])
    for one in case.relied_on:
        put = [hearing for hearing in hearings if one.id in hearing.about]
        if put:
            yield from _later_sources(case, one, _last(put))
        else:
            is_new = drafted is None or _came_after(case, one, drafted)
            yield raised("C16-fact" if is_new else "C16-not-named", one.id)
    named = {id_ for hearing in hearings for id_ in hearing.about}
    for advice in case.dossier.bureau_advices:
        if advice.id not in named:
            yield raised("C16-advice", advice.id)


def _later_sources(case: Case, standing: Standing, put: date | None) -> Iterator[Raised]:
    """A fact that was put may have got a new source since, from somebody else than the subject."""
    named = {id_ for hearing in case.dossier.hearings for id_ in hearing.about}
    for id_ in standing.fact.sources:
        one = case.information.get(id_)
        received = known(one.received_on) if one else None
        if put and received and received.first > put and one and one.basis != _FROM_SUBJECT and id_ not in named:
            yield raised("C16-source", standing.id, id_)


def _last(hearings: list[Hearing]) -> date | None:
    """The last day on which an invitation to give a view went out."""
    days = [invited.first for one in hearings if (invited := known(one.invited_on)) is not None]
    return max(days, default=None)


def _came_after(case: Case, standing: Standing, day: date) -> bool:
    sources = [case.information[id_] for id_ in standing.fact.sources if id_ in case.information]
    dates: list[When | None] = [known(one.received_on) for one in sources]
    dates.append(known(standing.fact.status_on))
    return any(one is not None and one.first > day for one in dates)
