# SPDX-License-Identifier: EUPL-1.2
"""From an answer to the disk and to the screen: the store by itself, and the whole way through the real window."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import Qt

import main
from assessment.dossier.answer import Answer
from assessment.ports import DossierId
from assessment.services.dossiers import open_, record
from storage.vault import FolderVault
from tests.benchmarks.heart import BLOCKED, Heart
from tests.benchmarks.measuring import fixed_work, middle, scaled, tell, times
from tests.journeys.conftest import Start
from tests.journeys.gate import unlocks

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]

RUNS = 30
WARM = 5
"""Answers that do not count: the window still makes its other pages."""
DURABLE = 0.05
"""Seconds from an answer to the disk and the screen (blueprint 6)."""
QUESTION = "IDA-05"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator["sqlcipher.Connection"]:
    """The same library, the same settings, one table of one row."""
    connection = sqlcipher.connect(str(tmp_path / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{os.urandom(32).hex()}'\"")
    for setting in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    connection.execute("CREATE TABLE one(number INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("INSERT INTO one VALUES(1, '')")
    yield connection
    connection.close()


def test_an_answer_is_durable(store: tuple[FolderVault, DossierId], bare: "sqlcipher.Connection") -> None:
    """The ratio is told and not judged: on a disk with a cache a bare commit takes a tenth of a millisecond, and what a
    change costs is the comparing of the dossier with what was kept, which is Python."""
    vault, id_ = store
    dossier, catalogue = open_(vault.work(), id_), main.catalogue()
    turns = iter(range(RUNS * 2))

    def keep() -> None:
        answer = Answer(QUESTION, "ja", note=f"toelichting {next(turns)}")
        record(vault.work(), id_, dossier.with_answer(answer), catalogue)

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE one SET text = ?", (f"toelichting {next(turns)}",))
        bare.execute("COMMIT")

    ours, theirs, yardstick = times(keep, RUNS), times(commit, RUNS), times(fixed_work, 5)[0]
    tell("answer to disk", best=ours[0], median=middle(ours), bare_commit=theirs[0], ratio=ours[0] / theirs[0])
    assert ours[0] < scaled(DURABLE, yardstick)


def test_an_answer_is_durable_and_shown(store: tuple[FolderVault, DossierId], start: Start, qtbot: object) -> None:
    store[0].lock()
    officer = start()
    unlocks(officer)
    officer.opens_row("Dossiers", "BIB-")
    officer.waits_until(lambda: officer.says("a-grond: indicatie "), "the outcome")
    session = officer.window.desk.session
    officer.window.desk.page.go_to(QUESTION)
    officer.waits_until(lambda: officer.says("Toelichting"), "the question")
    heart, durable, shown, blocked = Heart(), [], [], []
    for number in range(WARM + RUNS):
        heart.longest()
        begun = perf_counter()
        with qtbot.waitSignals([session.settled, session.assessment_changed]):
            session.settled.connect(lambda begun=begun: durable.append(perf_counter() - begun))
            officer.keys((Qt.Key.Key_N, Qt.Key.Key_J)[number % 2])
        shown.append(perf_counter() - begun)
        blocked.append(heart.longest())
        session.settled.disconnect()
    durable, shown, blocked = sorted(durable[WARM:]), sorted(shown[WARM:]), sorted(blocked[WARM:])
    yardstick = times(fixed_work, 5)[0]
    tell("answer to disk and screen", durable=durable[0], shown=shown[0], median=middle(shown), still=middle(blocked))
    assert shown[0] < scaled(DURABLE, yardstick)
    assert blocked[0] < scaled(BLOCKED, yardstick)
