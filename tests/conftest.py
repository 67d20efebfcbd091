# SPDX-License-Identifier: EUPL-1.2
"""What holds for every test: no real window, no network, no touching of the user's own files, fixed fonts and scale."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import socket_guard

# Qt reads these when it is loaded, so they are set before any test module can import it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_ACCESSIBILITY"] = "1"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ.pop("QT_QPA_PLATFORMTHEME", None)

# Whatever a test forgets to hand in a folder for, ends here and not among the user's dossiers.
_HOME = tempfile.mkdtemp(prefix="toetssteen-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
    os.environ[_name] = _HOME

# Chance is wanted (each run tries other cases); a slow moment of a shared machine is no fault.
settings.register_profile(
    "ci",
    max_examples=60,
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

socket_guard.install()
# And to every process that a test starts, before it does a thing.
os.environ[socket_guard.OWNER] = str(os.getpid())
os.environ[socket_guard.REPORT] = f"{_HOME}/network"
os.environ["PYTHONPATH"] = socket_guard.python_path(*filter(None, [os.environ.get("PYTHONPATH")]))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the pictures of all screens be kept, and the tables of the method be written anew."""
    parser.addoption("--schermen", default="", help="the folder in which the pictures of all screens are kept")
    parser.addoption("--schrijf", action="store_true", help="write the tables of docs/method.md anew")


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail the test that asked for the network, also when it swallowed the refusal."""
    before = len(socket_guard.attempts)
    yield
    socket_guard.collect()
    asked = socket_guard.attempts[before:]
    if asked:
        pytest.fail(f"this test asked for the network: {asked}", pytrace=False)


@pytest.fixture(autouse=True)
def _tidied_on_this_thread(request: pytest.FixtureRequest) -> None:
    """As in the program (gui/tidy.py): a collector that runs on a lane and frees a widget there stops everything."""
    if "qapp" in request.fixturenames:
        gc.disable()


def pytest_runtest_logfinish() -> None:
    """Let the windows of a test go, once nothing of it is held: each change of dress goes along all that is there.

    Whatever was made in the test is young still, so this looks at nothing else.
    """
    if not gc.isenabled():
        gc.collect(0)
        gc.enable()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the whole run when anything asked for the network, at import or between tests too."""
    socket_guard.collect()
    if socket_guard.attempts:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    # Where tests run side by side, this is one of the processes, and that which tells the outcome is another.
    getattr(session.config, "workeroutput", {})["asked"] = socket_guard.attempts
    if hasattr(session.config, "workeroutput"):
        shutil.rmtree(_HOME, ignore_errors=True)  # it is ended without being asked


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what asked for the network in a process that ran tests."""
    socket_guard.attempts.extend(getattr(node, "workeroutput", {}).get("asked", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what asked for the network."""
    for attempt in socket_guard.attempts:
        terminalreporter.write_line(f"asked for the network: {attempt}", red=True)
