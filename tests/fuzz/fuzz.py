# SPDX-License-Identifier: EUPL-1.2
"""Feeds a reader changed files for some minutes, and keeps what it had not said before: for developers, outside CI.

    .venv/bin/python tests/fuzz/fuzz.py key-file --minutes 10

What a reader says, and from which line, tells a new way through it from an old one; a file that found one is kept in
`tests/fuzz/corpus`, from which the next run begins, and which the tests read as well. A reader that raises anything but
what it may, or takes too long, ends the run: the file is kept as `crash-…`.
"""

from __future__ import annotations

import argparse
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz.readers import FOLDER, READERS, Reader

PATIENCE = 10
"""Seconds that reading one small file may take."""

LARGEST_KEPT = 4 * 1024
"""Bytes."""


def main(arguments: list[str]) -> int:
    """Run; gives 1 when a reader did what it may not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where what is new is kept")
    asked = parser.parse_args(arguments)
    reader, folder = READERS[asked.reader], asked.folder / asked.reader
    tried = kept = 0
    for text, is_new, fault in run(reader, Random(asked.seed), 60 * asked.minutes):
        tried += 1
        if fault or (is_new and len(text) <= LARGEST_KEPT):
            kept += 1
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{'crash-' if fault else ''}{sha256(text).hexdigest()[:16]}").write_bytes(text)
        if fault:
            sys.stdout.write(fault)
    sys.stdout.write(f"{asked.reader}: {tried} files tried, {kept} kept in {folder}\n")
    return int(bool(fault)) if tried else 0


def run(reader: Reader, chance: Random, seconds: float) -> Iterator[tuple[bytes, bool, str]]:
    """Give each file that was tried, whether it found a new way, and what went wrong; ends at the first of those."""
    known = reader.start()
    seen = {outcome(reader, one)[0] for one in known}
    until = monotonic() + seconds
    while monotonic() < until:
        text = chance.choice(reader.changes)(chance.choice(known), known, chance)
        way, fault = outcome(reader, text)
        is_new = way not in seen
        seen.add(way)
        if is_new:
            known.append(text)
        yield text, is_new, fault
        if fault:
            return


def outcome(reader: Reader, text: bytes) -> tuple[str, str]:
    """Read one file; gives the way that it took, and what went wrong (empty: nothing)."""
    try:
        with _limited():
            return reader.read(text), ""
    except reader.says as said:
        return _way(said, text), "" if str(said).strip() else "it says nothing"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return _way(error, text), "".join(traceback.format_exception(error))


def _way(error: BaseException, text: bytes) -> str:
    """Name the kinds and lines of an exception and of those before it, and what it says that is not of the file."""
    found: list[str] = []
    one: BaseException | None = error
    while one is not None and len(found) < 4:
        frames = traceback.extract_tb(one.__traceback__)
        found.append(f"{type(one).__name__}:{frames[-1].name}:{frames[-1].lineno}" if frames else type(one).__name__)
        one = one.__context__
    told = getattr(error, "faults", ())
    found += sorted({_end_of(one.what, text.decode("utf-8", "replace")) for one in told})[:1]
    return " < ".join(found)


def _end_of(sentence: str, text: str) -> str:
    """Give the last words of a sentence that do not stand in the file."""
    return " ".join([one for one in sentence.split() if one.isalpha() and one not in text][-4:])


@contextmanager
def _limited() -> Iterator[None]:
    """End what takes too long; where the system has no alarm, it may take any time."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError(f"this took more than {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
