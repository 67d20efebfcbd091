# SPDX-License-Identifier: EUPL-1.2
"""What is typed in a sheet of the open store is a draft: it is there again after a lock, and gone once it was used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessment.ports import VaultState
from gui.parts.asking_sheet import AskingSheet
from gui.shell.handing_over import HandingOver
from tests.gui import fakes
from tests.gui.leaving import CTRL
from tests.gui.shell.sheet_ways import again, press, sheet, to_elsewhere, to_give, to_new, to_rule, to_user

WAYS = {
    "rule": (to_rule, "ground"),
    "length": (to_rule, "length"),
    "user": (to_user, "name"),
    "give": (to_give, "purpose"),
    "elsewhere": (to_elsewhere, "reason"),
    "new": (to_new, "received_on"),
}


@pytest.mark.parametrize(("way", "field"), WAYS.values(), ids=WAYS.keys())
def test_it_comes_back_after_a_lock_and_not_after_it_was_thrown_away(opened, qtbot, way, field):
    asked = way(opened, qtbot)
    asked.fields[field].editor().setFocus()
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(asked.fields[field].editor(), "31x half")
    again(opened, qtbot)
    asked = way(opened, qtbot) if opened.place.open_sheet() is None else sheet(opened, type(asked), qtbot)
    assert asked.fields[field].as_draft() == "31x half"
    assert asked._notice.text() == AskingSheet.RESTORED
    press(opened, "Annuleer", qtbot)
    qtbot.waitUntil(lambda: opened.desk.is_settled)
    assert way(opened, qtbot).fields[field].as_draft() != "31x half"


@pytest.mark.parametrize(("way", "field"), WAYS.values(), ids=WAYS.keys())
def test_it_is_kept_within_two_seconds(opened, vault, qtbot, way, field):
    asked = way(opened, qtbot)
    qtbot.keyClicks(asked.fields[field].editor(), "31x half")
    kept = lambda: [text for drafts in vault.drafts.values() for text in drafts.values()]  # noqa: E731
    qtbot.waitUntil(lambda: any("31x half" in one for one in kept()), timeout=2000)


def test_what_was_used_is_no_draft_any_more(opened, vault, qtbot, tmp_path):
    asked = to_give(opened, qtbot)
    qtbot.keyClicks(asked.fields["purpose"].line, "Waarneming")
    opened.place.findChild(HandingOver).ask_place = lambda _parent, _name, then: then(str(tmp_path / "x"))
    qtbot.keyClick(asked.fields["purpose"].line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked._code.isVisible() and opened.desk.is_settled)
    assert not any(vault.drafts.values())


def test_no_password_is_ever_a_draft(opened, vault, qtbot):
    asked = to_user(opened, qtbot)
    for secret in (asked.first.first, asked.first.again, asked.own):
        qtbot.keyClicks(secret.line, "geheim")
    qtbot.keyClicks(asked.name.line, "Cas")
    again(opened, qtbot)
    assert list(vault.drafts[None].values()) == ["Cas"]
    asked = to_user(opened, qtbot)
    assert [one.text() for one in (asked.first.first, asked.own)] == ["", ""]


def test_a_draft_that_cannot_be_kept_holds_the_lock_up(opened, vault, qtbot):
    asked = to_rule(opened, qtbot)
    vault.full = True
    qtbot.keyClicks(asked.ground.line, "selectielijst")
    opened.lock()
    qtbot.waitUntil(lambda: "De schijf is vol" in opened.gate.page().sentence())
    assert vault.state() is VaultState.OPEN
    vault.full = False
    with qtbot.waitSignal(opened.locking.locked):
        opened.desk.drafts.retry_now()
    assert list(vault.drafts[None].values()) == ["selectielijst"]


def test_a_new_dossier_that_begins_leaves_the_other_drafts(opened, vault, qtbot):
    qtbot.keyClicks(to_rule(opened, qtbot).ground.line, "selectielijst")
    opened.desk.go_to_room("dossiers")
    asked = to_new(opened, qtbot)
    asked._permits._box.activated.emit(asked._permits._box.findData("EXP"))
    press(opened, "Begin het dossier", qtbot)
    qtbot.waitUntil(lambda: opened.desk.page is not None and opened.desk.is_settled and len(vault.kept) == 3)
    assert list(vault.drafts[None].values()) == ["selectielijst"]


@pytest.mark.parametrize("way", [to_rule, to_user, to_give, to_elsewhere])
def test_ctrl_n_opens_no_second_sheet(opened, qtbot, way):
    asked = way(opened, qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL)
    assert opened.place.open_sheet() is asked
    assert opened.desk.sheets.sheet in (None, asked)
    assert asked.isAncestorOf(QApplication.focusWidget())


def test_one_sheet_gives_way_to_another_in_the_settings(opened, qtbot):
    to_rule(opened, qtbot)
    to_user(opened, qtbot)
    assert opened.place.settings_sheets.sheet is opened.place.open_sheet()


def test_a_new_dossier_that_is_being_begun_gives_way_when_one_goes_elsewhere(opened, qtbot):
    asked = to_new(opened, qtbot)
    qtbot.keyClicks(asked._subject.line, "Fictief B.V.")
    opened.place.rail.asked.emit("settings")
    assert opened.place.open_sheet() is None
    assert to_new(opened, qtbot)._subject.line.text() == "Fictief B.V."


def test_the_name_of_the_municipality_is_kept_as_it_is_typed(opened, qtbot):
    opened.desk.go_to_room("settings")
    line = opened.place.settings._authority.line
    line.setFocus()
    qtbot.keyClicks(line, "Fictenveen")
    opened.lock()
    assert opened._preferences.authority == "Fictenveen"
    assert fakes.PASSWORD not in str(opened._preferences)
