# SPDX-License-Identifier: EUPL-1.2
"""How many small faults, put into the code one at a time, its tests notice: for developers, outside CI.

    python -m pip install --target ../cosmic cosmic-ray==8.7.0
    .venv/bin/python tests/mutation/mutate.py --operators ../cosmic assessment/screening

The operators are those of cosmic-ray 8.7. The tests are loaded once; for every fault the process forks (so not on
Windows), puts the fault into the loaded module, and runs the tests that pass over that line until one fails: those of
the same part of the code first, and of these the quickest. A fault for which the tests would take longer than
`--seconds` is tried with as many as fit in that, and counts as not noticed when these pass; so the score is at least
what is told. With `--again FILE` only what an earlier run did not notice is tried, say with more seconds.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import pickle
import random
import signal
import sys
import tempfile
import traceback
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

import coverage
import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.mutation.mutants import Mutant, mutants  # noqa: E402
from tests.mutation.planting import NotComputedError, plant  # noqa: E402

TESTS = ("tests/assessment", "tests/scenarios")
MISSED, NOTICED, NO_FAULT, BROKEN = range(4)
PATIENCE = 10
"""So many times as long as without the fault may the tests take, and half a minute more."""

MEMORY = 4 * 1024**3
"""So many bytes may they take; a fault can make a list without an end."""

OUTCOMES = ("Assessment", "Explanation", "frozenset")
"""What a remembering function of a test gives when rules made it."""

T = TypeVar("T")
Lines = Mapping[Path, Mapping[int, Sequence[str]]]


@dataclass
class Mutation:
    """A plugin that runs the tests once for every fault instead of once."""

    paths: Sequence[Path]
    seconds: float
    sample: float
    only: frozenset[str] = frozenset()
    passed: dict[Path, list[tuple[Mutant, bool]]] = field(default_factory=lambda: defaultdict(list))

    def pytest_collection(self) -> None:
        """Property tests try the same cases each time, and need not find the smallest one that fails."""
        from hypothesis import Phase, settings  # pytest wants to be the first to load it

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutation", settings.get_profile("ci"), derandomize=True, phases=phases)
        settings.load_profile("mutation")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find which tests pass over which lines, then try the faults file by file."""
        runs = Runs(session.items, self.seconds, self.paths)
        for path in self.paths:
            found = list(mutants(path))
            if self.sample < 1:
                chance = random.Random(path.relative_to(ROOT).as_posix())
                found = sorted(chance.sample(found, ceil(self.sample * len(found))), key=found.index)
            for one in [one for one in found if not self.only or where(one) in self.only]:
                code = runs.try_(one)
                if code == BROKEN:
                    raise SystemExit(f"the fault could not be tried: {one}")
                if code != NO_FAULT:
                    self.passed[path].append((one, code == MISSED))
            self.tell(path)
        return True

    def tell(self, path: Path) -> None:
        """Print what was not noticed in a file, and its score."""
        lines = path.read_text("utf-8").splitlines()
        for one in [one for one, missed in self.passed[path] if missed]:
            say(f"{where(one)}: {lines[one.line - 1].strip()}")
        if self.passed[path]:
            say(score(path.relative_to(ROOT).as_posix(), self.passed[path]))


class Runs:
    """The tests of a session, which of them pass over which line, and how long each takes."""

    def __init__(self, items: Sequence[pytest.Item], seconds: float, paths: Sequence[Path]) -> None:
        self._items, self._seconds = {one.nodeid: one for one in items}, seconds
        self._lines, watched = _in_child(lambda: _lines_of(items, paths))
        by_time = sorted(watched, key=lambda one: watched[one])
        self._took = _in_child(lambda: _passing([self._items[one] for one in by_time]))
        self._out = self._items.keys() - self._took.keys()
        for one in sorted(self._out):
            say(f"{one} is left out: it fails without any fault when it is watched, or out of its order")
        say(f"{len(self._took)} tests, {sum(self._took.values()):.0f} s")

    def try_(self, mutant: Mutant) -> int:
        """Run the tests that may notice a fault, in a process of their own; gives what came of it."""
        chosen, time = [], 0.0
        near = ("tests", *mutant.path.relative_to(ROOT).parts[:2])
        order = {one: (Path(one).parts[:3] != near, self._took[one]) for one in set(self.passing(mutant)) - self._out}
        for name in sorted(order, key=lambda one: order[one]):
            time += self._took[name]
            if chosen and time > self._seconds:
                break
            chosen.append(self._items[name])
        child = os.fork()
        if child:
            status = os.waitpid(child, 0)[1]
            return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else NOTICED
        code = BROKEN
        try:
            import resource  # here, because Windows has none

            _be_silent()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.setitimer(signal.ITIMER_REAL, PATIENCE * time + 30)
            code = _planted(mutant)
            if code == MISSED:
                code = NOTICED  # also when the fault brings down what runs the tests
                code = NOTICED if any(_fails(one) for one in chosen) else MISSED
        finally:
            os._exit(code)

    def passing(self, mutant: Mutant) -> Sequence[str]:
        """Give the tests that pass over the line; else over its statement; else, as for a constant, over its file."""
        lines = self._lines[mutant.path]
        if mutant.line in lines:
            return lines[mutant.line]
        around = statement(mutant.path.read_text("utf-8"), mutant.line)
        near = {name for number in around for name in lines.get(number, ())}
        return tuple(near) or tuple({name for names in lines.values() for name in names})


def statement(source: str, line: int) -> range:
    """Give the lines of the smallest statement around a line."""
    around = [
        range(one.lineno, (one.end_lineno or one.lineno) + 1)
        for one in ast.walk(ast.parse(source))
        if isinstance(one, ast.stmt) and one.lineno <= line <= (one.end_lineno or one.lineno)
    ]
    return min(around, key=len, default=range(line, line + 1))


def _planted(mutant: Mutant) -> int:
    """Put the fault in, not noticed yet; a module that cannot be computed with it is noticed at once."""
    module = sys.modules[".".join(mutant.path.relative_to(ROOT).with_suffix("").parts)]
    try:
        source = mutant.source()
        return MISSED if source is not None and plant(module, source) else NO_FAULT
    except SyntaxError:
        return NO_FAULT
    except NotComputedError:
        return NOTICED


def _fails(item: pytest.Item) -> bool:
    return any(one.failed for one in runtestprotocol(item, log=False, nextitem=None))


def _lines_of(items: Sequence[pytest.Item], paths: Sequence[Path]) -> tuple[Lines, dict[str, float]]:
    """Run all tests once, and keep which lines each of them passes over and how long it took."""
    watched = coverage.Coverage(data_file=None, config_file=False, include=[str(one) for one in paths])
    kept, took = caches(paths), {}
    with watched.collect():
        for item in items:
            for one in kept:
                one.cache_clear()
            watched.switch_context(item.nodeid)
            start = perf_counter()
            if not _fails(item):
                took[item.nodeid] = perf_counter() - start
    data = watched.get_data()
    return {one: data.contexts_by_lineno(str(one)) for one in paths}, took


def _passing(items: Sequence[pytest.Item]) -> dict[str, float]:
    """Run tests in the order in which they are run with a fault; gives how long each takes that passes."""
    took = {}
    for item in items:
        start = perf_counter()
        if not _fails(item):
            took[item.nodeid] = perf_counter() - start
    return took


def caches(paths: Sequence[Path]) -> list[Any]:
    """Give what these files remember and the outcomes that tests do; catalogues, which no rule makes, are filled."""
    found = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    measured = {".".join(one.relative_to(ROOT).with_suffix("").parts) for one in paths}
    kept = [one for one in found if one.__module__ in measured]
    for one in [one for one in found if one.__module__.startswith("tests.")]:
        made = str(one.__wrapped__.__annotations__.get("return"))
        if "Catalogue" in made:
            one()
        elif any(word in made for word in OUTCOMES):
            kept.append(one)
    return kept


def _in_child(action: Callable[[], T]) -> T:
    """Do something in a process of its own, so that nothing of it stays here."""
    with tempfile.TemporaryFile() as file:
        child = os.fork()
        if not child:
            code = 1
            try:
                _be_silent()
                pickle.dump(action(), file)
                file.flush()
                code = 0
            finally:
                if code:
                    file.write(traceback.format_exc().encode())
                    file.flush()
                os._exit(code)
        ended = os.waitpid(child, 0)[1]
        file.seek(0)
        if ended:
            raise SystemExit(file.read().decode())
        found: T = pickle.load(file)
        return found


def _be_silent() -> None:
    """What a test prints while there is a fault in the code is of no use."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def say(line: str) -> None:
    """Write one line at once, so that a long run can be followed."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def score(name: str, tried: Sequence[tuple[Mutant, bool]]) -> str:
    """Tell how many of the faults were noticed."""
    noticed = sum(not missed for _, missed in tried)
    return f"{name}: {noticed} of {len(tried)} noticed, {100 * noticed / max(len(tried), 1):.1f} %"


def where(mutant: Mutant) -> str:
    """Name a fault: file, line, column, operator, and which of its places."""
    place = f"{mutant.path.relative_to(ROOT).as_posix()}:{mutant.line}:{mutant.column}"
    return f"{place} {mutant.operator.removeprefix('core/')} {mutant.occurrence}"


def files(names: Sequence[str]) -> list[Path]:
    """Give the files that are named, and those below the folders that are named."""
    named = [ROOT / one for one in names]
    return [path for one in named for path in (sorted(one.rglob("*.py")) if one.is_dir() else [one])]


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="files or folders in which faults are put")
    parser.add_argument("--operators", required=True, help="the folder into which cosmic-ray was installed")
    parser.add_argument("--tests", nargs="+", default=TESTS)
    parser.add_argument("--seconds", type=float, default=5.0, help="so long may the tests for one fault take")
    parser.add_argument("--sample", type=float, default=1, help="try this part of the faults of each file, by chance")
    parser.add_argument("--again", type=Path, help="try only the faults that stand in what an earlier run printed")
    asked = parser.parse_args()
    again = asked.again.read_text("utf-8").splitlines() if asked.again else ()
    sys.path.append(asked.operators)
    os.chdir(ROOT)
    only = frozenset(one.partition(": ")[0] for one in again if " noticed, " not in one)
    mutation = Mutation(files(asked.paths), asked.seconds, asked.sample, only)
    code = pytest.main(["-q", "-p", "no:cacheprovider", "-s", *asked.tests], plugins=[mutation])
    for folder in sorted({one.parent for one in mutation.passed}):
        tried = [one for path, found in mutation.passed.items() if path.parent == folder for one in found]
        say(score(folder.relative_to(ROOT).as_posix(), tried))
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
