# SPDX-License-Identifier: EUPL-1.2
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.parts.side_sheet import SideSheet
from gui.shell.tab_order import neighbour, stops


def columns():
    """Two columns; the left one was filled last."""
    root, left, right = QWidget(), QWidget(), QWidget()
    line = QHBoxLayout(root)
    line.addWidget(left)
    line.addWidget(right)
    for holder, names in ((right, "cd"), (left, "ab")):
        column = QVBoxLayout(holder)
        for name in names:
            one = QLineEdit()
            one.setObjectName(name)
            column.addWidget(one)
    return root


def names(widgets):
    return "".join(one.objectName() for one in widgets)


def test_the_left_column_comes_before_the_right_whatever_was_made_first(shown):
    assert names(stops(shown(columns()))) == "abcd"


def test_what_is_hidden_or_disabled_is_passed_over(shown):
    root = shown(columns())
    root.findChild(QLineEdit, "b").hide()
    root.findChild(QLineEdit, "c").setEnabled(False)
    assert names(stops(root)) == "ad"


def test_the_walk_goes_round_both_ways(shown):
    root = shown(columns())
    first, last = root.findChild(QLineEdit, "a"), root.findChild(QLineEdit, "d")
    assert neighbour(root, last, forward=True) is first
    assert neighbour(root, first, forward=False) is last
    assert neighbour(root, None, forward=True) is first


def test_what_lies_under_a_sheet_is_not_reached(shown):
    root = shown(columns(), 600, 400)
    sheet = SideSheet("Feit")
    sheet.setParent(root)
    sheet.setGeometry(290, 0, 310, 400)
    sheet.show()
    reached = stops(root)
    assert names(reached) == "ab"
    assert any(isinstance(one, QPushButton) and one.text() == "Klaar" for one in reached)
