# SPDX-License-Identifier: EUPL-1.2
"""A process that is killed while it takes a file in: nothing readable is left, and nothing at all after a sweep."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.attachments.format import CHUNK
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, bins
from tests.storage.stores import PASSWORD, ROOT

KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from storage.vault import FolderVault

vault = FolderVault(Path(sys.argv[1]), lambda: datetime.now(UTC))
vault.unlock(sys.argv[3])
kill = lambda done, size: os.kill(os.getpid(), signal.SIGKILL) if done > 3_000_000 else None
vault.attachments.take_in(sys.argv[2], kill, lambda: False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended otherwise")
def test_a_kill_in_between_leaves_nothing_after_a_sweep(
    vault: FolderVault, vaults: Callable[[], FolderVault], make: Make, folder: Path
) -> None:
    path = make("a.txt", b"Fictema " * (CHUNK * 5 // 8))
    vault.lock()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(path), PASSWORD], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    (left,) = bins(folder)
    assert left.name.endswith(".bin.nieuw")
    assert b"Fictema" not in left.read_bytes()
    again = vaults()
    again.unlock(PASSWORD)
    assert again.attachments.sweep() == 1
    assert bins(folder) == []
    assert again.faults() == ()
