# SPDX-License-Identifier: EUPL-1.2
"""The window never stands still for long while an officer goes from step to step, also where a page is made first."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from assessment.ports import DossierId
from gui.dossier.page import DossierPage
from gui.dossier.steps import STEPS, Step
from gui.parts.later import Later
from storage.vault import FolderVault
from tests.benchmarks.heart import BLOCKED, Heart
from tests.benchmarks.measuring import fixed_work, scaled, tell, times
from tests.journeys.conftest import Start
from tests.journeys.gate import unlocks

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]

ROUNDS = 10


def test_going_through_the_steps(store: tuple[FolderVault, DossierId], start: Start) -> None:
    """A lock drops all pages, so each round makes them anew; the quickest counts, other work only makes it longer."""
    store[0].lock()
    officer, longest = start(), {}
    unlocks(officer)
    officer.opens_row("Dossiers", "BIB-")
    for number in range(ROUNDS):
        officer.waits_until(lambda: officer.says("a-grond: indicatie "), "the outcome")
        heart, page = Heart(), officer.window.desk.page
        for step in [one for one in STEPS if one.id != page.step]:
            heart.longest()
            page.open_step(step.id)
            officer.waits_until(partial(_stands, page, step), step.title)
            longest[step.id] = min(longest.get(step.id, 9.0), heart.longest())
        if number % 2 == 0:
            page.open_step(STEPS[0].id)  # where the next round begins: the first and the last are made anew by turns
        officer.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        unlocks(officer)
    officer.waits_until(lambda: officer.says("a-grond: indicatie "), "the outcome, before the window goes")
    yardstick = times(fixed_work, 5)[0]
    tell("window still at a step", **longest)
    assert max(longest.values()) < scaled(BLOCKED, yardstick), longest


def _stands(page: DossierPage, step: Step) -> bool:
    return page.step == step.id and not any(one.is_waiting for one in page.findChildren(Later))
