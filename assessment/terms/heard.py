# SPDX-License-Identifier: EUPL-1.2
"""Who must have the opportunity to give a view, and whether he had it (Wet Bibob art. 33, Awb 4:7 and 4:8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

from assessment.dossier.blind import RuleDossier
from assessment.dossier.conclusion import Conclusion, Decision, Measure
from assessment.dossier.fact import Fact
from assessment.dossier.hearing import Hearing
from assessment.known import known

NEGATIVE: Final = frozenset({Decision.REFUSE, Decision.REVOKE})
BURDENING: Final = NEGATIVE | {Decision.GRANT_WITH_CONDITIONS}
"""Decisions before which art. 33 par. 1 asks for a view."""

DRAFT: Final = "draft"


class Opportunity(Enum):
    """Whether somebody had the opportunity to give a view."""

    NOT_GIVEN = "not given"
    RUNNING = "running"
    GIVEN = "given"


def measures(dossier: RuleDossier, decisions: Iterable[Decision]) -> tuple[Measure, ...]:
    """List the measures that propose one of some decisions."""
    wanted = set(decisions)
    recorded = dossier.conclusion.measure if isinstance(dossier.conclusion, Conclusion) else ()
    return tuple(one for one in recorded if one.decision in wanted)


def opportunity(dossier: RuleDossier, party: str, on: date) -> Opportunity:
    """Say whether a party was heard: a view came in, was waived, or the term for it passed unused."""
    found = [_state(hearing, on) for hearing in dossier.hearings if hearing.party == party]
    if Opportunity.RUNNING in found:
        return Opportunity.RUNNING
    return Opportunity.GIVEN if Opportunity.GIVEN in found else Opportunity.NOT_GIVEN


def third_parties(dossier: RuleDossier, facts: Iterable[Fact]) -> tuple[str, ...]:
    """List who is named as actor of some facts and is not a subject."""
    named = dict.fromkeys(fact.actor for fact in facts if fact.actor)
    return tuple(party for party in named if party not in dossier.subject)


def heard(dossier: RuleDossier, facts: Iterable[Fact], on: date) -> dict[str, Opportunity]:
    """Give for every subject and every third party named in some facts whether he was heard."""
    return {party: opportunity(dossier, party, on) for party in (*dossier.subject, *third_parties(dossier, facts))}


def _state(hearing: Hearing, on: date) -> Opportunity:
    received, due, invited = known(hearing.received_on), known(hearing.due), known(hearing.invited_on)
    if hearing.waived is True or (received is not None and received.first <= on):
        return Opportunity.GIVEN
    if invited is None:
        return Opportunity.NOT_GIVEN
    return Opportunity.GIVEN if due is not None and due.last < on else Opportunity.RUNNING
