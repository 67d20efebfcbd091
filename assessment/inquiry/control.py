# SPDX-License-Identifier: EUPL-1.2
"""Who holds how much of which organisation as of a day, and the roles beside the shares (blueprint 4.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Set
from datetime import date
from decimal import Decimal
from operator import attrgetter

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.control_path import Steps
from assessment.inquiry.holding import SHARES_ONLY, Holding, active_relations, holdings
from assessment.inquiry.roles import BEARINGS, SOLE
from assessment.outcome_control import Control, Grip

Beside = dict[tuple[str, str], set[Role]]


def control(dossier: RuleDossier, catalogue: Catalogue, on: date) -> tuple[Control, ...]:
    """Tell every party that holds a share of, or leads or finances, an organisation on a day.

    `share` is None where no share was recorded or none of it is known; `roles` are those of the party itself, and the
    kind of holding along the chain.
    """
    relations = active_relations(dossier.relations, on)
    persons = {one.id for one in dossier.parties if one.is_person}
    beside = _beside(relations, persons)
    steps = Steps(relations, catalogue)
    threshold = catalogue.framework.value("control_share")
    found = []
    for held in holdings(relations, persons):
        party, over, share, path, *_ = held
        roles = _words(held.roles, beside.pop((party, over), ()))
        grip, along = _grip(held, threshold), steps.along(held)
        told = steps.told(held, along)
        found.append(Control(party, over, share, path, roles, held.is_lower_bound, grip, told, along))
    for pair, others in beside.items():
        found.append(Control(*pair, None, pair, _words((), others), words=steps.told_roles(pair, others)))
    return tuple(sorted(found, key=attrgetter("party", "over")))


def _beside(relations: Collection[Relation], persons: Set[str]) -> Beside:
    """Collect the roles that bear on an organisation without a share."""
    beside: Beside = defaultdict(set)
    for one in relations:
        if one.role in BEARINGS and one.to not in persons:
            beside[one.from_, one.to].add(one.role)
    return dict(beside)


def _grip(held: Holding, threshold: Decimal) -> Grip:
    """Say how far a holding reaches; what more may come decides only where the known part does not reach yet."""
    share = held.share or Decimal(0)
    if share > SOLE:
        return Grip.SOLE
    if share > threshold:
        return Grip.JOINT
    return Grip.OPEN if held.is_lower_bound else Grip.NONE


_WORDS: Mapping[tuple[Role, ...], tuple[str, ...]] = {SHARES_ONLY: (Role.SHAREHOLDER.value,)}


def _words(held: tuple[Role, ...], beside: Collection[Role]) -> tuple[str, ...]:
    if not beside and held in _WORDS:
        return _WORDS[held]
    return tuple(sorted({role.value for role in (*held, *beside)}))
