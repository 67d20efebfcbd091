# SPDX-License-Identifier: EUPL-1.2
"""How one gets to the sheets of the open store, by real keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gui.dossier.elsewhere_sheet import ElsewhereSheet
from gui.dossiers.handover_sheets import GiveSheet
from gui.dossiers.new_sheet import NewSheet
from gui.settings.rule_sheet import RuleSheet
from gui.settings.user_sheets import AddUserSheet
from tests.gui.leaving import CTRL, enters

LEFT = Qt.MouseButton.LeftButton


def press(window, words, qtbot):
    (found,) = (one for one in window.place.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(found, LEFT)


def sheet(window, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.place.open_sheet(), kind) and window.lanes.store.is_idle)
    return window.place.open_sheet()


def again(window, qtbot):
    """Lock and come back."""
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    with qtbot.waitSignal(window.unlocked):
        enters(window, qtbot)
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def to_rule(window, qtbot):
    window.desk.go_to_room("settings")
    qtbot.waitUntil(window.place.settings.retention.add_rule.isEnabled)
    window.place.settings.retention.add_rule.setFocus()
    qtbot.keyClick(window.place.settings.retention.add_rule, Qt.Key.Key_Space)
    return sheet(window, RuleSheet, qtbot)


def to_user(window, qtbot):
    window.desk.go_to_room("settings")
    qtbot.waitUntil(window.place.settings.users.add_user.isEnabled)
    qtbot.mouseClick(window.place.settings.users.add_user, LEFT)
    return sheet(window, AddUserSheet, qtbot)


def to_give(window, qtbot):
    window.desk.go_to_room("dossiers")
    qtbot.waitUntil(window.place.dossiers._give.isEnabled)
    press(window, "Geef over", qtbot)
    return sheet(window, GiveSheet, qtbot)


def to_elsewhere(window, qtbot):
    if window.desk.page is None:
        window.desk.open("d1", "parties")
        qtbot.waitUntil(lambda: window.desk.page is not None)
    window.desk.page.open_step("parties")
    window.desk.page.go_to("p1")
    press(window, "Komt elders voor?", qtbot)
    return sheet(window, ElsewhereSheet, qtbot)


def to_new(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    return sheet(window, NewSheet, qtbot)
