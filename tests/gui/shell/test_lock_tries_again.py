# SPDX-License-Identifier: EUPL-1.2
"""A lock tries at once to keep the draft that could not be kept before, and does not wait for the next try."""

from tests.gui.shell.sheet_ways import to_rule


def test_a_lock_keeps_what_could_not_be_kept_before(opened, vault, qtbot):
    asked = to_rule(opened, qtbot)
    opened.desk.drafts._retry.setInterval(3_600_000)
    vault.full = True
    qtbot.keyClicks(asked.ground.line, "half")
    asked.flush()
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked, timeout=3000):
        opened.lock()
    assert "half" in vault.drafts[None].values()
