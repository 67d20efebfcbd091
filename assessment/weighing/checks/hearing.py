# SPDX-License-Identifier: EUPL-1.2
"""L03 to L07: everyone named was heard, was answered, and was told of secrecy (art. 28 par. 3 and 33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessment.dates import tell
from assessment.known import NotKnown, known
from assessment.terms.heard import Opportunity, heard
from assessment.weighing.checks.case import Case, Raised, raised, said


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask for a hearing before any measure that burdens."""
    if not case.burdening:
        return
    facts = [one.fact for one in case.relied_on]
    for party, state in heard(case.dossier, facts, case.on).items():
        if state is Opportunity.NOT_GIVEN:
            yield raised("L03-subject" if party in case.dossier.subject else "L04-third-party", party)
        elif state is Opportunity.RUNNING:
            yield raised("L05-running", party, due=_due(case, party))
    yield from _answered(case)
    yield from _secrecy(case)


def _due(case: Case, party: str) -> str:
    found = [known(one.due) for one in case.dossier.hearings if one.party == party]
    days: list[date] = [due.last for due in found if due is not None]
    return tell(max(days)) if days else case.framework.reasons["date-unknown"].text


def _answered(case: Case) -> Iterator[Raised]:
    for one in case.dossier.hearings:
        if said(one.statement) and not said(one.response):
            yield raised("L06-response", one.id)


def _secrecy(case: Case) -> Iterator[Raised]:
    for one in case.dossier.hearings:
        if isinstance(one.secrecy_notice, NotKnown):
            yield raised("L07-unknown", one.id)
        elif one.secrecy_notice is not True:
            yield raised("L07-missing", one.id)
