# SPDX-License-Identifier: EUPL-1.2
"""How a holding is told: its path in words, and what other paths add."""

from assessment.dossier.relation import Relation, Role
from assessment.inquiry.control import control

from .world import CATALOGUE, TODAY, dossier, holds, relation


def words(*relations: Relation) -> dict[tuple[str, str], str]:
    found = control(dossier(*relations), CATALOGUE, TODAY)
    return {(one.party, one.over): one.words.replace("\u00a0", " ") for one in found}


def test_the_path_is_told_in_words() -> None:
    got = words(holds("p1", "a", "0.6"), holds("a", "b", "0.5"), relation("p2", Role.DIRECTOR, "b"))
    assert got["p1", "b"] == "p1 is shareholder (60,00 %) van a; a is shareholder (50,00 %) van b"
    assert got["p2", "b"] == "p2 is director van b"


def test_where_other_paths_count_too_the_sum_is_told() -> None:
    ways = (holds("p1", "a", "0.5"), holds("p1", "b", "1"), holds("a", "c", "0.5"), holds("b", "c", "0.25"))
    got = words(*ways, holds("c", "d", "0.5"))
    assert got["p1", "c"].endswith(
        "a is shareholder (50,00 %) van c. Langs deze weg 25,00 %; langs alle wegen samen 50,00 %"
    )
    assert got["p1", "d"].endswith("Langs deze weg 12,50 %; langs alle wegen samen 25,00 %")
    assert "samen" not in got["p1", "a"]
    round_ = words(holds("p1", "a", "0.6"), holds("b", "a", "0.4"), holds("a", "b", "0.5"), holds("p2", "b", "0.5"))
    assert round_["p1", "a"].endswith("Langs deze weg 60,00 %; langs alle wegen samen 75,00 %")
    assert "samen" not in round_["a", "b"]


def test_a_path_of_votes_is_multiplied_by_votes() -> None:
    votes = relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.6")
    got = words(holds("p1", "a", "0.1"), votes, holds("a", "c", "0.5"), holds("p1", "b", "1"), holds("b", "c", "0.1"))
    assert got["p1", "c"].endswith("Langs deze weg 30,00 %; langs alle wegen samen 40,00 %")


def test_votes_and_shares_without_a_number_are_told_as_they_are() -> None:
    votes = relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "a", "0.6")
    got = words(holds("p1", "a", "0.1"), votes, holds("p2", "a", None), holds("p1", "b", "0.2"), holds("a", "b", "0.5"))
    assert got["p1", "a"] == "p1 is shareholder (10,00 %) en holder-of-voting-rights (60,00 %) van a"
    assert got["p2", "a"] == "p2 is shareholder (deel niet bekend) van a"
    assert got["p1", "b"] == (
        "p1 is shareholder (20,00 %) van b. Langs deze weg 20,00 %; langs alle wegen samen 50,00 %"
    )
    known_part = words(holds("p1", "a", "0.1", id="r1"), holds("p1", "a", None, id="r2"), holds("p1", "x", "1"),
                       holds("x", "a", "0.1"))  # fmt: skip
    assert known_part["p1", "a"] == "p1 is shareholder (10,00 %, deel niet bekend) van a"
