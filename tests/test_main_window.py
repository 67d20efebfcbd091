# SPDX-License-Identifier: EUPL-1.2
"""What the command line hands to the window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import main

FIRST = """
import sys
from pathlib import Path
import main
main.parts(Path(sys.argv[1]), False, []).make_ready()
before = set(sys.modules)
from storage.vault import FolderVault
from tests.journeys.places import CHEAP, PASSWORD
vault = FolderVault(Path(sys.argv[1]), main.now, CHEAP)
vault.create("Ada Voorbeeld", PASSWORD) if sys.argv[2] == "make" else vault.unlock(PASSWORD)
vault.lock()
print(*{name.split(".")[0] for name in set(sys.modules) - before})
"""


@pytest.mark.parametrize(("command", "is_renewed"), [([], True), (["voorbeeld"], False)])
def test_a_lock_starts_the_program_anew_in_its_place_but_not_on_a_store_that_is_gone_then(
    command: list[str], is_renewed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("gui.application.run", lambda parts, _argv, view: opened.append((parts, view)) or 0)
    assert main.main(["--venster=1,2,1366,768,normal", *command]) == 0
    ((parts, view),) = opened
    assert view == "1,2,1366,768,normal"
    assert (parts.start_fresh is not None) is is_renewed
    assert parts.preferences.block_capture is is_renewed


def test_whoever_opens_a_store_first_waits_for_no_import_that_could_be_done_before(tmp_path: Path) -> None:
    for what in ("make", "open"):
        words = [sys.executable, "-c", FIRST, str(tmp_path / "kluis"), what]
        done = subprocess.run(words, cwd=Path(main.__file__).parent, capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "sqlcipher3", "rapidfuzz", "alembic"} & set(done.stdout.split())
