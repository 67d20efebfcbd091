# SPDX-License-Identifier: EUPL-1.2
"""Starts Qt, dresses it, shows the window, and ends in good order."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.assembly import Parts
from gui.messages import BugHook
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from gui.shell.session_watch import watch_session
from gui.style import theme
from gui.style.focus_ring import FocusRing
from gui.tidy import Tidy

TURN = 0.0005
"""Seconds that a lane may keep Python to itself. Each time Qt asks a widget something (how high is this text?) the
window may have to wait this long for its turn; with Python's own 5 ms, assessing a large dossier held it up for half
a second."""


def run(parts: Parts, argv: Sequence[str], view: str = "") -> int:
    """Show the window until it is closed; gives the exit code. With a `view` it takes the place of another process."""
    sys.setswitchinterval(TURN)
    app = make_application(parts, argv)
    watch = IdleWatch(app)
    window = MainWindow(parts, watch)
    BugHook(app).install(window)
    tidy = Tidy(app, watch.quiet)
    tidy.start()
    if view:
        take_over(window)
    window.open_on(window.screen().availableSize(), view)
    ear = watch_session(app, window, block_capture=parts.preferences.block_capture)
    code = app.exec()
    if ear is not None:
        app.removeNativeEventFilter(ear)
    window.end()
    tidy.stop()
    return code


def take_over(window: MainWindow) -> None:
    """Tell the process before this one when the window is there, and come to the front in its place."""
    from gui.fresh_process import tell_painted

    window.painted.connect(tell_painted, Qt.ConnectionType.QueuedConnection)
    if window.windowState() != Qt.WindowState.WindowMinimized:
        window.painted.connect(window.activateWindow, Qt.ConnectionType.QueuedConnection)


def make_application(parts: Parts, argv: Sequence[str]) -> QApplication:
    """Make the application in the dress that was chosen."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=False)
    app = QApplication.instance() or QApplication(list(argv))
    app.setApplicationName("Toetssteen")
    app.setOrganizationName("Toetssteen")
    FocusRing(app)
    choice, size = theme.Choice(parts.preferences.theme), parts.preferences.text_size
    theme.apply(app, choice, size)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.follow(app))
    return app
