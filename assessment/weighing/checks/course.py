# SPDX-License-Identifier: EUPL-1.2
"""X46 to X50: documents, hearings, events and advices that do not fit into one course of a procedure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.dates import When
from assessment.dossier.bureau_advice import ForFile
from assessment.dossier.event import EventKind
from assessment.dossier.hearing import Hearing
from assessment.known import known
from assessment.terms.events import of_kind
from assessment.weighing.checks.case import Case, Raised, raised, said
from assessment.weighing.checks.dates import is_before

_NEEDS: Final = (
    (EventKind.SUPPLEMENT_RECEIVED, (EventKind.SUPPLEMENT_INVITED,)),
    (EventKind.BUREAU_GOT_DATA, (EventKind.BUREAU_ASKED_DATA,)),
    (EventKind.BUREAU_ADVICE_RECEIVED, (EventKind.BUREAU_REQUESTED,)),
    (EventKind.BUREAU_EXTENDED, (EventKind.BUREAU_REQUESTED,)),
    (EventKind.DECISION_NOTIFIED, (EventKind.DECISION_MADE,)),
    (EventKind.AGREED_SUSPENSION_UNTIL, (EventKind.AGREED_SUSPENSION_FROM,)),
)
"""What cannot have happened unless something else was recorded as well."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look at documents, hearings, events and advices."""
    yield from _documents(case)
    yield from _hearings(case)
    yield from _received(case)
    yield from _without(case)
    yield from _advices(case)


def _documents(case: Case) -> Iterator[Raised]:
    today = When.on(case.on)
    for one in case.dossier.documents:
        if is_before(one.received_on, one.asked_on) or is_before(one.due, one.asked_on):
            yield raised("X46-order", one.id)
        if is_before(today, one.received_on) or (one.complete is True and one.received_on is None):
            yield raised("X46-received", one.id)


def _hearings(case: Case) -> Iterator[Raised]:
    """A view on a fact of which every source came later, and a view that was given and waived at once."""
    for one in case.dossier.hearings:
        later = [fact for fact in one.about if _became_known_after(case, fact, one)]
        if later:
            yield raised("X47-later", one.id, *later, facts=", ".join(later))
        if one.waived is True and (known(one.received_on) is not None or said(one.statement)):
            yield raised("X47-waived", one.id)


def _became_known_after(case: Case, id_: str, hearing: Hearing) -> bool:
    facts = [fact for fact in case.dossier.facts if fact.id == id_]
    sources = [case.information[one] for fact in facts for one in fact.sources if one in case.information]
    return bool(sources) and all(is_before(hearing.invited_on, one.received_on) for one in sources)


def _received(case: Case) -> Iterator[Raised]:
    """The day of receipt stands in two places."""
    day = case.dossier.application.received_on
    for event in of_kind(case.dossier, EventKind.APPLICATION_RECEIVED):
        if is_before(day, event.on) or is_before(event.on, day):
            yield raised("X48-received")


def _without(case: Case) -> Iterator[Raised]:
    there = {event.kind for event in case.dossier.events}
    for kind, needed in _NEEDS:
        if kind in there and there.isdisjoint(needed):
            words = (case.catalogue.word("event-kind", one) for one in (kind, needed[0]))
            yield raised("X49-without", **dict(zip(("event", "needed"), words, strict=True)))


def _advices(case: Case) -> Iterator[Raised]:
    """An advice for this file, held against the days on which it was asked for and came in.

    Where more advices are recorded than came in, the days of the others are not known.
    """
    asked = of_kind(case.dossier, EventKind.BUREAU_REQUESTED)
    received = of_kind(case.dossier, EventKind.BUREAU_ADVICE_RECEIVED)
    own = [one for one in case.dossier.bureau_advices if one.for_file is ForFile.THIS]
    last = received[-1].on if len(received) >= len(own) > 0 else None
    for one in own:
        if (asked and is_before(one.issued_on, asked[0].on)) or is_before(last, one.issued_on):
            yield raised("X50-advice", one.id)
