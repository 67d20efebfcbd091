# SPDX-License-Identifier: EUPL-1.2
"""Searching what officers typed: by beginnings of words, in any part, and never as a command."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Location
from assessment.dossier.party import Person
from storage import search
from storage.vault import FolderVault
from tests.storage.stores import add, keep, small

CAFE = replace(
    small("BIB-2026-0014"),
    application=Application(activity="Café ‘De Verzonnen Vink’", location=Location(street="Denkbeeldstraat 12")),
    parties=(Person("p1", "Zoë Çelik-Łukasz"), Person("p2", "Jørgen IJsbrandsen", note="belt altijd 's avonds")),
)
OTHER = replace(
    small("BIB-2026-0015"),
    parties=(Person("p1", "Daan Fictema"),),
    answers=(Answer("IDA-05", "ja", note="100% zeker; a OR b NOT c*"),),
)


def found(vault: FolderVault, words: str) -> set[str]:
    with vault.work() as work:
        rows = work.dossiers.find(words)
        assert work.dossiers.count(words) == len(rows)
    return {row.summary.reference for row in rows}


@pytest.mark.parametrize(
    "words",
    [
        "café", "cafe", "CAFÉ", "verz vink", "vink verz", "denkbeeldstraat 12", "zoe", "celik", "lukasz", "Łukasz",
        "jorgen", "ijsbrand", "ĳsbrand", "avonds", "2026-0014", "BIB-2026-0014", "  vink  ", "vink !", '"vink"',
        "zoe denkbeeld",
    ],
)  # fmt: skip
def test_it_is_found(filled: FolderVault, words: str) -> None:
    assert found(filled, words) == {"BIB-2026-0014"}


@pytest.mark.parametrize("words", ["ink", "vink zeker", "café thee", "p1", "person", "bestaatniet", "vink NOT zeker"])
def test_it_is_not_found(filled: FolderVault, words: str) -> None:
    assert found(filled, words) == set()


@pytest.mark.parametrize("words", ["", "   ", "!?", '"', "*"])
def test_without_words_everything_is_listed(filled: FolderVault, words: str) -> None:
    assert found(filled, words) == {"BIB-2026-0014", "BIB-2026-0015"}


@pytest.mark.parametrize(
    "words",
    ["100%", "a OR b", "NOT", "(zeker", "note:zeker", "words:zeker", "zeker NEAR vink", "^zeker", "zek\0er", "' OR 1=1",
     "{zeker vink}:c", "zeker -vink", "zeker NOT bestaatniet", '"zeker" OR "vink"', "zeker + vink"],
)  # fmt: skip
def test_nothing_typed_is_a_command(filled: FolderVault, words: str) -> None:
    """As a command several of these would find the other dossier, or be refused."""
    assert "BIB-2026-0014" not in found(filled, words)


@given(words=st.text(max_size=30))
def test_anything_may_be_typed(filled_once: FolderVault, words: str) -> None:
    assert found(filled_once, words) <= {"BIB-2026-0014", "BIB-2026-0015"}


def test_a_changed_word_is_found_and_the_old_one_is_not(vault: FolderVault) -> None:
    id_ = add(vault, CAFE)
    keep(vault, id_, replace(CAFE, application=Application(activity="Eethuis")))
    assert found(vault, "eethuis") == {"BIB-2026-0014"}
    assert found(vault, "vink") == set()
    assert found(vault, "zoe") == {"BIB-2026-0014"}


def test_what_was_taken_away_is_not_in_the_index_any_more(vault: FolderVault) -> None:
    def is_indexed() -> bool:
        with vault._opened()._engine.connect() as connection:
            blocks = connection.exec_driver_sql("SELECT block FROM search_data").scalars().all()
            texts = connection.exec_driver_sql("SELECT c0 FROM search_content").scalars().all()
        # The index leaves out the beginning that a word shares with the one before it.
        return any(b"ukasz" in block for block in blocks) or any("lukasz" in text for text in texts)

    id_ = add(vault, CAFE)
    assert is_indexed()
    keep(vault, id_, replace(CAFE, parties=()))
    assert not is_indexed()


def test_a_very_long_search_is_cut_off(filled: FolderVault) -> None:
    assert found(filled, "vink " * 5000) == {"BIB-2026-0014"}
    assert len(search.all_occur("vink " * 5000)) == search.MOST_WORDS
