# SPDX-License-Identifier: EUPL-1.2
"""What the command line hands to the window."""

from __future__ import annotations

from typing import Any

import pytest

import main


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
