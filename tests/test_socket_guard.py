# SPDX-License-Identifier: EUPL-1.2
"""The guard itself: it refuses what leads out, lets be what stays inside, and remembers."""

import contextlib
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests import socket_guard


def test_an_address_on_the_network_is_refused_and_remembered() -> None:
    with socket_guard.expected_attempts() as seen, socket.socket() as plug, pytest.raises(PermissionError):
        plug.connect(("127.0.0.1", 9))
    assert seen == ["socket.connect ('127.0.0.1', 9)"]


def test_names_are_not_looked_up() -> None:
    with socket_guard.expected_attempts() as seen, pytest.raises(PermissionError):
        socket.getaddrinfo("localhost", 80)
    assert len(seen) == 1


def test_a_web_address_is_not_opened() -> None:
    with socket_guard.expected_attempts() as seen, pytest.raises(PermissionError):
        urllib.request.urlopen("http://localhost/")
    assert seen


def test_qt_network_is_not_imported() -> None:
    with socket_guard.expected_attempts(), pytest.raises(PermissionError):
        import PySide6.QtNetwork  # noqa: F401


def test_a_swallowed_attempt_is_remembered_all_the_same() -> None:
    plug = socket.socket(type=socket.SOCK_DGRAM)
    with socket_guard.expected_attempts() as seen, plug, contextlib.suppress(PermissionError):
        plug.sendto(b"x", ("127.0.0.1", 9))
    assert seen


@pytest.mark.skipif(sys.platform == "win32", reason="Python on Windows has no such sockets")
def test_a_path_on_this_machine_is_let_be(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door, socket.socket(socket.AF_UNIX) as plug:
        door.bind(str(tmp_path / "door"))
        door.listen()
        plug.connect(str(tmp_path / "door"))
    assert not socket_guard.attempts


ASKS = "import socket\ntry: socket.socket().connect(('127.0.0.1', 9))\nexcept PermissionError: print('refused')"
REFUSED = "socket.connect ('127.0.0.1', 9), in a process that was started"


def started(*options: str, environment: dict[str, str] | None = None) -> str:
    command = [sys.executable, *options, "-c", ASKS]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def test_a_process_that_a_test_starts_is_refused_the_network_and_what_it_swallowed_is_remembered() -> None:
    with socket_guard.expected_attempts() as seen:
        assert started() == "refused"
    assert seen == [REFUSED]
    assert not socket_guard.attempts


def test_also_one_with_a_search_path_of_its_own(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": socket_guard.python_path(tmp_path)}
    with socket_guard.expected_attempts() as seen:
        assert started(environment=environment) == "refused"
    assert seen == [REFUSED]


def test_also_one_that_such_a_process_starts_itself() -> None:
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {ASKS!r}], check=True)"
    with socket_guard.expected_attempts() as seen:
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert seen == [REFUSED]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="elsewhere there are no copies of a process")
def test_also_a_copy_of_a_process() -> None:
    code = f"import os\nif os.fork() == 0:\n exec({ASKS!r}); os._exit(0)\nos.wait()"
    with socket_guard.expected_attempts() as seen:
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert seen == [REFUSED]


def test_no_test_starts_a_process_past_the_guard() -> None:
    """What is given another environment still has the path to the guard in it, and nothing is told to ignore it."""
    for path in Path(__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        if "subprocess" not in text or path == Path(__file__):
            continue
        for line in text.splitlines():
            assert '"-I"' not in line, path
            assert '"-E"' not in line, path
            if '"PYTHONPATH":' in line:
                assert "python_path(" in line, f"{path}: {line}"
            if "env=" in line:
                assert "os.environ" in line or "env=environment" in line, f"{path}: {line}"
