# SPDX-License-Identifier: EUPL-1.2
"""Invitations to supplement (Awb 4:5): which were answered, how, and which expired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.terms.closed import first_objection
from assessment.terms.events import of_kind


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation and the answers that came while it stood open, or later.

    `complete` is None when nobody recorded whether the answer was complete.
    """

    on: date
    due: date | None
    answered_on: date | None
    complete: bool | None

    def is_expired(self, on: date) -> bool:
        """Whether its term has passed on a day; without a term it does not expire."""
        return self.due is not None and self.due < on


def invitations(dossier: RuleDossier) -> tuple[Invitation, ...]:
    """List the invitations in order of time; an answer counts for every invitation that came before it.

    After an objection is asked to repair the objection, not to complete the application (Awb 6:6).
    """
    answers = of_kind(dossier, EventKind.SUPPLEMENT_RECEIVED)
    until = first_objection(dossier) or date.max
    asked = [event for event in of_kind(dossier, EventKind.SUPPLEMENT_INVITED) if event.on.first < until]
    return tuple(_invitation(event, answers) for event in asked)


def expired_open(dossier: RuleDossier, on: date) -> tuple[Invitation, ...]:
    """List invitations whose term has passed without a complete answer since (weighing.md no. 15)."""
    return tuple(one for one in invitations(dossier) if one.is_expired(on) and one.complete is not True)


def unanswered(dossier: RuleDossier, on: date) -> tuple[Invitation, ...]:
    """List expired invitations after which nothing was received at all (weighing.md no. 14)."""
    return tuple(one for one in invitations(dossier) if one.is_expired(on) and one.answered_on is None)


def _invitation(event: Event, answers: tuple[Event, ...]) -> Invitation:
    due = known(event.due)
    later = [answer for answer in answers if answer.on.first >= event.on.first]
    whole = [answer for answer in later if answer.complete is True]
    answered = whole[0] if whole else next(iter(later[::-1]), None)
    complete = None if answered is None else known(answered.complete)
    return Invitation(
        event.on.first,
        due.last if due else None,
        answered.on.first if answered else None,
        False if answered is None else complete,
    )
