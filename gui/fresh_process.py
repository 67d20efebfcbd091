# SPDX-License-Identifier: EUPL-1.2
"""The same program once more, in a process that has never seen a dossier.

It gets the command line of this one and where the window stands; nothing else goes along, and nothing comes back but
one word on its standard output: that its window has been painted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

OPTION = "--venster="
PATIENCE = 5.0
"""Seconds after which a process that lives is trusted to show its window."""
_PAINTED = b"painted\n"

followers: list[subprocess.Popen[bytes]] = []
"""What was started and is there; it goes on when this process ends."""


def start_fresh(view: str) -> bool:
    """Start it and wait until its window is there; False when it cannot start or is something else. Takes seconds."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the words with which this process itself was started
            command(view), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=_environment()
        )
    except OSError:
        return False
    heard: list[bytes] = []
    listener = threading.Thread(target=lambda: heard.append(process.stdout.readline()), daemon=True)
    listener.start()
    listener.join(PATIENCE)
    is_there = heard == [_PAINTED] or (not heard and process.poll() is None)
    if is_there:
        followers.append(process)
    else:
        process.kill()
        process.wait()
    if heard:
        process.stdout.close()
    return is_there


def command(view: str) -> Sequence[str]:
    """Give the words that start it: those of this process, and where the window stands."""
    given = sys.argv[1:] if _is_frozen() else sys.orig_argv[1:]
    return [sys.executable, *(word for word in given if not word.startswith(OPTION)), f"{OPTION}{view}"]


def tell_painted() -> None:
    """Say to the process before this one that the window is there; from then on nobody listens to our output."""
    try:
        os.write(1, _PAINTED)
    except OSError:  # it did not wait, or there is no output at all
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _environment() -> dict[str, str] | None:
    """Give the environment; one file that unpacks itself (PyInstaller) has to do so anew: ours goes when we end."""
    return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"} if _is_frozen() else None
