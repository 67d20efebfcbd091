# SPDX-License-Identifier: EUPL-1.2
"""A store is killed or locked while somebody types; for the thousand times: `python -m tests.journeys.kills 1000`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from storage.vault import FolderVault
from tests.journeys.children import ROOT
from tests.journeys.kill_worker import FIELD, Round
from tests.journeys.kills import Count, Heard, looks, makes
from tests.journeys.places import CHEAP, PASSWORD

ROUNDS = 1
"""Of the store by itself for each kill of the whole window (`--kills`): they are shorter."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker is a copy of the process")
def test_nothing_is_lost_however_it_ends(kills: int) -> None:
    command = [sys.executable, "-m", "tests.journeys.kills", str(kills * ROUNDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none lost, every store whole" in done.stdout


@pytest.fixture
def worked(folder: Path) -> tuple[Path, Round, Heard]:
    """A store in which somebody worked until it was locked, and what was told."""
    folder.parent.mkdir(parents=True)
    makes(folder)
    turn = Round(0, 1, False)
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    with vault.work() as work:
        (row,) = work.dossiers.find()
        work.drafts.keep(row.id, FIELD, "ronde0woord3")
        work.journal.note("dossier.exported", row.id, "ronde0woord2")
        work.commit()
    vault.lock()
    return folder, turn, Heard(10.0, [(1.0, ["kept", "draft", "3"]), (1.0, ["kept", "note", "2"])])


def test_what_is_there_is_seen(worked: tuple[Path, Round, Heard]) -> None:
    folder, turn, heard = worked
    looks(folder, turn, heard, Count())


@pytest.mark.parametrize(
    "line",
    [
        (9.9, ["kept", "draft", "4"]), (9.9, ["kept", "answer", "1"]), (9.9, ["kept", "note", "5"]),
        (9.9, ["kept", "dossier", "6"]), (7.9, ["typed", "draft", "4"]), (7.9, ["typed", "note", "1"]),
    ],
)  # fmt: skip
def test_what_was_lost_would_be_seen(worked: tuple[Path, Round, Heard], line: tuple[float, list[str]]) -> None:
    folder, turn, heard = worked
    with pytest.raises(AssertionError, match="lost of"):
        looks(folder, turn, Heard(heard.ended, [*heard.lines, line]), Count())


def test_what_was_typed_at_the_last_moment_may_be_lost(worked: tuple[Path, Round, Heard]) -> None:
    folder, turn, heard = worked
    looks(folder, turn, Heard(heard.ended, [*heard.lines, (8.1, ["typed", "draft", "4"])]), Count())
    with pytest.raises(AssertionError, match="lost of"):
        looks(
            folder, turn, Heard(heard.ended, [*heard.lines, (8.1, ["typed", "draft", "4"]), (9, ["locked"])]), Count()
        )
