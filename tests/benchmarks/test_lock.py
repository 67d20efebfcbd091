# SPDX-License-Identifier: EUPL-1.2
"""From the request to lock to a blank window: the largest dossier open, a menu and a dialog before it, a lane busy."""

from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QMenu, QStackedWidget, QWidget

import main
from assessment.exchange import dossier_from_wire
from assessment.services.dossiers import add
from gui.dossier.steps import STEPS
from gui.unlock.gate import Gate
from storage.vault import FolderVault
from tests.benchmarks.large import large
from tests.benchmarks.measuring import fixed_work, middle, scaled, tell, times
from tests.journeys.conftest import Start
from tests.journeys.gate import unlocks
from tests.journeys.officer import Officer, let_pass
from tests.journeys.places import CHEAP, NAME, PASSWORD

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]

BLANK = 0.2
"""Seconds from the request to lock until nothing of a dossier is on the screen (blueprint 6)."""
RATIO = 8.0
"""Times the same blank page in a window that had nothing to show: what a dossier adds to it may not grow unseen."""
RUNS = 9
BUSY = 1.0
"""Seconds that a lane goes on with something else meanwhile, as when the advice is put on paper."""


class Eye(QObject):
    """Sees when the blank page was painted, and what else showed then."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self.at, self.showed, self.fills = window, 0.0, [], False
        window.gate.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint and not self.at:
            others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self._window]
            place = self._window.place
            self.showed = [*others, *([place] if place is not None and place.isVisible() else [])]
            self.fills = self._window.gate.page().size() == self._window.centralWidget().size()
            self.at = perf_counter()
        return False


@pytest.fixture
def largest(folder: Path) -> None:
    """A store with nothing in it but the largest dossier."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    add(vault.work(), dossier_from_wire(large(main.catalogue())), main.catalogue())
    vault.lock()


def test_the_window_is_blank_at_once(largest: None, start: Start, qtbot: object) -> None:
    officer, blank = start(), {}
    unlocks(officer)
    officer.opens_row("Dossiers", "GROOT-1")
    for step in STEPS:
        officer.waits_until(lambda: officer.says("a-grond: indicatie "), "the outcome")
        officer.window.desk.page.open_step(step.id)
        officer.waits_until(lambda: officer.window.desk.is_settled)
        officer.window.lanes.paper.run(works)
        let_pass(300)
        blank[step.id] = locks(officer)
        unlocks(officer)
        officer.waits_until(lambda: officer.window.desk.page is not None, "the dossier where it was")
    let_pass(int(1000 * BUSY))
    empty = empty_blank(officer.window, qtbot)
    yardstick = times(fixed_work, 5)[0]
    ratio = middle(list(blank.values())) / empty
    tell("lock to blank", empty=empty, ratio=ratio, **blank)
    assert max(blank.values()) < scaled(BLANK, yardstick), blank
    assert ratio < RATIO


def works() -> None:
    """Do what keeps Python to itself as long as it may."""
    until = perf_counter() + BUSY
    while perf_counter() < until:
        fixed_work()


def locks(officer: Officer) -> float:
    """Lock with a menu and a dialog open; gives the seconds until the blank page was painted, alone on the screen."""
    dialog, menu = QDialog(officer.window), QMenu(officer.window)
    QLabel("Zaak p121", dialog)
    menu.addAction("Persoon p1")
    dialog.show()
    menu.popup(officer.window.mapToGlobal(officer.window.rect().center()))
    eye = Eye(officer.window)
    begun = perf_counter()
    officer.window.lock()
    assert eye.at, "nothing was painted before the lock went on"
    assert eye.showed == []
    assert eye.fills
    for one in (dialog, menu):
        one.deleteLater()
    return eye.at - begun


def empty_blank(window: QMainWindow, qtbot: object) -> float:
    """Give the seconds that the same blank page takes in a window that had nothing to show."""
    bare, stack = QMainWindow(), QStackedWidget()
    gate = Gate(window.lanes.store, main.now)
    qtbot.addWidget(bare)
    nothing = QWidget()
    for one in (nothing, gate):
        stack.addWidget(one)
    bare.setCentralWidget(stack)
    bare.resize(1366, 768)
    with qtbot.waitExposed(bare):
        bare.show()
    taken = []
    for _ in range(RUNS):
        stack.setCurrentWidget(nothing)
        let_pass(20)
        begun = perf_counter()
        gate.wait_for("Wat u had ingevoerd, wordt bewaard.")
        stack.setCurrentWidget(gate)
        bare.repaint()
        taken.append(perf_counter() - begun)
    return min(taken)
