# SPDX-License-Identifier: EUPL-1.2
"""How long a password is stands in no bookmark."""

import pytest
from PySide6.QtWidgets import QLineEdit

from gui.shell.whereabouts import caret_of


@pytest.mark.parametrize("mode", QLineEdit.EchoMode)
def test_only_a_line_that_is_shown_has_a_place_for_the_cursor(qtbot, mode):
    line = QLineEdit("geheim")
    qtbot.addWidget(line)
    line.setEchoMode(mode)
    assert caret_of(line) == (6 if mode == QLineEdit.EchoMode.Normal else 0)
