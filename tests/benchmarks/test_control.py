# SPDX-License-Identifier: EUPL-1.2
"""Control over five thousand parties with twenty thousand relations is computed in less than a second."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.control import control
from tests.assessment.inquiry.world import CATALOGUE, TODAY, dossier, holds, relation
from tests.benchmarks.measuring import fixed_work, scaled, tell, times

pytestmark = pytest.mark.benchmark

RUNS = 5
BAR = 1.0
"""Seconds."""


def shareholders(number: int, companies: int) -> list[Relation]:
    """Make a tangle of holdings in which no company holds one that holds it, so that every share is computed."""
    chance = random.Random(7)
    relations = []
    for n in range(number):
        one, other = sorted(chance.sample(range(companies), 2))
        holder = f"p{chance.randrange(companies)}" if n % 2 else f"c{one}"
        relations.append(holds(holder, f"c{other}", str(Decimal(chance.randrange(1, 25)) / 100), id=f"r{n}"))
    return relations


def roles_of_all_kinds(number: int, companies: int) -> list[Relation]:
    chance = random.Random(7)
    return [
        relation(
            f"p{chance.randrange(companies)}" if n % 2 else f"c{chance.randrange(companies)}",
            chance.choice(list(Role)),
            f"c{chance.randrange(companies)}",
            str(Decimal(chance.randrange(1, 100)) / 100),
            id=f"r{n}",
        )
        for n in range(number)
    ]


@pytest.mark.parametrize("made", [roles_of_all_kinds, shareholders])
def test_control(made: Callable[[int, int], list[Relation]]) -> None:
    case = dossier(*made(20_000, 2500))
    assert len(case.parties) > 4900
    assert len(control(case, CATALOGUE, TODAY)) > 10_000
    ours, yardstick = times(lambda: control(case, CATALOGUE, TODAY), RUNS), times(fixed_work, RUNS)
    tell(f"control, {made.__name__}", best=ours[0], fixed_work=yardstick[0], ratio=ours[0] / yardstick[0])
    assert ours[0] < scaled(BAR, yardstick[0])
