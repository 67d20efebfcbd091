# SPDX-License-Identifier: EUPL-1.2
"""The part of an organisation of which no holder is recorded stays unknown and is asked for."""

from decimal import Decimal
from typing import Any

import pytest

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.remainder import remainders
from assessment.outcome_control import Remainder

from .world import CATALOGUE, TODAY, company, day, dossier, holds, relation


def left(*relations: Relation, **fields: Any) -> dict[str, Remainder]:
    return {one.over: one for one in remainders(dossier(*relations, **fields), CATALOGUE, TODAY)}


def test_what_nobody_is_recorded_for_is_told_as_unknown() -> None:
    got = left(holds("p1", "a", "0.3"), holds("p2", "a", "0.3"), holds("p1", "s", "1"))
    assert set(got) == {"a"}
    assert (got["a"].recorded, got["a"].unknown, got["a"].open) == (Decimal("0.6"), Decimal("0.4"), ())
    assert got["a"].words.startswith("Van a is van 40,00\u00a0% niet vastgelegd wie het houdt")


def test_a_holder_without_a_share_may_be_who_holds_the_rest() -> None:
    got = left(holds("p1", "s", "0.3"), holds("p2", "s", None))["s"]
    assert (got.unknown, got.open, got.task) == (Decimal("0.7"), ("p2",), "")
    assert got.words.endswith("Van p2 is het deel niet bekend.")


def test_behind_the_subject_every_company_is_asked_after_and_elsewhere_only_what_was_begun() -> None:
    chain = (holds("h", "s", "1"), relation("p1", Role.DIRECTOR, "x"), holds("p2", "z", "0.5"))
    got = left(*chain, parties=(company("h"), company("x"), company("z")))
    assert set(got) == {"h", "z"}
    assert got["h"].task.startswith("Leg vast wie de overige 100,00\u00a0% van h houdt")
    assert got["z"].task == ""


@pytest.mark.parametrize(
    ("form", "share", "told"),
    [
        ("bv", None, True),
        ("vof", None, False),
        ("eenmanszaak", None, False),
        ("bv", "0.999", False),
        ("bv", "0.9989", True),
        ("bv", "1", False),
    ],
)
def test_only_capital_has_holders_and_rounding_is_none(form: str, share: str | None, told: bool) -> None:
    relations = () if share is None else (holds("p1", "s", share),)
    assert ("s" in left(*relations, parties=(company("s", form),))) is told


def test_of_a_person_and_of_more_than_the_whole_nothing_is_left() -> None:
    assert left(holds("p1", "p2", "0.3"), subject=("p9",)) == {}
    assert left(holds("p1", "s", "0.8"), holds("p2", "s", "0.8")) == {}


def test_a_small_part_of_the_subject_that_is_left_cannot_hide_control() -> None:
    assert left(holds("p1", "s", "0.75"))["s"].task == ""
    assert left(holds("p1", "s", "0.74"))["s"].task != ""
    assert left(holds("p1", "s", "1", until=day("2025")))["s"].unknown == 1
