# SPDX-License-Identifier: EUPL-1.2
"""Opens a store with a first password, by keys, and dies on the page where one of one's own is to be chosen.

Run with: die_at_first_password.py FOLDER PASSWORD.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from gui.application import make_application
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from gui.unlock.own_password_page import OwnPasswordPage
from gui.unlock.unlock_page import UnlockPage
from storage.vault import FolderVault
from tests.gui import fakes
from tests.storage.stores import CHEAP, Clock

LOOK = 20
"""Milliseconds between two looks at what is shown."""


def main(folder: str, password: str) -> None:
    parts = fakes.parts(FolderVault(Path(folder), Clock(), CHEAP))
    app = make_application(parts, sys.argv[:1])
    window = MainWindow(parts, IdleWatch(app))
    window.gate.opened.connect(lambda _vault: os._exit(1))

    def look() -> None:
        page = window.gate.page()
        if isinstance(page, OwnPasswordPage):
            sys.stdout.write(type(page).__name__)
            sys.stdout.flush()
            os._exit(9)
        if isinstance(page, UnlockPage) and page.isEnabled() and not page._password.text():
            page.names.load("Bo Verzonnen")
            QTest.keyClicks(page._password.line, password)
            QTest.keyClick(page._password.line, Qt.Key.Key_Return)

    timer = QTimer(interval=LOOK)
    timer.timeout.connect(look)
    timer.start()
    window.show()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
