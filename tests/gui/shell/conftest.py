# SPDX-License-Identifier: EUPL-1.2
import pytest

from assessment.ports import VaultState
from assessment.services import dossiers
from assessment.users import Role
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from storage.vault import FolderVault
from tests.gui import fakes
from tests.gui.shell.keeping_ways import ADA, BRAM, CORA, OTHER, REFERENCE
from tests.storage import stores
from tests.storage.stores import CHEAP, PASSWORD


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


@pytest.fixture
def store(tmp_path):
    """A real store of three users, with two dossiers."""
    made = FolderVault(tmp_path / "kluis", stores.Clock(), CHEAP)
    made.create(ADA, PASSWORD)
    made.people.add(BRAM, Role.COORDINATOR, OTHER, PASSWORD)
    made.people.add(CORA, Role.OFFICER, OTHER, PASSWORD)
    for reference in (REFERENCE, "BIB-2026-0015"):
        dossiers.add(made.work(), fakes.dossier(reference), fakes.catalogue())
    yield made
    made.lock()


@pytest.fixture
def enter(qapp, qtbot, shown, store):
    """Open the window as somebody, at the settings."""
    windows = []

    def as_(name):
        if store.people.me.name != name:
            store.lock()
            store.unlock(PASSWORD if name == ADA else OTHER, name)
        window = shown(MainWindow(fakes.parts(store), IdleWatch(qapp)), 1366, 768)
        windows.append(window)
        qtbot.waitUntil(lambda: window.desk is not None)
        window.desk.go_to_room("settings")
        qtbot.waitUntil(lambda: window.place.settings.retention._held != ())
        return window

    yield as_
    for one in windows:
        one.end()
