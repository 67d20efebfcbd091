# SPDX-License-Identifier: EUPL-1.2
"""L40 and L41: the municipality acts by its own policy, or says why not (Awb 4:84)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.policy import PolicyTerm, TriageRule
from assessment.dates import When, tell
from assessment.dossier.application import Trigger
from assessment.dossier.event import EventKind
from assessment.known import Maybe, known
from assessment.screening.open_points import SUPPLEMENT
from assessment.terms.events import of_kind
from assessment.weighing.checks.case import Case, Raised, raised

_BY_POLICY: Final = frozenset({Trigger.ALWAYS, Trigger.SAMPLE})
"""Occasions that only a policy can give; an indication or a decision of its own stands beside every policy."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold the occasion and the terms that were given against the municipality's own policy."""
    yield from _occasion(case)
    yield from _short(case)


def _occasion(case: Case) -> Iterator[Raised]:
    """The occasion rests on the policy, and the policy gives it for none of these permits."""
    rules, occasion = case.catalogue.policy.triage, case.dossier.application.trigger
    types = {permit.type for permit in case.dossier.permits}
    if not rules or not types or occasion not in _BY_POLICY:
        return
    if not any(_gives(rules[one], occasion) for one in types if one in rules):
        permits = (permit.id for permit in case.dossier.permits)
        yield raised("L40-occasion", *permits, occasion=case.catalogue.word("trigger", occasion))


def _gives(rule: TriageRule, occasion: object) -> bool:
    """Whether a rule gives an occasion, for one amount or another: what the application is worth is not recorded."""
    return occasion in (rule.trigger, rule.otherwise)


def _short(case: Case) -> Iterator[Raised]:
    """A letter gave less time than the municipality promised; what it did not set itself, it did not promise."""
    terms = case.catalogue.policy.terms
    supplement, hearing = terms.get("supplement"), terms.get("hearing")
    for event in of_kind(case.dossier, EventKind.SUPPLEMENT_INVITED):
        yield from _shorter(supplement, event.on, event.due, SUPPLEMENT)
    for one in case.dossier.hearings:
        yield from _shorter(hearing, one.invited_on, one.due, one.id)


def _shorter(term: PolicyTerm | None, begun: Maybe[When], due: Maybe[When], about: str) -> Iterator[Raised]:
    start, end = known(begun), known(due)
    if term is None or not term.changed_by or start is None or end is None:
        return
    promised: date = start.first + timedelta(weeks=term.weeks)
    if end.last < promised:
        yield raised("L41-short", about, since=tell(start), weeks=str(term.weeks), rule=term.source)
