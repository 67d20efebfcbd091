# SPDX-License-Identifier: EUPL-1.2
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.parts.page_frame import PageFrame


def ring_of(root):
    rings = root.findChildren(QWidget, "focus-ring")
    return next((one for one in rings if one.isVisible() and one.window() is root), None)


def around(ring, widget):
    """Whether the ring lies 4 px around the widget."""
    corner = widget.mapTo(ring.parentWidget(), widget.rect().topLeft())
    return ring.geometry() == QRect(corner, widget.size()).adjusted(-4, -4, 4, 4)


@pytest.fixture
def two(shown):
    root = QWidget()
    column = QVBoxLayout(root)
    column.addWidget(QLineEdit())
    column.addWidget(QPushButton("Voeg toe"))
    return shown(root)


def test_the_ring_lies_around_what_has_the_focus_and_goes_along(two, qtbot):
    for kind in (QLineEdit, QPushButton):
        widget = two.findChild(kind)
        widget.setFocus()
        qtbot.waitUntil(lambda: ring_of(two) is not None and around(ring_of(two), two.focusWidget()))
    two.resize(500, 500)
    qtbot.waitUntil(lambda: around(ring_of(two), two.focusWidget()))


def test_the_ring_scrolls_with_the_page(shown, qtbot):
    page = shown(PageFrame("Feiten"), 500, 300)
    fields = [page.add(QLineEdit()) for _ in range(30)]
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: ring_of(page) is not None and around(ring_of(page), fields[-1]))
    assert page.findChild(QScrollArea).widget().isAncestorOf(ring_of(page))


def test_a_page_that_is_torn_down_takes_the_ring_along(two, qtbot):
    dialog = QDialog(two)
    column = QVBoxLayout(dialog)
    for word in ("Ja", "Nee"):
        column.addWidget(QPushButton(word))
    dialog.show()
    dialog.activateWindow()
    dialog.findChild(QPushButton).setFocus()
    qtbot.waitUntil(lambda: ring_of(dialog) is not None)
    dialog.deleteLater()
    two.activateWindow()
    two.findChild(QLineEdit).setFocus()
    qtbot.waitUntil(lambda: ring_of(two) is not None and around(ring_of(two), two.findChild(QLineEdit)))
