# SPDX-License-Identifier: EUPL-1.2
"""What a dossier asks in the coming time when nothing more happens in it: each deadline with the days it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.blind import RuleDossier
from assessment.known import known
from assessment.outcome import Term
from assessment.terms.calendar import DAY
from assessment.terms.deadlines import deadlines
from assessment.terms.duties import duties
from assessment.terms.invitations import invitations
from assessment.terms.terms import terms

Place = tuple[DeadlineKind, str, date, int]
"""What tells a deadline from the others: a duty keeps the day on which it was first due."""


def outlook(dossier: RuleDossier, catalogue: Catalogue, counted: tuple[Term, ...]) -> tuple[Deadline, ...]:
    """List what stands on some day from that of the assessment on, the first to come in front.

    A dossier lies on the shelf while days pass: an invitation expires, a term ends. So it is counted again for each of
    those days; `counted` are its terms on the day of the assessment. Whom facts name is to be heard; before it is
    weighed which facts count, all are taken to.
    """
    days = _turning_days(dossier, counted)
    found: dict[Place, Deadline] = {}
    for day, since, until in zip(
        days, [date.min, *days[1:]], [*(one - DAY for one in days[1:]), date.max], strict=True
    ):
        then = counted if day == dossier.assessed_on else terms(dossier, catalogue, day)
        for place, one in _standing(dossier, catalogue, then, day):
            found[place] = replace(found.get(place) or replace(one, since=since), until=until)
    return tuple(sorted(found.values(), key=lambda one: (one.plan_on, one.last, one.kind, one.id)))


def _standing(
    dossier: RuleDossier, catalogue: Catalogue, counted: tuple[Term, ...], day: date
) -> Iterator[tuple[Place, Deadline]]:
    asked = duties(dossier, catalogue, [one.id for one in dossier.facts], counted, day)
    seen: list[tuple[DeadlineKind, str, date]] = []
    for one in deadlines(dossier, counted, asked):
        key = (one.kind, one.id, one.last if one.kind is DeadlineKind.TERM else date.min)
        yield (*key, seen.count(key)), one
        seen.append(key)


def _turning_days(dossier: RuleDossier, counted: tuple[Term, ...]) -> list[date]:
    """The day of the assessment, and each later day on which a term has passed that changes what is to be done."""
    ends = [one.due for one in invitations(dossier) if one.due]
    ends += [due.last for one in dossier.hearings if (due := known(one.due))]
    ends += [one.statutory_end for one in counted if one.id == "decision"]
    return [dossier.assessed_on, *sorted({end + DAY for end in ends if end >= dossier.assessed_on})]
