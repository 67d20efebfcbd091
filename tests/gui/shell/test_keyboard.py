# SPDX-License-Identifier: EUPL-1.2
"""Every page by keyboard alone, with a name for everything that can have the focus."""

import pytest
from PySide6.QtWidgets import QTableView

from assessment.ports import VaultState
from gui.shell.rail import Rail
from gui.unlock.create_page import CreatePage
from gui.unlock.forgotten_page import ForgottenPage
from gui.unlock.found import Found
from gui.unlock.key_file_page import KeyFilePage
from gui.unlock.own_password_page import OwnPasswordPage
from gui.unlock.recovery_page import RecoveryPage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes, sweep


def check(root):
    nameless = [type(one).__name__ for one in sweep.nameless(root)]
    assert nameless == []
    reached = sweep.tabbed(root)
    missed = [sweep.spoken_name(one) for one in sweep.focusable(root) if one not in reached]
    assert missed == []


@pytest.mark.parametrize(
    "make",
    [
        CreatePage,
        ForgottenPage,
        lambda: ForgottenPage(("Ada", "Bo")),
        lambda: OwnPasswordPage("Ada"),
        lambda: KeyFilePage(fakes.backup()),
        lambda: RecoveryPage(fakes.KEY),
        lambda: UnlockPage(Found(VaultState.LOCKED, "Kluis")),
        lambda: UnlockPage(Found(VaultState.LOCKED, "Kluis", (fakes.backup(),), ("Ada", "Bo"), ("Ada",), True)),
    ],
)
def test_the_pages_before_the_store(shown, make):
    check(shown(make(), 1024, 900))


def test_the_list(opened, qtbot):
    opened.desk.go_to_room("dossiers")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 2)
    check(opened.place)


def test_the_settings(opened, qtbot):
    opened.desk.go_to_room("settings")
    check(opened.place)


def test_an_opened_dossier_with_its_panel(opened, qtbot):
    check(opened.place)


def test_the_sheet_of_a_new_dossier(opened, qtbot):
    opened.desk.begin_new()
    sheet = opened.desk.sheets.sheet
    assert [type(one).__name__ for one in sweep.nameless(sheet)] == []
    assert sheet.isAncestorOf(opened.focusWidget())
    sheet.close_sheet()
    assert opened.desk.sheets.sheet is None


def test_no_table_is_a_trap(opened, qtbot):
    opened.desk.go_to_room("dossiers")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 2)
    reached = sweep.tabbed(opened.place)
    assert any(isinstance(one, QTableView) for one in reached)
    assert any(isinstance(one.parentWidget(), Rail) for one in reached)
