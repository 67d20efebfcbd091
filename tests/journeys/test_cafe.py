# SPDX-License-Identifier: EUPL-1.2
"""The whole way, once: from an empty machine to the advice of the café on paper, by mouse and keys alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

import main
from assessment.assess import assess
from assessment.exchange import codes_of, dossier_from_wire, dossier_to_wire
from assessment.journal import JournalEntry
from assessment.outcome import Assessment
from assessment.ports import UnitOfWork
from storage.vault import FolderVault
from tests.journeys import steps
from tests.journeys.conftest import Start
from tests.journeys.entering import Entry, Record
from tests.journeys.expected import differences as differences_of
from tests.journeys.expected import expected
from tests.journeys.gate import makes_a_store, unlocks
from tests.journeys.officer import Officer
from tests.journeys.paper import missing, words_of
from tests.journeys.places import CAFE, CHEAP, PASSWORD, TODAY, example

CTRL = Qt.KeyboardModifier.ControlModifier
PURPOSE = "Ter besluitvorming aan de burgemeester"
BLANK = 0.2
"""Seconds after which nothing of a dossier may show."""

NOTHING_SAID = {
    "attachments", "bureau_advices", "conditions", "deviation_reason", "hearings", "indicators", "permission", "plan",
    "reviews", "signals", "sources",
}  # fmt: skip
"""Where the paper says *none*, the officer left the field as it was: nothing is known."""


def test_from_an_empty_machine_to_paper(start: Start, folder: Path, tmp_path: Path) -> None:
    officer = start()
    makes_a_store(officer)
    paper, advice = example(CAFE), tmp_path / "advies.pdf"
    entry = Entry(officer, main.catalogue(), paper)
    enters(entry)
    locks(officer, paper)
    kept = stored(folder)
    assert list(unexplained(paper, kept)) == []
    assert list(differences_of(expected(CAFE, leave_out={"facts"}), assessed(kept))) == []
    unlocks(officer)
    officer.waits_until(lambda: officer.sees("Uw conclusie"), "the step where it was left")
    assert paper["conclusion"]["a"]["reasons"] == officer.holds("Redenen bij de a-grond")
    steps.export(entry, advice, PURPOSE)
    officer.window.lock()
    officer.waits_until(lambda: officer.sees("Wachtwoord"), "the way back in")
    # The preview may still be drawn, and the library that reads PDF cannot be used by two at once.
    officer.waits_until(lambda: officer.window.lanes.are_idle, "the end of all work")
    assert list(missing(words_of(paper, CAFE, entry.catalogue), advice)) == []
    assert list(missing(iter(["dit staat er niet"]), advice)) == ["dit staat er niet"]
    assert any(line.words == PURPOSE for line in journal(folder, "advice.exported"))


def enters(entry: Entry) -> None:
    """Enter the whole dossier, in the order in which an officer gets to know it."""
    officer = entry.officer
    officer.waits_until(lambda: officer.sees("Nieuw dossier"))
    officer.keys(Qt.Key.Key_N, CTRL)
    steps.begins(entry)
    officer.waits_until(lambda: officer.sees("Verloop"), "the first step")
    for step in (
        steps.application, steps.parties, steps.information, steps.relations, steps.financing, steps.facts,
        steps.screening, steps.weighing,
    ):  # fmt: skip
        step(entry)


def locks(officer: Officer, paper: Record) -> None:
    """Lock in the middle of the last sentence; at once nothing of the dossier shows."""
    words = {paper["reference"], *(one["name"] for one in paper["parties"])}
    assert officer.shows(words)
    began = time.perf_counter()
    officer.keys(Qt.Key.Key_L, CTRL)
    assert time.perf_counter() - began < BLANK
    assert not officer.shows(words)
    officer.waits_until(lambda: officer.sees("Wachtwoord"), "the way back in")


@contextmanager
def opened(folder: Path) -> Iterator[UnitOfWork]:
    """Open the store with a vault of our own; it must be whole."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    try:
        assert vault.faults() == ()
        with vault.work() as work:
            yield work
    finally:
        vault.lock()


def stored(folder: Path) -> Record:
    """Read what was kept."""
    with opened(folder) as work:
        (row,) = work.dossiers.find()
        return dossier_to_wire(work.dossiers.get(row.id))


def assessed(kept: Record) -> Assessment:
    """Assess what was kept."""
    return assess(dossier_from_wire(kept, codes_of(main.catalogue())), main.catalogue())


def journal(folder: Path, action: str) -> list[JournalEntry]:
    """Read what was noted about an action."""
    with opened(folder) as work:
        return [line for line in work.journal.entries(limit=100_000) if line.action == action]


def unexplained(paper: Record, kept: Record) -> Iterator[str]:
    """Name what differs between paper and store, beside ids, days of answering and what was left untouched."""
    for number, (fact, same) in enumerate(zip(paper["facts"], kept["facts"], strict=True), start=1):
        assert same["id"] == f"f{number}"
        fact["id"] = same["id"]
    for answer in paper["answers"]:
        answer["on"] = TODAY.isoformat()
    yield from differences(paper, kept, "$")


def differences(paper: Any, kept: Any, path: str) -> Iterator[str]:
    """Compare two JSON values."""
    if isinstance(paper, dict) and isinstance(kept, dict):
        for key in sorted({*paper, *kept}):
            if key in NOTHING_SAID and not paper.get(key) and key not in kept:
                continue
            yield from differences(paper.get(key, "absent"), kept.get(key, "absent"), f"{path}.{key}")
    elif isinstance(paper, list) and isinstance(kept, list) and len(paper) == len(kept):
        for at, (one, other) in enumerate(zip(paper, kept, strict=True)):
            yield from differences(one, other, f"{path}[{at}]")
    elif paper != kept:
        yield f"{path}: {paper!r} became {kept!r}"
