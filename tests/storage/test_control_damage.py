# SPDX-License-Identifier: EUPL-1.2
"""No changed byte, in whatever part of whatever file, leaves a store that is called whole; the right part is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessment.control import Part
from storage.control import control
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, FILES, PASSWORD, Clock, add, bytes_of, dossier_of, flip

PAGE = 4096
RESERVED = 80
"""Bytes at the end of each page: its initialisation vector and its MAC."""

SALT, FIRST, BODY, SEAL, LAST = "salt", "first page", "page", "end of a page", "last page"

EVERYTHING = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 7))
"""Where in the region, and which bit."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("heel") / "kluis"
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    for path in FILES[:2]:
        add(vault, dossier_of(path))
    vault.lock()
    yield folder
    assert control(folder, lambda: PASSWORD, lambda _: None).is_whole


def told_after_flip(store: Path, name: str, offset: int, bit: int) -> tuple[set[Part], bool]:
    """Change one bit, check, see that the check changed nothing, and put it back."""
    path = store / name
    whole = path.read_bytes()
    flip(path, offset, 1 << bit)
    before = bytes_of(store)
    try:
        found = control(store, lambda: PASSWORD, lambda _: None)
        assert bytes_of(store) == before
    finally:
        path.write_bytes(whole)
    return {one.part for one in found.findings if not one.is_whole}, found.is_whole


def offset_in(region: str, place: float, size: int) -> int:
    """Give an offset in the database within a region of it."""
    pages = size // PAGE
    start, length = {
        SALT: (0, 16),
        FIRST: (16, PAGE - 16),
        BODY: (PAGE, (pages - 1) * PAGE),
        LAST: (size - PAGE, PAGE),
        SEAL: ((1 + int(place * (pages - 1))) * PAGE - RESERVED, RESERVED),
    }[region]
    return start + int(place * length)


@pytest.mark.parametrize("region", [SALT, FIRST, BODY, SEAL, LAST])
@given(at=EVERYTHING)
@example(at=(0.0, 0))
@settings(max_examples=20, deadline=None)
def test_a_changed_byte_of_the_database_is_told(store: Path, region: str, at: tuple[float, int]) -> None:
    place, bit = at
    offset = offset_in(region, place, (store / "store.db").stat().st_size)
    broken, is_whole = told_after_flip(store, "store.db", offset, bit)
    assert Part.DATABASE in broken
    assert not is_whole


@given(at=EVERYTHING)
@settings(max_examples=100, deadline=None)
def test_a_changed_byte_of_the_key_file_is_told(store: Path, at: tuple[float, int]) -> None:
    place, bit = at
    size = (store / "store.keys.json").stat().st_size
    assert told_after_flip(store, "store.keys.json", int(place * size), bit) == ({Part.KEYS}, False)


@given(at=EVERYTHING)
@settings(max_examples=25, deadline=None)
def test_a_changed_byte_of_the_anchor_is_told(store: Path, at: tuple[float, int]) -> None:
    place, bit = at
    size = (store / "journal.anchor").stat().st_size
    assert told_after_flip(store, "journal.anchor", int(place * size), bit) == ({Part.ANCHOR}, False)
