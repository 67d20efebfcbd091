# SPDX-License-Identifier: EUPL-1.2
"""How one gets about in what is kept and destroyed, by real clicks on the store of three users."""

from PySide6.QtCore import Qt

from gui.parts.side_sheet import SideSheet
from gui.settings.period_sheet import PeriodSheet
from gui.settings.rule_sheet import RuleSheet

ADA, BRAM, CORA = "Ada Voorbeeld", "Bram Verzinsel", "Cora Fictie"
OTHER = "een ander lang wachtwoord"
REFERENCE = "BIB-2026-0014"


def card(window):
    return window.place.settings.retention


def sheet(window, kind):
    found = [one for one in window.place.findChildren(SideSheet) if one.isVisible()]
    return found[0] if found and isinstance(found[0], kind) else None


def waits_for(qtbot, window, kind):
    qtbot.waitUntil(lambda: sheet(window, kind) is not None and window.lanes.are_idle)
    return sheet(window, kind)


def press(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_dossier(qtbot, window, which="all"):
    card(window).which.choose({"all": "A", "over": "V", "proposed": "O"}[which])
    row = next(one for one in card(window).held.model.records() if one.reference == REFERENCE)
    card(window).held.select(row.id)
    card(window).held.view.setFocus()
    qtbot.keyClick(card(window).held.view, Qt.Key.Key_Return)
    return waits_for(qtbot, window, PeriodSheet)


def set_rule(qtbot, window):
    press(qtbot, card(window).add_rule)
    asked = waits_for(qtbot, window, RuleSheet)
    for field, text in ((asked.ground, "selectielijst 12.1"), (asked.event, "besluit genomen"), (asked.length, "5")):
        qtbot.keyClicks(field.line, text)
    press(qtbot, asked.verb)
    qtbot.waitUntil(lambda: card(window).rules.model.rowCount() == 1)


def set_period(qtbot, window, start):
    found = open_dossier(qtbot, window)
    found.rule.box.setCurrentIndex(0)
    found.rule.box.activated.emit(0)
    qtbot.keyClicks(found.start.line, start)
    press(qtbot, found.save.button)
    qtbot.waitUntil(found.proposing.button.isEnabled)
    return found


def proposed(qtbot, window, start="1-1-2020"):
    set_rule(qtbot, window)
    found = set_period(qtbot, window, start)
    press(qtbot, found.proposing.button)
    qtbot.waitUntil(found.withdraw.isVisible)
    return found
