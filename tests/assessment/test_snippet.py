# SPDX-License-Identifier: EUPL-1.2
"""The piece of a text around what was sought, in the letters in which it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.snippet import BEFORE, LONGEST, snippet


def found(text: str, *sought: str) -> list[str]:
    piece, ranges = snippet([text], sought)
    return [piece[first:end] for first, end in ranges]


@pytest.mark.parametrize(
    ("text", "sought", "shown"),
    [
        ("Café met terras", ("cafe", "terr"), ["Café", "terr"]), ("Zoë Çelik-Łukasz", ("lukasz",), ["Łukasz"]),
        ("Groß und klein", ("gros",), ["Groß"]), ("IJsbrand ĳsbrand", ("ijs",), ["IJs", "ĳs"]),
        ("contant en CONTANT", ("contant",), ["contant", "CONTANT"]), ("ontcontant", ("contant",), []),
        ("geld", ("",), []), ("BIB-2026-0014", ("2026", "0014"), ["2026", "0014"]),
        ("e\u0301tage", ("etage",), ["e\u0301tage"]),
    ],
)  # fmt: skip
def test_the_found_words_are_pointed_at(text: str, sought: tuple[str, ...], shown: list[str]) -> None:
    assert found(text, *sought) == shown


def test_of_several_texts_the_one_with_most_found_words_is_shown() -> None:
    assert snippet(["een", "geld en pand", "geld"], ("geld", "pand"))[0] == "geld en pand"


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "begin " * 100 + "zilveren paraplu " + "einde " * 100
    piece, ranges = snippet([text], ("paraplu",))
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) <= LONGEST + 2
    assert ranges[0][0] <= BEFORE + 2
    assert piece[slice(*ranges[0])] == "paraplu"


def test_lines_become_spaces_and_nothing_gives_nothing() -> None:
    assert snippet(["een\n\n  twee\tdrie"], ("drie",))[0] == "een twee drie"
    assert snippet([], ("drie",)) == ("", ())
    assert snippet(["", "   "], ("drie",)) == ("", ())


@given(texts=st.lists(st.text(max_size=400), max_size=3), sought=st.lists(st.text(max_size=10), max_size=3))
def test_ranges_lie_in_the_piece_one_behind_the_other(texts: list[str], sought: list[str]) -> None:
    piece, ranges = snippet(texts, sought)
    at = 0
    for first, end in ranges:
        assert at <= first < end <= len(piece)
        at = end
