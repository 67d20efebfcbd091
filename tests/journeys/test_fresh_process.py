# SPDX-License-Identifier: EUPL-1.2
"""A lock ends the process: the next one goes on where one was, and its memory holds nothing of what was open."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import main
from assessment.exchange import write_dossier
from assessment.services.dossiers import add, record
from storage.dossier_file import read_examples
from storage.keys.derive import Use, key_for
from storage.vault import FolderVault
from tests.journeys.children import PATIENCE, Child, child
from tests.journeys.places import CHEAP, NAME, PASSWORD
from tests.journeys.renewing import HALF, REST, TOLD
from tests.journeys.spots import SPOTS, allow

PIECE = 1 << 24
LINE = re.compile(r"(\S+) (\S+) ?(.*)")
SECRET = f"onraadbaar {os.urandom(8).hex()}"
"""The password of the store of which the memory is searched; no module holds it but this one."""
MARK = f"Zwaluwnest{os.urandom(8).hex()}"
USER = f"Ada {os.urandom(8).hex()}"


class Next:
    """The process that took the place of another, by what it writes in a file."""

    def __init__(self, told: Path, first: Child) -> None:
        self._told, self._first = told, first

    def hears(self, word: str) -> str:
        """Wait for a line with this word and give the rest of it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self._told.read_text("utf-8") if self._told.exists() else ""
            for _, said, rest in LINE.findall(text):
                if said == word:
                    return str(rest)
            time.sleep(0.05)
        raise AssertionError(f"the next process never told {word!r}; {self._first.stderr()}")


def made(folder: Path, password: str, user: str = NAME) -> FolderVault:
    vault = FolderVault(folder, main.now, CHEAP)
    vault.create(user, password)
    vault.confirm_recovery()
    add(vault.work(), read_examples(main.catalogue())[0], main.catalogue())
    allow(vault)
    return vault


@pytest.mark.parametrize("spot", SPOTS)
def test_half_a_sentence_is_back_in_its_field_with_the_keyboard_in_it(folder: Path, tmp_path: Path, spot: str) -> None:
    made(folder, PASSWORD).lock()
    told = tmp_path / "told"
    with child("goes_on", folder, spot, **{TOLD: str(told)}) as first:
        first.hears("locks")
        assert first.ends() == 0, first.stderr()
        following = Next(told, first)
        assert following.hears("holds").strip() == HALF
        assert following.hears("then").strip() == HALF + REST
        following.hears("done")
        assert "Traceback" not in first.stderr()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one read the memory of another process as a file")
def test_the_memory_of_the_next_process_holds_nothing_of_what_was_open(folder: Path, tmp_path: Path) -> None:
    vault = made(folder, SECRET, USER)
    keys = keys_of(vault)
    marked(vault)
    vault.lock()
    told = tmp_path / "told"
    with child("remembers", folder, **{TOLD: str(told)}) as first:
        first.process.stdin.write(f"{SECRET}\n")
        first.process.stdin.flush()
        first.hears("open")
        sought = forms({"mark": MARK, "password": SECRET, "user": USER}) | keys
        before = found_in(first.process.pid, sought)
        assert {"mark", "database key", "user"} <= before, f"the search itself finds only {before}"
        first.tells()
        assert first.ends() == 0, first.stderr()
        pid = int(Next(told, first).hears("asks"))
        try:
            assert pid != first.process.pid
            assert not Path(f"/proc/{first.process.pid}").exists()
            assert words_of(pid, "cmdline") | words_of(pid, "environ") >= {f"{TOLD}={told}".encode()}
            assert found_in(pid, sought) == set()
            assert found_in(pid, {"what is there": [b"Open de kluis"]}), "the memory was read"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def keys_of(vault: FolderVault) -> dict[str, list[bytes]]:
    """Give the keys of a store as they may stand in memory: bare, and as the hexadecimals that SQLCipher is given."""
    with vault._confirmed(SECRET) as (found, entry):
        store_key = entry.store_key
        keys = {"store key": bytes(store_key), "database key": bytes(key_for(Use.DATABASE, store_key, found.vault)),
                "journal key": bytes(key_for(Use.JOURNAL, store_key, found.vault))}  # fmt: skip
    return {name: [key, key.hex().encode(), key.hex().upper().encode()] for name, key in keys.items()}


def marked(vault: FolderVault) -> None:
    """Put a mark in a dossier."""
    with vault.work() as work:
        (row,) = work.dossiers.find()
        dossier = work.dossiers.get(row.id)
    changed = replace(dossier, facts=tuple(replace(one, description=MARK) for one in dossier.facts))
    assert MARK in write_dossier(changed).decode()
    record(vault.work(), row.id, changed, main.catalogue())


def forms(words: dict[str, str]) -> dict[str, list[bytes]]:
    """Give each word in the ways in which Python, Qt and SQLite hold a text."""
    return {name: [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")] for name, word in words.items()}


def words_of(pid: int, what: str) -> set[bytes]:
    return set(Path(f"/proc/{pid}/{what}").read_bytes().split(b"\0"))


def found_in(pid: int, sought: dict[str, list[bytes]]) -> set[str]:
    """Name what stands anywhere in the memory of a process."""
    found: set[str] = set()
    for piece in memory(pid):
        found |= {name for name, codes in sought.items() if any(code in piece for code in codes)}
    return found


def memory(pid: int) -> Iterator[bytes]:
    """Give all memory of a process that can be read, in pieces that overlap."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for line in maps.splitlines():
            span, rights = line.split()[:2]
            if not rights.startswith("r") or "[v" in line:
                continue
            at, end = (int(one, 16) for one in span.split("-"))
            while at < end:
                try:
                    file.seek(at)
                    piece = file.read(min(PIECE + 4096, end - at))
                except (OSError, ValueError):
                    break
                yield piece
                at += PIECE
