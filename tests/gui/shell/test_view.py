# SPDX-License-Identifier: EUPL-1.2
"""A window stands where another stood, if there is such a place."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from gui.shell.view import place_as, view_of


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("state", ["WindowNoState", "WindowMaximized", "WindowMinimized", "WindowFullScreen"])
def test_another_window_stands_in_the_same_place(window, qtbot, state):
    window.setGeometry(QRect(40, 30, 500, 300))
    window.setWindowState(Qt.WindowState[state])
    window.show()
    other = QWidget()
    qtbot.addWidget(other)
    assert place_as(other, view_of(window))
    assert other.windowState() == Qt.WindowState[state]
    if state == "WindowNoState":
        assert other.geometry() == QRect(40, 30, 500, 300)


@pytest.mark.parametrize(
    "view", ["", "40,30,500,300", "40,30,500,300,scheef", "90000,90000,500,300,normal", "1,2,3,4,normal;", "x" * 9999]
)
def test_a_place_that_is_none_is_not_taken(window, view):
    before = window.geometry()
    assert not place_as(window, view)
    assert window.geometry() == before
