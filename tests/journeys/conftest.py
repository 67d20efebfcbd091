# SPDX-License-Identifier: EUPL-1.2
"""The program as `main.py` joins it, on a new store in a temporary folder, with somebody at the window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import main
from assessment.ports import Vault
from gui.application import make_application
from gui.assembly import Parts
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from storage.vault import FolderVault
from tests.journeys.officer import Officer
from tests.journeys.places import CHEAP, TODAY

KILLS = 6
Start = Callable[[], Officer]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let one kill more often than the suite does: `python3 run.py test tests/journeys --kills 100`."""
    parser.addoption("--kills", type=int, default=KILLS, help="how often the typist is killed")


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--kills", default=KILLS))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every list that opens that it cannot raise or grab; it means nothing."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kluizen" / "kluis"


@pytest.fixture
def parts(folder: Path) -> Iterator[Parts]:
    """Everything real; only the day is fixed, and a guess at the password is cheap."""
    opened: list[Vault] = []

    def open_vault() -> Vault:
        opened.append(FolderVault(folder, main.now, CHEAP))
        return opened[-1]

    yield replace(main.parts(folder, False, []), open_vault=open_vault, today=lambda: TODAY, start_fresh=None)
    for vault in opened:
        vault.lock()


@pytest.fixture(scope="session")
def qapp() -> object:
    return make_application(main.parts(None, True, []), ["test"])


@pytest.fixture
def start(qapp: object, qtbot: object, parts: Parts) -> Iterator[Start]:
    """Start the program; gives who sits at its window."""
    windows: list[MainWindow] = []

    def begin() -> Officer:
        window = MainWindow(parts, IdleWatch(qapp))
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return Officer(window)

    yield begin
    for window in windows:
        window.close()
        qtbot.waitUntil(lambda window=window: not window.isVisible())
        window.end()
