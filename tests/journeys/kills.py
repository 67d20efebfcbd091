# SPDX-License-Identifier: EUPL-1.2
"""Kill or lock a store at random moments while somebody types, very often, and look each time whether all is there.

Run with: python -m tests.journeys.kills 1000 [SEED]. A copy of this process works with the store (nothing has to be
loaded again, so a round is short); it is ended as by the system, without a word, or told to lock, or both at once.

After each round: what was told to be kept is there; what was typed two seconds before the end is there; every page,
the journal, its anchor and every part are whole; and the search finds what was kept and knows of nothing else.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import main
from assessment.services.dossiers import add, find
from storage import search
from storage.control import control
from storage.dossier_file import read_examples
from storage.vault import FolderVault
from tests import socket_guard
from tests.journeys.kill_worker import FIELD, QUESTION, Round, Worker
from tests.journeys.places import CHEAP, NAME, PASSWORD

SAFE = 2.0
"""Seconds after which what was typed is safe."""
SHORTEST, LONGEST = 0.0, 2.6
"""Seconds that somebody works before the end comes."""
LONGEST_LOCK = 0.03
"""Seconds after the word to lock within which it is killed, where it is killed while it locks."""
ROUNDS_OF_A_STORE = 100
CHECKED_EVERY = 20
KILL, LOCK, BOTH = "killed", "locked", "killed while locking"


@dataclass
class Heard:
    """What the worker told until its end, and when that was."""

    ended: float
    lines: list[tuple[float, list[str]]]

    def numbers(self, word: str, kind: str, until: float = float("inf")) -> list[int]:
        return [int(words[2]) for at, words in self.lines if words[:2] == [word, kind] and at <= until]

    def due(self, kind: str) -> list[int]:
        """Give what must be there though nobody was told so: typed in time, or before it locked by itself."""
        is_locked = any(words[0] == "locked" for _, words in self.lines)
        return self.numbers("typed", kind, float("inf") if is_locked else self.ended - SAFE)

    @property
    def gone(self) -> set[str]:
        return {words[1] for _, words in self.lines if words[0] == "gone"}


@dataclass
class Count:
    """How often what happened."""

    ends: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    old: int = 0


def works_and_ends(folder: Path, turn: Round, how: str, chance: random.Random) -> Heard:
    """Let somebody work in a process of its own, and end it."""
    telling, told = os.pipe()
    hearing, ear = os.pipe()
    child = os.fork()
    if child == 0:
        _be(folder, turn, told, hearing)
    os.close(told)
    os.close(hearing)
    time.sleep(chance.uniform(SHORTEST, LONGEST))
    if how != KILL:
        os.write(ear, b"!")
    if how == BOTH:
        time.sleep(chance.uniform(0, LONGEST_LOCK))
    ended = time.monotonic()
    if how != LOCK:
        os.kill(child, signal.SIGKILL)
    with os.fdopen(telling) as lines:
        heard = [(float(at), words) for at, *words in (line.split() for line in lines)]
    _, status = os.waitpid(child, 0)
    os.close(ear)
    assert status in ((0,) if how == LOCK else (0, signal.SIGKILL)), f"it ended with {status}"
    return Heard(ended, heard)


def _be(folder: Path, turn: Round, told: int, ear: int) -> None:
    """Be the worker; nothing of the parent may go on in here."""
    status = 1
    try:
        Worker(folder, turn, told).works(ear)
        status = 0
    finally:
        os._exit(status)


def looks(folder: Path, turn: Round, heard: Heard, count: Count) -> None:
    """Open the store as a next start would, and hold it against what was told."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    try:
        assert vault.warnings() == (), vault.warnings()
        assert vault.faults() == (), vault.faults()
        with vault._opened()._engine.connect() as connection:
            _, missing, left = search.count(connection)
        assert (missing, left) == (0, 0)
        _nothing_is_lost(vault, turn, heard, count)
    finally:
        vault.lock()


def _nothing_is_lost(vault: FolderVault, turn: Round, heard: Heard, count: Count) -> None:
    (row,) = [one for one in find(vault.work()) if one.summary.reference == "BLIJFT"]
    with vault.work() as work:
        answer = work.dossiers.get(row.id).answer_to(QUESTION)
        texts = {
            "answer": [str(answer.note) if answer else ""],
            "draft": [work.drafts.all(row.id).get(FIELD, "")],
            "note": [one.detail for one in work.journal.entries(row.id, 5000) if one.action == "dossier.exported"],
            "dossier": [one.summary.reference for one in work.dossiers.find()],
        }
        gone = heard.gone & {one.id for one in work.dossiers.find()}
    assert not gone
    for kind, there in texts.items():
        _is_there(kind, {_number(text, turn) for text in there}, heard, count)
    newest = max(heard.numbers("kept", "answer"), default=0)
    if newest and texts["answer"] == [f"ronde{turn.number}woord{newest}"]:
        assert row.id in {one.id for one in find(vault.work(), texts["answer"][0])}


def _is_there(kind: str, there: set[int], heard: Heard, count: Count) -> None:
    """Of answer and draft the newest counts, of notes and dossiers each by itself."""
    kept = heard.numbers("kept", kind)
    old = heard.due(kind)
    count.kept += len(kept)
    count.old += len(old)
    due = sorted({*kept, *old})
    if kind in ("answer", "draft"):
        due = [one for one in due[-1:] if max(there) < one]
    elif kind == "dossier":  # the oldest are taken away by the worker itself
        due = due[-3:]
    lost = {*due} - there
    assert not lost, f"lost of {kind}: {lost}; there: {there}"


def _number(text: str, turn: Round) -> int:
    """Give the number of a word of this round; nought for one of an earlier round."""
    head = f"ronde{turn.number}woord"
    return int(text.removeprefix(head)) if text.startswith(head) else 0


def makes(folder: Path) -> None:
    """Make a store with one dossier that stays."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    catalogue = main.catalogue()
    cafe = read_examples(catalogue)[0]
    add(vault.work(), replace(cafe, reference="BLIJFT"), catalogue)
    vault.lock()


def kills(rounds: int, seed: int) -> Count:
    """Do so many rounds; raises AssertionError at the first that loses something."""
    chance, count = random.Random(seed), Count()
    with tempfile.TemporaryDirectory() as place:
        for number in range(rounds):
            folder = Path(place) / f"kluis-{number // ROUNDS_OF_A_STORE}"
            if not folder.exists():
                makes(folder)
            how = chance.choices((KILL, LOCK, BOTH), (6, 2, 2))[0]
            turn = Round(number, chance.randrange(2**32), chance.random() < 0.1)
            heard = works_and_ends(folder, turn, how, chance)
            count.ends[how] += 1
            if number % CHECKED_EVERY == 0:
                found = control(folder, lambda: PASSWORD, lambda _: None)
                assert found.is_whole, found
            looks(folder, turn, heard, count)
    return count


if __name__ == "__main__":
    socket_guard.install()
    begun = time.monotonic()
    rounds = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(2**32)
    print(f"seed {seed}", flush=True)  # noqa: T201
    found = kills(rounds, seed)
    ends = ", ".join(f"{how} {times}" for how, times in sorted(found.ends.items()))
    print(  # noqa: T201
        f"{rounds} rounds in {time.monotonic() - begun:.0f} s ({ends}): {found.kept} changes told to be kept,"
        f" {found.old} due without being told; none lost, every store whole"
    )
