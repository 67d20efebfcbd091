# SPDX-License-Identifier: EUPL-1.2
"""Which part of an organisation nobody is recorded for: bearer shares, or a holder who is not known (blueprint 4.2).

An unknown holder is a task and never a holder that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier
from assessment.dossier.relation import Role
from assessment.inquiry.holding import active_relations, edges_of
from assessment.inquiry.holdings import Edges
from assessment.known import known
from assessment.money import show_percent
from assessment.outcome_control import Remainder

WHOLE: Final = Decimal(1)
ROUNDING: Final = Decimal("0.001")
"""Three times 33,3 % leaves a thousandth: that is rounding and no holder."""


def remainders(dossier: RuleDossier, catalogue: Catalogue, on: date) -> tuple[Remainder, ...]:
    """Tell what is left of all that has recorded shareholders, and of what has capital and stands behind a subject."""
    persons = {one.id for one in dossier.parties if one.is_person}
    edges = edges_of(active_relations(dossier.relations, on), Role.SHAREHOLDER)
    near = behind(dossier.subject, edges)
    of = sorted({*edges, *_with_capital(dossier, catalogue, near)} - persons)
    found = (_remainder(one, edges, catalogue, is_near=one in near) for one in of)
    return tuple(one for one in found if one.unknown > ROUNDING)


def behind(subjects: Iterable[str], edges: Edges) -> frozenset[str]:
    """Give the subjects and everybody who holds a part of one, directly or along a chain."""
    reached = set(subjects)
    waiting = list(reached)
    while waiting:
        new = edges.get(waiting.pop(), {}).keys() - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def _with_capital(dossier: RuleDossier, catalogue: Catalogue, among: frozenset[str]) -> Iterator[str]:
    for party in dossier.parties:
        form = catalogue.legal_forms.get(known(party.form) or "")
        if party.id in among and form is not None and form.has_capital:
            yield party.id


def _remainder(over: str, edges: Edges, catalogue: Catalogue, *, is_near: bool) -> Remainder:
    stakes = edges.get(over, {})
    recorded = min(sum((one.share for one in stakes.values()), Decimal(0)), WHOLE)
    unknown = WHOLE - recorded
    without_share = tuple(sorted(id_ for id_, one in stakes.items() if one.is_open))
    parts = {"over": over, "share": show_percent(unknown, 2)}
    told, told_open = catalogue.inquiry["remainder"], catalogue.inquiry["remainder-open"]
    more = f" {told_open.filled(holders=', '.join(without_share))}" if without_share else ""
    may_control = is_near and not without_share and unknown > catalogue.framework.value("control_share")
    task = told.cured(**parts) if may_control else ""
    return Remainder(over, recorded, unknown, without_share, told.filled(**parts) + more, task)
