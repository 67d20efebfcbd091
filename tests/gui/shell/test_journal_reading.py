# SPDX-License-Identifier: EUPL-1.2
"""The journal of a real store, by real clicks: who, when, what, and what was there before."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from assessment.dossier.information import Classification, Information
from assessment.services import dossiers, noting
from gui.settings.journal_sheet import JournalSheet
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from storage.vault import FolderVault
from tests.gui import fakes
from tests.storage.stores import CHEAP, PASSWORD, Clock

REFERENCE = "BIB-2026-0014"


@pytest.fixture
def vault(tmp_path):
    made = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    made.create("Ada Voorbeeld", PASSWORD)
    known = fakes.catalogue()
    first = fakes.dossier(REFERENCE)
    id_ = dossiers.add(made.work(), first, known)
    dossiers.add(made.work(), fakes.dossier("BIB-2026-0015"), known)
    item = Information("i1", "Politie", content="eerste tekst", classification=Classification.SECRET)
    told = replace(first, parties=(replace(first.parties[0], name="Café De Nieuwe Vink B.V."),), information=(item,))
    dossiers.record(made.work(), id_, told, known)
    closed = replace(item, content="tweede tekst")
    dossiers.record(made.work(), id_, replace(told, information=(closed,)), known)
    noting.note_export(made.work(), id_, fakes.outcome(first), "ter besluitvorming")
    yield made
    made.lock()


@pytest.fixture
def window(qapp, qtbot, shown, vault):
    """The window at the journal, reached from the settings by a click."""
    made = shown(MainWindow(fakes.parts(vault), IdleWatch(qapp)), 1366, 768)
    qtbot.waitUntil(lambda: made.desk is not None)
    made.desk.go_to_room("settings")
    qtbot.mouseClick(made.place.settings.open_journal, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.place.journal.table.model.rowCount() > 0 and made.lanes.are_idle)
    yield made
    made.end()


def actions(window):
    return [line.action for line in window.place.journal.table.model.records()]


def open_line(qtbot, window, action, about=""):
    table = window.place.journal.table
    row = next(at for at, one in enumerate(table.model.records()) if one.action == action and one.about.endswith(about))
    table.view.selectRow(row)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.place.journal.findChildren(JournalSheet)) and window.lanes.are_idle)
    (sheet,) = window.place.journal.findChildren(JournalSheet)
    return [one.text() for one in sheet.findChildren(QLabel)]


def choose(qtbot, window, key):
    window.place.journal.sort.choose(key)
    qtbot.waitUntil(lambda: window.lanes.are_idle)


def test_the_keyboard_is_in_the_list_and_escape_closes_a_line(window, qtbot):
    view = window.place.journal.table.view
    qtbot.waitUntil(view.hasFocus)
    open_line(qtbot, window, "advice.exported")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(view.hasFocus)


def test_a_change_is_told_field_by_field(window, qtbot):
    told = open_line(qtbot, window, "part.changed", "party/p1")
    assert {"Naam", "Was: Café De Verzonnen Vink B.V.", "Werd: Café De Nieuwe Vink B.V."} <= set(told)
    assert any(f"{REFERENCE} · Betrokkenen · p1 Café De Nieuwe Vink B.V." in one for one in told)


def test_what_closed_information_says_is_shielded_and_looking_is_noted(window, vault, qtbot):
    told = open_line(qtbot, window, "part.changed", "information/i1")
    assert not any("tekst" in one for one in told)
    assert "Inhoud" in told
    with vault.work() as work:
        (last,) = work.journal.entries(limit=1)
    assert (last.action, last.about.endswith("/information/i1")) == ("journal.viewed", True)


def test_the_purpose_of_an_export_is_shown(window, qtbot):
    choose(qtbot, window, "E")
    assert actions(window) == ["advice.exported"]
    assert "ter besluitvorming" in open_line(qtbot, window, "advice.exported")


def test_lines_are_filtered_by_sort_and_dossier_and_the_newest_comes_first(window, qtbot):
    page = window.place.journal
    lines = page.table.model.records()
    assert [one.seq for one in lines] == sorted((one.seq for one in lines), reverse=True)
    choose(qtbot, window, "B")
    assert "store.opened" in actions(window)
    assert not {"part.added", "advice.exported"} & set(actions(window))
    choose(qtbot, window, "W")
    box = page.dossier.box
    box.setCurrentIndex(box.findText("BIB-2026-0015"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    assert set(actions(window)) == {"dossier.added", "part.added"}


def test_more_is_shown_when_asked(window, vault, qtbot):
    with vault.work() as work:
        for _ in range(250):
            work.journal.note("dossier.opened", "weg")
        work.commit()
    choose(qtbot, window, "I")
    page = window.place.journal
    assert page.table.model.rowCount() == 200
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 250)
    assert not page.more.isEnabled()
    seqs = [one.seq for one in page.table.model.records()]
    assert seqs == sorted(set(seqs), reverse=True)


def test_one_comes_back_to_the_settings(window, qtbot):
    window.place.journal.left.emit()
    qtbot.waitUntil(window.place.settings.isVisible)
