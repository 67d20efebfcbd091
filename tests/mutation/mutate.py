# SPDX-License-Identifier: EUPL-1.2
"""How many small faults in one file its tests notice: for developers, outside CI, with cosmic-ray 8.7.

Make an environment beside `.venv` with `cosmic-ray==8.7.0` in it, and run with that one's Python:

    python tests/mutation/mutate.py assessment/weighing/indication.py tests/assessment/weighing/test_indication.py …

The work is done in a copy of the repository. Left out is what no test can notice: mutations in annotations (they are
never evaluated), in decorators, and in texts that only document. Without tests named, those in `TESTS` are run.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".tools", "__pycache__", ".hypothesis", "docs", "*_cache")
WEIGHING, INQUIRY, TERMS = "tests/assessment/weighing/", "tests/assessment/inquiry/", "tests/assessment/terms"
TESTS = {
    "assessment/weighing/indication.py": (
        WEIGHING + "test_indication.py",
        WEIGHING + "test_weights.py",
        WEIGHING + "test_robustness.py",
    ),
    "assessment/weighing/grounds.py": (
        WEIGHING + "test_weights.py",
        WEIGHING + "test_grounds.py",
        "tests/scenarios/test_scenarios.py",
    ),
    "assessment/inquiry/evidence_class.py": (INQUIRY + "test_evidence_class.py",),
    "assessment/terms/terms.py": (TERMS,),
    "assessment/terms/objection.py": (TERMS,),
}
Span = tuple[tuple[int, int], tuple[int, int]]


def unseen(source: str) -> tuple[Span, ...]:
    """Give the places in a file where a mutation changes nothing that runs."""
    return tuple(_spans(ast.parse(source)))


def _spans(tree: ast.AST) -> Iterator[Span]:
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        parts += getattr(node, "decorator_list", [])
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.append(node)
        for part in filter(None, parts):
            start, end = (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)
            yield (start[0], start[1] - isinstance(node, ast.ClassDef | ast.FunctionDef)), end


def is_unseen(at: tuple[int, int], spans: Sequence[Span]) -> bool:
    """Whether a mutation stands in one of these places."""
    return any(start <= at < end for start, end in spans)


def say(line: str) -> None:
    """Write one line at once, so that a long run can be followed."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def mutate(module: str, tests: Sequence[str], copy: Path) -> int:
    """Run all mutations of a module in a copy of the repository; prints what survived, and the score."""
    from cosmic_ray.work_db import WorkDB, use_db
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

    config, session = copy / "mutation.toml", copy / "session.sqlite"
    command = f"{PYTHON} -m pytest -q -x -p no:cacheprovider --no-header {' '.join(tests)}"
    config.write_text(
        f'[cosmic-ray]\nmodule-path = "{module}"\ntimeout = 120.0\nexcluded-modules = []\ntest-command = "{command}"\n'
        '[cosmic-ray.distributor]\nname = "local"\n'
    )
    ray = [str(Path(sys.executable).parent / "cosmic-ray")]
    subprocess.run([*ray, "init", str(config), str(session)], cwd=copy, check=True)
    spans = unseen((copy / module).read_text("utf-8"))
    with use_db(session, WorkDB.Mode.open) as work:
        for item in work.pending_work_items:
            if all(is_unseen(one.start_pos, spans) for one in item.mutations):
                work.set_result(item.job_id, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))
    subprocess.run([*ray, "exec", str(config), str(session)], cwd=copy, check=True)
    with use_db(session, WorkDB.Mode.open) as work:
        done = [(item, one) for item, one in work.completed_work_items if one.worker_outcome is WorkerOutcome.NORMAL]
    alive = [item for item, one in done if one.test_outcome is TestOutcome.SURVIVED]
    for item in alive:
        one = item.mutations[0]
        line = (copy / module).read_text("utf-8").splitlines()[one.start_pos[0] - 1].strip()
        say(f"{module}:{one.start_pos[0]}:{one.start_pos[1]} {one.operator_name}: {line}")
    killed = len(done) - len(alive)
    say(f"{module}: {killed} of {len(done)} noticed, {100 * killed / max(len(done), 1):.1f} %")
    return 0


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module")
    parser.add_argument("tests", nargs="*")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        return mutate(asked.module, asked.tests or TESTS[asked.module], copy)


if __name__ == "__main__":
    sys.exit(main())
