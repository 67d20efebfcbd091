# SPDX-License-Identifier: EUPL-1.2
"""Somebody who works with a store at typing speed, in a process that may be killed at any moment.

What is typed goes to a thread of its own that always keeps the newest, as the session of the window does; so typed and
kept are two moments, and each is told to the parent when it is there.
"""

from __future__ import annotations

import os
import random
import select
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import main
from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.ports import DossierId
from assessment.services import drafts
from assessment.services.dossiers import add, find, open_, record
from storage.vault import FolderVault
from tests.journeys.places import CHEAP, PASSWORD

FIELD, QUESTION = "f1.description", "IDA-05"
MOST_DOSSIERS = 6
SLOWEST = 0.04
"""Seconds between two words."""

Tell = Callable[..., None]


@dataclass(frozen=True)
class Round:
    """One time that somebody works: what the words begin with, the seed, and whether a backup is made meanwhile."""

    number: int
    seed: int
    backs_up: bool


class Keeper:
    """Keeps what was handed in, the newest of each kind, on a thread of its own."""

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], None]] = {}
        self._there = threading.Condition()
        self._is_done = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def hand_in(self, kind: str, work: Callable[[], None]) -> None:
        with self._there:
            self._waiting[kind] = work
            self._there.notify()

    def settle(self) -> None:
        """Keep what is waiting, and stop."""
        with self._there:
            self._is_done = True
            self._there.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._there:
                self._there.wait_for(lambda: self._waiting or self._is_done)
                if not self._waiting:
                    return
                work = self._waiting.pop(next(iter(self._waiting)))
            work()


class Worker:
    """Types an answer and a draft, notes in the journal, begins dossiers and takes some away."""

    def __init__(self, folder: Path, turn: Round, pipe: int) -> None:
        self._turn, self._pipe = turn, pipe
        self._chance = random.Random(turn.seed)
        self._vault = FolderVault(folder, main.now, CHEAP)
        self._catalogue = main.catalogue()
        self._typed = 0

    def works(self, ear: int) -> None:
        """Work until the parent says to lock."""
        self._vault.unlock(PASSWORD)
        rows = find(self._vault.work())
        self._id = next(one.id for one in rows if one.summary.reference == "BLIJFT")
        self._others = [one.id for one in rows if one.id != self._id]
        self._dossier = open_(self._vault.work(), self._id)
        self._tell("open")
        keeper = Keeper()
        backing_up = threading.Thread(target=self._vault.back_up)
        if self._turn.backs_up:
            backing_up.start()
        while not select.select([ear], [], [], self._chance.uniform(0.002, SLOWEST))[0]:
            self._types(keeper)
        keeper.settle()
        self._tell("locks")
        self._vault.lock()
        self._tell("locked")

    def _types(self, keeper: Keeper) -> None:
        """Type one word, somewhere."""
        self._typed += 1
        number = self._typed
        kind = self._chance.choices(("answer", "draft", "note", "dossier"), (6, 6, 3, 1))[0]
        work = {"answer": self._answer, "draft": self._draft, "note": self._note, "dossier": self._begin}[kind](number)
        self._tell("typed", kind, number)
        if kind in ("answer", "draft"):
            keeper.hand_in(kind, lambda: self._kept(kind, number, work))
        else:  # each is a thing of its own; a newer one does not overtake it
            keeper.hand_in(f"{kind} {number}", lambda: self._kept(kind, number, work))

    def _kept(self, kind: str, number: int, work: Callable[[], None]) -> None:
        work()
        self._tell("kept", kind, number)

    def _answer(self, number: int) -> Callable[[], None]:
        answer = Answer(QUESTION, "ja", note=self._words(number))
        dossier = self._dossier = self._dossier.with_answer(answer)
        return lambda: self._record(dossier)

    def _record(self, dossier: Dossier) -> None:
        record(self._vault.work(), self._id, dossier, self._catalogue)

    def _draft(self, number: int) -> Callable[[], None]:
        return lambda: drafts.keep(self._vault.work(), self._id, FIELD, self._words(number))

    def _note(self, number: int) -> Callable[[], None]:
        def note() -> None:
            with self._vault.work() as work:
                work.journal.note("dossier.exported", self._id, self._words(number))
                work.commit()

        return note

    def _begin(self, number: int) -> Callable[[], None]:
        def begin() -> None:
            made = replace(self._dossier, reference=self._words(number))
            self._others.append(add(self._vault.work(), made, self._catalogue))
            if len(self._others) > MOST_DOSSIERS:
                self._drops(self._others.pop(0))

        return begin

    def _drops(self, id_: DossierId) -> None:
        with self._vault.work() as work:
            work.destroyed.remove(id_)
            work.commit()
        self._tell("gone", id_)

    def _words(self, number: int) -> str:
        """Give the text as it stands after this word: it tells the round and the number."""
        return f"ronde{self._turn.number}woord{number}"

    def _tell(self, *words: object) -> None:
        os.write(self._pipe, (" ".join(map(str, (time.monotonic(), *words))) + "\n").encode())
