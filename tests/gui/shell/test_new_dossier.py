# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a new dossier: what it knows of the others, and that what is filled in stays until it begins."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assessment.services.dossiers import summarise
from gui.parts.asking_sheet import AskingSheet
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_new_dossier_knows_every_reference_whatever_the_list_shows(opened, vault, qtbot):
    """Inside a dossier, or after a search, the list does not hold all of them."""
    opened.desk.go_to_room("dossiers")
    opened.place.dossiers.search_for("Fictie")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 1)
    later = fakes.dossier("BIB-2026-0099")
    vault.kept["d9"] = (later, summarise(later, fakes.catalogue()))
    qtbot.keyClick(opened, Qt.Key.Key_N, CTRL)
    sheet = opened.desk.sheets.sheet
    qtbot.waitUntil(lambda: sheet._reference.value() == "BIB-2026-0100")
    sheet._reference.load("BIB-2026-0099")
    sheet._on_begin()
    assert "al een dossier" in sheet._notice.text()


def test_asking_twice_for_a_new_dossier_keeps_what_is_filled_in(opened, qtbot):
    opened.desk.begin_new()
    sheet = opened.desk.sheets.sheet
    qtbot.keyClicks(sheet._subject.line, "Fictief B.V.")
    qtbot.keyClick(sheet._subject.line, Qt.Key.Key_N, CTRL)
    assert opened.desk.sheets.sheet is sheet
    assert sheet._subject.line.text() == "Fictief B.V."


def test_what_is_filled_in_of_a_new_dossier_is_a_draft_until_it_begins(opened, vault, qtbot):
    opened.desk.begin_new()
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    sheet = opened.desk.sheets.sheet
    qtbot.keyClicks(sheet._subject.line, "Fictief B.V.")
    qtbot.waitUntil(lambda: vault.drafts.get(None) == {"subject": "Fictief B.V."}, timeout=2000)
    qtbot.keyClick(sheet._subject.line, Qt.Key.Key_Escape)
    opened.desk.begin_new()
    qtbot.waitUntil(lambda: opened.desk.sheets.sheet._subject.line.text() == "Fictief B.V.")
    sheet = opened.desk.sheets.sheet
    assert sheet._notice.text() == AskingSheet.RESTORED
    sheet._permits._box.activated.emit(sheet._permits._box.findData("EXP"))
    sheet._on_begin()
    qtbot.waitUntil(lambda: not vault.drafts.get(None) and len(vault.kept) == 3)


def test_annuleer_throws_the_draft_of_a_new_dossier_away(opened, vault, qtbot):
    opened.desk.begin_new()
    sheet = opened.desk.sheets.sheet
    qtbot.keyClicks(sheet._subject.line, "Fictief B.V.")
    qtbot.waitUntil(lambda: bool(vault.drafts.get(None)), timeout=2000)
    (cancel,) = (one for one in sheet.findChildren(QPushButton) if one.text() == "Annuleer")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not vault.drafts.get(None))
    opened.desk.begin_new()
    qtbot.waitUntil(lambda: opened.lanes.store.is_idle)
    assert opened.desk.sheets.sheet._notice.text() == ""
    assert opened.desk.unfinished() is None
