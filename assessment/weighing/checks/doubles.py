# SPDX-License-Identifier: EUPL-1.2
"""X55, X58 and X60: relations and measures that are recorded twice, or that contradict themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from assessment.dossier.conclusion import Decision
from assessment.dossier.relation import Relation
from assessment.inquiry.lasting import Lasting
from assessment.known import NotKnown
from assessment.weighing.checks.case import Case, Raised, raised, said


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look for a relation with itself, one relation twice, and two decisions on one permit."""
    for one in case.dossier.relations:
        if one.from_ == one.to:
            yield raised("X55-itself", one.id)
    yield from _relations(case)
    times = Counter(one.permit for one in case.conclusion.measure)
    for permit, number in times.items():
        if number > 1:
            yield raised("X58-twice", permit)
    for measure in case.conclusion.measure:
        decision = measure.decision
        if isinstance(decision, NotKnown) or decision is Decision.GRANT_WITH_CONDITIONS:
            continue
        if any(said(one.text) for one in measure.conditions):
            yield raised("X60-conditions", measure.permit, decision=case.catalogue.word("decision", decision))


def _relations(case: Case) -> Iterator[Raised]:
    """The same role between the same two at the same time; holdings may well be bought in parts."""
    alike: dict[tuple[str, str, str], list[Relation]] = {}
    for one in case.dossier.relations:
        alike.setdefault((one.from_, one.to, one.role), []).append(one)
    for group in alike.values():
        for one, other in combinations(group, 2):
            both = (Lasting(each.since, each.until).is_active(case.on) for each in (one, other))
            if all(both) and one.share == other.share:
                yield raised("X55-twice", one.id, other.id)
