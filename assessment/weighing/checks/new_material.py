# SPDX-License-Identifier: EUPL-1.2
"""C16: new material was not put to the party. Each new fact and each advice asks for a view of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessment.dates import When
from assessment.dossier.hearing import Hearing
from assessment.known import known
from assessment.terms.heard import DRAFT
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.standing import Standing


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look for facts and advices that came after the subject was last heard; not heard at all is another check."""
    hearings = [one for one in case.dossier.hearings if one.party in case.dossier.subject]
    if not case.burdening or not hearings:
        return
    put = {id_ for hearing in hearings for id_ in hearing.about}
    drafted = _last_draft(hearings)
    for one in case.relied_on:
        if one.id not in put:
            is_new = drafted is None or _came_after(case, one, drafted)
            yield raised("C16-fact" if is_new else "C16-not-named", one.id)
    for advice in case.dossier.bureau_advices:
        if advice.id not in put:
            yield raised("C16-advice", advice.id)


def _last_draft(hearings: list[Hearing]) -> date | None:
    """The day on which the draft as a whole was last sent out for a view."""
    days = [invited.first for one in hearings if DRAFT in one.about and (invited := known(one.invited_on)) is not None]
    return max(days, default=None)


def _came_after(case: Case, standing: Standing, day: date) -> bool:
    sources = [case.information[id_] for id_ in standing.fact.sources if id_ in case.information]
    dates: list[When | None] = [known(one.received_on) for one in sources]
    dates.append(known(standing.fact.status_on))
    return any(one is not None and one.first > day for one in dates)
