# SPDX-License-Identifier: EUPL-1.2
"""C13: what declares guilt and what does not."""

from pathlib import Path
from time import perf_counter

import pytest

from assessment.weighing.checks.guilt import guilty_words

from .balances import shipped

WORDS = shipped().checks.guilt


def sentences(name: str) -> list[str]:
    """One sentence to a line."""
    return (Path(__file__).parent / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", sentences("guilt"))
def test_guilt(text: str) -> None:
    assert guilty_words(text, WORDS)


@pytest.mark.parametrize("text", [*sentences("caution"), "", None])
def test_caution(text: str | None) -> None:
    assert guilty_words(text, WORDS) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Het Bureau vermoedt dat Een B.V. drugs heeft verhandeld. Hij heeft geld witgewassen.",
            "heeft geld witgewassen",
        ),
        ("Er is een verdenking; hij heeft geld witgewassen.", "heeft geld witgewassen"),
        ("De getuige zegt “hij heeft drugs verhandeld”. Hij is de “dader”.", "is de dader"),
    ],
)
def test_caution_reaches_no_further_than_its_own_clause(text: str, words: str) -> None:
    assert guilty_words(text, WORDS) == words


def test_what_somebody_else_said_between_quotation_marks_is_not_the_officers() -> None:
    for marks in ("“{}”", '"{}"', "«{}»", "‘{}’"):
        assert guilty_words("In de krant: " + marks.format("hij heeft drugs verhandeld"), WORDS) == ""
    assert guilty_words('Hij is een "witwasser".', WORDS) == "is een witwasser"
    assert guilty_words('In de krant: "hij pleegde fraude"', WORDS) == ""
    assert guilty_words('Hij is "een witwasser".', WORDS) == "is een witwasser"


def test_a_long_text_is_read_without_delay() -> None:
    clauses = "heeft, zo is gezegd, door de bestuurder is zich schuldig en "
    began = perf_counter()
    assert guilty_words(clauses * 400, WORDS) == ""
    assert perf_counter() - began < 2
