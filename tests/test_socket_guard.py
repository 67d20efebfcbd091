# SPDX-License-Identifier: EUPL-1.2
"""The guard itself: it refuses what leads out, lets be what stays inside, and remembers."""

import contextlib
import socket
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
