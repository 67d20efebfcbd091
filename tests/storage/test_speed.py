# SPDX-License-Identifier: EUPL-1.2
"""The bars of the blueprint: a list of 5,000 dossiers, a search over them, and one durable change."""

import time
from collections.abc import Iterator

import pytest

from assessment.control import Part
from storage.control import control
from storage.vault import FolderVault
from tests.storage.stores import (
    CHEAP,
    FILES,
    PASSWORD,
    Clock,
    add,
    answered,
    dossier_of,
    fill,
    keep,
    quickest,
    small,
)

DOSSIERS = 5000
LIST, SEARCH, CHANGE, LOCK = 0.3, 0.1, 0.05, 0.2
"""Seconds."""

LINES, WALK, CHECK = 100_000, 3, 15
"""Lines of the journal, seconds to walk them, and to check the whole store."""

UNLOCK = 0.5
"""Seconds beside the making of the key from the password."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FolderVault]:
    vault = FolderVault(tmp_path_factory.mktemp("vol") / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    fill(vault, DOSSIERS)
    yield vault
    vault.lock()


@pytest.mark.benchmark
def test_listing_and_searching_five_thousand_dossiers(full: FolderVault) -> None:
    def found(words: str, limit: int) -> int:
        with full.work() as work:
            return len(work.dossiers.find(words, limit))

    assert found("", DOSSIERS) == DOSSIERS
    assert quickest(lambda: found("", DOSSIERS)) < LIST
    for words, hits in (("2026-0042", 1), ("verzonnen fict", 500), ("v", 500), ("bestaatniet", 0)):
        assert found(words, 500) == hits
        assert quickest(lambda words=words: found(words, 500)) < SEARCH  # type: ignore[misc]


@pytest.mark.benchmark
def test_counting_what_is_found(full: FolderVault) -> None:
    def counted() -> int:
        with full.work() as work:
            return work.dossiers.count("verz")

    assert counted() == DOSSIERS
    assert quickest(counted) < SEARCH


@pytest.mark.benchmark
def test_one_answer_is_durable_in_time(full: FolderVault) -> None:
    dossier = max((dossier_of(path) for path in FILES), key=lambda one: len(one.answers) + len(one.facts))
    id_ = add(full, dossier)
    turns = iter(range(100))
    assert quickest(lambda: keep(full, id_, answered(dossier, "IDA-05", f"tekst {next(turns)}")), 10) < CHANGE


@pytest.mark.benchmark
def test_locking_and_unlocking_a_full_store_is_quick(full: FolderVault) -> None:
    def lock() -> None:
        full.unlock(PASSWORD)
        add(full, small())
        start = time.perf_counter()
        full.lock()
        locked.append(time.perf_counter() - start)

    locked: list[float] = []
    full.lock()
    quickest(lock, 3)
    start = time.perf_counter()
    full.unlock(PASSWORD)
    assert time.perf_counter() - start < UNLOCK
    assert min(locked) < LOCK


@pytest.mark.benchmark
def test_a_full_store_with_a_hundred_thousand_lines_is_checked_in_time(full: FolderVault) -> None:
    with full.work() as work:
        for _ in range(LINES - work.journal.entries(limit=1)[0].seq):
            work.journal.note("dossier.opened", "d1")
        work.commit()
    full.lock()
    moments: dict[Part, float] = {}
    found = control(full._files.folder, lambda: PASSWORD, lambda part: moments.update({part: time.perf_counter()}))
    end = time.perf_counter()
    assert found.is_whole
    assert moments[Part.ANCHOR] - moments[Part.JOURNAL] < WALK
    assert end - moments[Part.KEYS] < CHECK
