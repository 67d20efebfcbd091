# SPDX-License-Identifier: EUPL-1.2
"""C07: the relation is not shown, or has ended. C12: the wrong person, or not every holder addressed."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.degree import Degree
from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.terms.events import of_kind
from assessment.weighing.checks.case import Case, Raised, ids, raised


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold the relations of the facts against the day of assessment."""
    for ground in case.argued:
        yield from _ended(case, ground)
    yield from _not_shown(case)
    if not case.dossier.subject:
        yield raised("C12-no-subject")
    yield from _not_addressed(case)


def _ended(case: Case, ground: str) -> Iterator[Raised]:
    """Exit before the application, prompt and real, is strong for the subject; exit after it is weak."""
    carrying = case.carrying(ground)
    over = [one for one in carrying if not one.running]
    after = [one for one in carrying if one.running and one.current is False]
    if over:
        alone = len(over) == len(carrying) and case.recorded(ground) is Degree.SERIOUS
        yield raised("C07-ended" if alone else "C07-ended-beside", *ids(over))
    if after:
        yield raised("C07-ended-after", *ids(after))


def _not_shown(case: Case) -> Iterator[Raised]:
    loose = [one for one in case.usable if not one.is_tied]
    if not loose or not case.argued:
        return
    if case.is_bare:
        yield raised("C07-not-shown", *ids(loose))
        actors = dict.fromkeys(one.fact.actor for one in loose if one.fact.actor)
        yield raised("C12-not-tied", *actors)
    else:
        yield raised("C07-not-shown-beside", *ids(loose))


def _not_addressed(case: Case) -> Iterator[Raised]:
    """Every holder gets its own copy of the decision."""
    notified = of_kind(case.dossier, EventKind.DECISION_NOTIFIED)
    named = {party for event in notified if (party := known(event.party)) is not None}
    left_out = [one for one in case.dossier.subject if one not in named]
    if named and left_out:
        yield raised("C12-not-addressed", *left_out)
    heard = {one.party for one in case.dossier.hearings}
    unheard = [one for one in case.dossier.subject if one not in heard]
    if case.burdening and unheard and len(unheard) < len(case.dossier.subject):
        yield raised("C12-not-heard", *unheard)
