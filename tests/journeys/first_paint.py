# SPDX-License-Identifier: EUPL-1.2
"""Starts the program, or an empty window, and ends at the first paint. Run with: first_paint.py FOLDER, or nothing.

Prints one line of JSON: the time of the first paint (seconds of the monotonic clock, the same in every process), the
modules that were imported by then, and what asked for the network.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Eye(QObject):
    """Sees the paint of one window; to look at all events of all things would take longer than what is measured."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint:
            seen = {"at": time.monotonic(), "modules": sorted(sys.modules), "network": asked()}
            sys.stdout.write(json.dumps(seen) + "\n")
            sys.stdout.flush()
            os._exit(0)
        return False


def looks() -> None:
    """Look at the window, now that it is shown; had it been painted already, it is painted once more."""
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
    window.installEventFilter(Eye(window))
    window.update()


def asked() -> list[str]:
    """Say what asked for the network, where somebody listens for it."""
    guard = sys.modules.get("tests.socket_guard")
    return list(guard.attempts) if guard else []


def empty() -> int:
    """Show a window with nothing in it."""
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    return QApplication.exec()


def program(folder: str) -> int:
    """Show the program, as its user starts it."""
    import main

    return main.main(["--kluis", folder])


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    QTimer.singleShot(0, app, looks)
    sys.exit(program(sys.argv[1]) if len(sys.argv) > 1 else empty())
