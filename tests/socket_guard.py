# SPDX-License-Identifier: EUPL-1.2
"""Refuse the network to everything that runs in the tests, and remember who asked for it.

The program promises to work without any network. Python tells an audit hook of each socket that is about to be used,
so the promise is held against every test. A hook cannot be taken away again: what is installed stays until the end.
Processes that a test starts are guarded by `tests/guard`, and tell what they refused in a file (`REPORT`).
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REFUSED_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "urllib.Request",
        "http.client.connect",
        "ftplib.connect",
        "imaplib.open",
        "poplib.connect",
        "smtplib.connect",
    }
)
# Where the last argument is an address. A path (or none, for a joined pair) stays inside this machine.
ADDRESSED_EVENTS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
REFUSED_MODULES = frozenset(
    {"PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtHttpServer"}
)

REPORT = "TOETSSTEEN_TESTS_NETWORK"
"""Names the variable that says in which file the processes of the tests tell what asked for the network."""

OWNER = "TOETSSTEEN_TESTS_PROCESS"
"""Names the variable that holds the number of the process of the tests themselves."""

GUARD = Path(__file__).parent / "guard"

attempts: list[str] = []


class NetworkRefusedError(PermissionError):
    """Something in the tests asked for the network."""


def install() -> None:
    """Start guarding, once in a process: a second call changes nothing."""
    if not _installed:
        sys.addaudithook(_refuse)
        _installed.append(True)


def python_path(*folders: Path | str) -> str:
    """Give the search path of Python for a process that is to be guarded."""
    return os.pathsep.join(map(str, (GUARD, *folders)))


def collect() -> None:
    """Take over what the processes of the tests told, so that it stands among the attempts."""
    path = Path(os.environ[REPORT])
    if path.exists():
        attempts.extend(path.read_text("utf-8").splitlines())
        path.unlink()


@contextlib.contextmanager
def expected_attempts() -> Iterator[list[str]]:
    """Give the attempts made inside the block and forget them, for a test that tries on purpose."""
    start = len(attempts)
    seen: list[str] = []
    try:
        yield seen
    finally:
        collect()
        seen.extend(attempts[start:])
        del attempts[start:]


_installed: list[bool] = []


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stand in the way of one event when it leads out of this machine."""
    if event in REFUSED_EVENTS:
        if event in ADDRESSED_EVENTS and not isinstance(arguments[-1], tuple):
            return
    elif event != "import" or arguments[0] not in REFUSED_MODULES:
        return
    attempts.append(f"{event} {arguments[-1] if event in ADDRESSED_EVENTS else arguments[0]}")
    _report(attempts[-1])
    raise NetworkRefusedError(f"the tests refuse the network: {attempts[-1]}")


def _report(attempt: str) -> None:
    """Tell the tests, where this is a process that they started."""
    if REPORT in os.environ and os.environ.get(OWNER) != str(os.getpid()):
        with Path(os.environ[REPORT]).open("a", encoding="utf-8") as file:
            file.write(f"{attempt}, in a process that was started\n")
