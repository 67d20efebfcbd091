# SPDX-License-Identifier: EUPL-1.2
"""Of two relations the closer one is named and the other is told (weighing.md no. 6), pair by pair."""

from __future__ import annotations

from itertools import combinations

import pytest

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.attribution import attribute
from assessment.outcome import Tie

from .world import CATALOGUE, company, dossier, fact, holds, relation

MAKES: dict[Tie, Relation] = {
    Tie.B_LEADS: relation("s", Role.DIRECTOR, "y", id="r-b-leads"),
    Tie.B_CONTROLS: holds("s", "y", "0.6", id="r-b-controls"),
    Tie.B_FINANCES: relation("s", Role.FINANCIER, "y", id="r-b-finances"),
    Tie.C_LEADS: relation("y", Role.DIRECTOR, "s", id="r-c-leads"),
    Tie.C_CONTROLS: holds("y", "s", "0.6", id="r-c-controls"),
    Tie.C_FINANCES: relation("y", Role.FINANCIER, "s", id="r-c-finances"),
    Tie.C_PARTNERSHIP: relation("y", Role.BUSINESS_PARTNER, "s", id="r-c-partner", indicators=("Delen de winst.",)),
}


@pytest.mark.parametrize(("closer", "other"), list(combinations(MAKES, 2)))
def test_the_closer_one_is_named(closer: Tie, other: Tie) -> None:
    for pair in ((closer, other), (other, closer)):
        got = attribute(dossier(*(MAKES[one] for one in pair)), CATALOGUE, fact("y"))
        assert got.tie is closer
        assert other in {one.tie for one in got.others}


@pytest.mark.parametrize("other", MAKES)
def test_the_subject_itself_comes_before_all(other: Tie) -> None:
    case = dossier(MAKES[other], subject=("s", "y"), parties=(company("y"),))
    assert attribute(case, CATALOGUE, fact("y")).tie is Tie.A
