# SPDX-License-Identifier: EUPL-1.2
"""Other processes on the same store."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")


@contextmanager
def child(action: str, folder: Path, *more: str) -> Iterator["subprocess.Popen[str]"]:
    """Start a process; it is killed (as by the system, without a word) when the block is left."""
    process = subprocess.Popen(
        [sys.executable, str(CHILD), action, str(folder), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def heard(process: "subprocess.Popen[str]") -> str:
    """Wait for one line."""
    assert process.stdout is not None
    return process.stdout.readline().strip()
