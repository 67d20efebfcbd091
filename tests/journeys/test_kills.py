# SPDX-License-Identifier: EUPL-1.2
"""A store is killed or locked while somebody types; for the thousand times: `python -m tests.journeys.kills 1000`."""

import os
import subprocess
import sys

import pytest

from tests.journeys.children import ROOT

ROUNDS = 3
"""Of the store by itself for each kill of the whole window (`--kills`): they are shorter."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker is a copy of the process")
def test_nothing_is_lost_however_it_ends(kills: int) -> None:
    command = [sys.executable, "-m", "tests.journeys.kills", str(kills * ROUNDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none lost, every store whole" in done.stdout
