# SPDX-License-Identifier: EUPL-1.2
"""The program in another process: started, listened to, and killed as by the system, without a word."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.socket_guard import python_path

ROOT = Path(__file__).parents[2]
TYPIST = Path(__file__).with_name("typist.py")
GUARDED = """
import runpy, sys
from tests import socket_guard
socket_guard.install()
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""Refuses the network to a script before anything else is loaded."""

FIRST_PAINT = Path(__file__).with_name("first_paint.py")

PATIENCE = 60.0
"""Seconds to wait for a word."""


@dataclass(frozen=True)
class Told:
    """One line of the child: when, which word, and the rest."""

    at: float
    word: str
    rest: str


class Child:
    """A process that tells what it does."""

    def __init__(self, process: subprocess.Popen[str], stderr: Path) -> None:
        self.process = process
        self.told: list[Told] = []
        self._stderr = stderr
        self._lines: queue.Queue[str] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def hears(self, word: str) -> Told:
        """Wait for a line with this word; the lines before it are remembered."""
        end = time.monotonic() + PATIENCE
        while True:
            line = self._next(end - time.monotonic())
            assert line is not None, f"it ended ({self.process.wait()}) before it told {word!r}; {self.stderr()}"
            if line.word == word:
                return line

    def tells(self) -> None:
        """Say to go on."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def kill(self) -> float:
        """End it without a word; gives the time just before. What it told until then is remembered."""
        at = time.monotonic()
        self.process.kill()
        self.process.wait()
        while self._next(PATIENCE) is not None:
            pass
        return at

    def lives_for(self, seconds: float) -> bool:
        """Let it go on for so long; says whether it still lives."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def ends(self) -> int:
        """Wait until it ends by itself; gives its exit code."""
        while self._next(PATIENCE) is not None:
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End it if it still lives, and let go of its pipes."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        self.process.stdout.close()
        self.process.stdin.close()

    def stderr(self) -> str:
        """Give what it complained of."""
        return self._stderr.read_text("utf-8", "replace")

    def _next(self, seconds: float) -> Told | None:
        """Give the next line, or nothing once it has ended."""
        try:
            line = self._lines.get(timeout=max(seconds, 0.001))
        except queue.Empty:
            raise AssertionError(f"nothing was told for {PATIENCE} seconds; {self.stderr()}") from None
        if not line:
            return None
        at, word, rest = (*line.rstrip("\n").split(" ", 2), "")[:3]
        self.told.append(Told(float(at), word, rest))
        return self.told[-1]

    def _listen(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put("")


@dataclass(frozen=True)
class FirstPaint:
    """How it stood at the first paint: seconds since the start, what was imported, what asked for the network."""

    seconds: float
    modules: frozenset[str]
    network: list[str]


def first_paint(*arguments: str, guarded: bool = True, compiled: Path | None = None) -> FirstPaint:
    """Start the program (on a folder) or an empty window, and wait for its first paint.

    `compiled` is where Python keeps compiled modules between two starts, as it does on a user's machine.
    """
    begin = ["-c", GUARDED] if guarded else []
    command = [sys.executable, *begin, str(FIRST_PAINT), *arguments]
    environment = {**os.environ, "PYTHONPATH": python_path(ROOT) if guarded else str(ROOT)}
    if compiled is not None:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    started = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr.decode()
    seen = json.loads(done.stdout)
    return FirstPaint(seen["at"] - started, frozenset(seen["modules"]), seen["network"])


@contextmanager
def child(action: str, folder: Path, spot: str = "", **environment: str) -> Iterator[Child]:
    """Start the program; it is killed when the block is left, if it still lives."""
    stderr = folder.with_name(f"{folder.name}.stderr")
    stderr.parent.mkdir(parents=True, exist_ok=True)
    with stderr.open("w", encoding="utf-8") as complaints:
        process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", "-c", GUARDED, str(TYPIST), action, str(folder), spot],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": python_path(ROOT), **environment},
        )  # fmt: skip
    made = Child(process, stderr)
    try:
        yield made
    finally:
        made.close()
