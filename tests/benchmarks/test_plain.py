# SPDX-License-Identifier: EUPL-1.2
"""Opening a store and single durable changes, against SQLite's own API on the same encrypted file in the same run.

Two ratios are told. The narrow one is judged. For a change it holds all that the storage does against the same
statements with the same values: what remains is finding out what changed, the JSON, the marks, the chain, and the way
through SQLAlchemy. For opening it holds it against the same reading with the same check of every page. The broad one
is told: a change together with the summary that the list shows, and opening against reading without any check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

import main
from assessment.dossier.answer import Answer
from assessment.ports import DossierId, UnitOfWork
from assessment.services import drafts
from assessment.services.dossiers import find, open_, record, summarise
from storage.dossier_file import read_examples
from storage.keys.secret import password_bytes
from storage.keys.slot import SlotKind
from storage.opened import OpenStore
from storage.vault import FolderVault
from tests.benchmarks.measuring import middle, tell
from tests.benchmarks.plain import Copies, connect, copies, key_of, replay, statements_of
from tests.journeys.places import PASSWORD

pytestmark = pytest.mark.benchmark

RUNS, OPENINGS = 60, 120
WARM = 10
COMMIT, OPENING = 2.0, 1.3
"""Times SQLite's own API."""

Change = Callable[[UnitOfWork, int], object]
NOTE = "toelichting die de behandelaar nu typt, voor de zoveelste keer: "

READS = (
    "SELECT count(*) FROM sqlite_master", "PRAGMA application_id", "PRAGMA user_version",
    "SELECT version_num FROM alembic_version", "SELECT value FROM setting WHERE name='user'",
    "SELECT max(seq) FROM journal", "SELECT mac FROM journal_head",
)  # fmt: skip
CHECK = "PRAGMA cipher_integrity_check"
LIST = "SELECT * FROM dossier ORDER BY changed_at DESC, number DESC LIMIT 500"


@pytest.fixture
def side_by_side(store: tuple[FolderVault, DossierId], tmp_path: Path) -> Iterator[tuple[Copies, DossierId]]:
    vault, id_ = store
    with copies(vault, tmp_path) as made:
        yield made, id_


def compared(made: Copies, change: Change) -> tuple[list[float], list[float]]:
    """Do the same changes by turns in our store and, statement by statement, through SQLite's own API."""
    told = [statements_of(lambda n=n: change(made.heard.work(), n)) for n in range(RUNS + WARM)]
    ours, plain = [], []
    for turn, statements in enumerate(told):
        begun = perf_counter()
        change(made.ours.work(), turn)
        done = perf_counter()
        replay(made.plain, statements)
        ours.append(done - begun)
        plain.append(perf_counter() - done)
    return sorted(ours[WARM:]), sorted(plain[WARM:])


def judged(what: str, ours: list[float], plain: list[float], bar: float) -> None:
    """Take the best of both, or else the medians: other work on the machine hits now the one, now the other."""
    ratio, median_ratio = ours[0] / plain[0], middle(ours) / middle(plain)
    tell(what, ours=ours[0], plain=plain[0], ratio=ratio, median_ratio=median_ratio)
    assert min(ratio, median_ratio) <= bar


def test_an_answer(side_by_side: tuple[Copies, DossierId]) -> None:
    made, id_ = side_by_side
    catalogue = main.catalogue()
    dossier = open_(made.ours.work(), id_)
    summary = summarise(dossier, catalogue)

    def keep(work: UnitOfWork, turn: int) -> None:
        with work:
            work.dossiers.keep(id_, dossier.with_answer(Answer("IDA-05", "ja", note=f"{NOTE}{turn}")), summary)
            work.commit()

    def whole(work: UnitOfWork, turn: int) -> None:
        record(work, id_, dossier.with_answer(Answer("IDA-05", "nee", note=f"{NOTE}{turn}")), catalogue)

    judged("an answer kept", *compared(made, keep), COMMIT)
    ours, plain = compared(made, whole)
    tell("an answer with its summary (broad)", ours=ours[0], plain=plain[0], ratio=ours[0] / plain[0])


def test_a_draft(side_by_side: tuple[Copies, DossierId]) -> None:
    made, id_ = side_by_side
    judged("a draft", *compared(made, lambda work, n: drafts.keep(work, id_, "f1.description", f"{NOTE}{n}")), COMMIT)


def test_a_line_of_the_journal(side_by_side: tuple[Copies, DossierId]) -> None:
    made, id_ = side_by_side

    def note(work: UnitOfWork, turn: int) -> None:
        with work:
            work.journal.note("dossier.exported", id_, f"{NOTE}{turn}")
            work.commit()

    judged("a line of the journal", *compared(made, note), COMMIT)


def read_plainly(vault: FolderVault, key: bytes, check: tuple[str, ...]) -> float:
    """Open the file and read what opening reads, and the first rows; gives the seconds, without those of closing."""
    begun = perf_counter()
    with closing(connect(vault._files.database, key)) as connection:
        for words in (*READS, *check):
            connection.execute(words).fetchall()
        vault._files.anchor.read_bytes()
        assert len(connection.execute(LIST).fetchall()) > 1
        return perf_counter() - begun


def opened(vault: FolderVault, store_key: bytearray, id_: bytes) -> float:
    begun = perf_counter()
    store = OpenStore.open_(vault._files, (store_key,), id_, main.now)
    assert len(find(store.work())) > 1
    taken = perf_counter() - begun
    store.forget()
    return taken


@pytest.mark.parametrize("times", [11, 40])
def test_opening(store: tuple[FolderVault, DossierId], times: int) -> None:
    """From the key of the store to the first rows of the list: what makes that key of a password is not counted.

    The less there is to check, the more what each opening costs weighs.
    """
    vault, _ = store
    with vault.work() as work:
        for example in read_examples(main.catalogue()) * times:
            work.dossiers.add(example, summarise(example, main.catalogue()))
        work.commit()
    key, found = key_of(vault), vault._keys.read()
    entry = found.open_(SlotKind.PASSWORD, password_bytes(PASSWORD))
    assert entry
    store_key = entry.store_key
    vault.lock()
    runs = [
        (opened(vault, store_key, found.vault), read_plainly(vault, key, (CHECK,)), read_plainly(vault, key, ()))
        for _ in range(OPENINGS)
    ]
    ours, checked, bare = (sorted(taken[WARM:]) for taken in zip(*runs, strict=True))
    what = f"opening, {4 * times} dossiers"
    tell(f"{what}, without the check (broad)", ours=ours[0], plain=bare[0], ratio=ours[0] / bare[0])
    judged(what, ours, checked, OPENING)
