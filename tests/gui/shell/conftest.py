# SPDX-License-Identifier: EUPL-1.2
import pytest

from assessment.ports import VaultState
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from tests.gui import fakes


class Clock:
    """Seconds that go on when a test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def vault():
    return fakes.MemoryVault(VaultState.OPEN)


@pytest.fixture
def window(qapp, shown, vault, clock):
    """The window on a store that is already open, empty."""
    made = shown(MainWindow(fakes.parts(vault), IdleWatch(qapp, clock)), 1366, 768)
    yield made
    vault.full = False
    made.end()


@pytest.fixture
def opened(window, qtbot):
    """The window with the two worked dossiers in it, the first one open."""
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.take_examples()
    qtbot.waitUntil(lambda: window.desk.page is not None and window.desk.session.assessment is not None)
    return window
