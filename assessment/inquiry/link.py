# SPDX-License-Identifier: EUPL-1.2
"""One party bears on another: the steps of which an indirect relation is made (Wet Bibob art. 3 par. 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from assessment.dossier.blind import RuleDossier
from assessment.dossier.financing import Financing
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.holding import Holding, active_relations, holdings
from assessment.inquiry.lasting import Lasting, overlap
from assessment.inquiry.roles import BEARINGS, HOLDING, SOLE, Bearing
from assessment.known import known


@dataclass(frozen=True, slots=True)
class Link:
    """`path` runs from the one who bears to the one who is borne upon.

    `by_share` for a holding above the threshold, which is itself a whole chain of shares; `is_possible` where only a
    share that is not known could make it one; `is_sole` where it is certainly more than half. `records` are the
    relations it rests on.
    """

    bearing: Bearing
    path: tuple[str, ...]
    roles: tuple[Role, ...]
    lasting: Lasting
    records: tuple[str, ...]
    by_share: bool = False
    is_possible: bool = False
    is_sole: bool = False

    @property
    def mark(self) -> object:
        """What tells it from other links, whatever the day; a lender's has no record, and is told by all it holds."""
        return (self.bearing, self.path, self.records, self.is_possible) if self.records else self

    @property
    def from_(self) -> str:
        """Who bears."""
        return self.path[0]

    @property
    def to(self) -> str:
        """Who is borne upon."""
        return self.path[-1]


Held: TypeAlias = dict[tuple[int, ...], list[Link]]
"""The links of holdings by which of these exist: on many days the same ones do."""


def links_on(dossier: RuleDossier, on: date, threshold: Decimal, held: Held) -> tuple[Link, ...]:
    """Give all links that exist on a day; `threshold` is the share above which somebody controls.

    `held` keeps what was found of the holdings on one day for other days.
    """
    active = active_relations(dossier.relations, on)
    links = [_of_role(one) for one in active if one.role in BEARINGS]
    there = tuple(id(one) for one in active if one.role in HOLDING)
    if there not in held:
        persons = [one.id for one in dossier.parties if one.is_person]
        held[there] = _of_shares(holdings(active, persons), active, threshold)
    links += held[there]
    links += [one for one in lenders(dossier) if one.lasting.is_active(on)]
    return tuple(one for one in links if one.from_ != one.to)


def lenders(dossier: RuleDossier) -> tuple[Link, ...]:
    """Whoever stands as lender in the financing finances every subject (weighing.md no. 4)."""
    money = dossier.financing
    if not isinstance(money, Financing):
        return ()
    return tuple(
        Link(
            Bearing.FINANCES,
            (lender, subject),
            (Role.FINANCIER,),
            Lasting(known(line.transferred_on) or line.agreed_on, None),
            (),
        )
        for line in money.sources
        if (lender := known(line.lender))
        for subject in dossier.subject
    )


def _of_role(one: Relation) -> Link:
    lasting = Lasting(one.since, one.until)
    return Link(BEARINGS[one.role], (one.from_, one.to), (one.role,), lasting, (one.id,))


def _of_shares(found: Iterable[Holding], active: Iterable[Relation], threshold: Decimal) -> list[Link]:
    """Make a link of every holding above the threshold, and a possible one where an unknown share may lift it."""
    steps: dict[tuple[str, str], list[Relation]] = {}
    for one in active:
        if one.role in HOLDING:
            steps.setdefault((one.from_, one.to), []).append(one)
    links = []
    for held in found:
        is_control = (held.share or Decimal(0)) > threshold
        if is_control or held.is_lower_bound:
            links.append(_of_holding(held, steps, is_possible=not is_control))
    return links


def _of_holding(held: Holding, steps: Mapping[tuple[str, str], list[Relation]], *, is_possible: bool) -> Link:
    relations = [one for step in pairwise(held.path) for one in steps[step]]
    lasting = overlap(Lasting(one.since, one.until) for one in relations)
    records = tuple(sorted({one.id for one in relations}))
    is_sole = (held.share or Decimal(0)) > SOLE
    return Link(
        Bearing.CONTROLS,
        held.path,
        held.roles,
        lasting,
        records,
        by_share=True,
        is_possible=is_possible,
        is_sole=is_sole,
    )
