# SPDX-License-Identifier: EUPL-1.2
"""A dossier goes to a colleague and comes back, by real clicks and a real package on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assessment.exchange import codes_of
from assessment.services.handover import GIVEN, TAKEN
from gui.dossiers.handover_sheets import GiveSheet, TakeSheet
from gui.shell.handing_over import HandingOver
from gui.shell.idle import IdleWatch
from gui.shell.main_window import MainWindow
from storage.keys.cost import MIB, Cost
from storage.package import sealed
from storage.package.files import read_package, write_package
from tests.gui import fakes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sealed, "FLOOR", Cost(8 * MIB, 1, 1))
    return tmp_path / "BIB-2026-0014.toetspakket"


@pytest.fixture
def window(qapp, shown, vault, clock, file):
    codes = codes_of(fakes.catalogue())
    given = fakes.parts(
        vault, write_package=write_package, read_package=lambda path, code: read_package(path, code, codes)
    )
    made = shown(MainWindow(given, IdleWatch(qapp, clock)), 1366, 768)
    yield made
    made.end()


@pytest.fixture
def listed(opened, file, qtbot):
    """The list with the two dossiers, and the file that every dialog gives."""
    opened.desk.go_to_room("dossiers")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 2)
    packages = opened.place.findChild(HandingOver)
    packages.ask_place = lambda _parent, _name, then: then(str(file))
    packages.ask_file = lambda _parent, then: then(str(file))
    return opened


def sheet_of(window, kind):
    sheet = window.desk.sheets.sheet
    assert isinstance(sheet, kind)
    return sheet


def pack(window, qtbot) -> str:
    page = window.place.dossiers
    page.table.setFocus()
    qtbot.waitUntil(lambda: page.table.current() is not None)
    qtbot.mouseClick(page._give, LEFT)
    sheet = sheet_of(window, GiveSheet)
    qtbot.keyClicks(sheet._purpose.line, "waarneming tijdens verlof")
    qtbot.mouseClick(sheet._verb, LEFT)
    qtbot.waitUntil(sheet._code.isVisible)
    code = sheet._code.text()
    qtbot.keyClick(sheet._done, Qt.Key.Key_Space)
    return code


def show(window, code, qtbot):
    qtbot.mouseClick(window.place.dossiers._take, LEFT)
    sheet = sheet_of(window, TakeSheet)
    qtbot.keyClicks(sheet._code.line, code)
    qtbot.keyClick(sheet._code.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheet._facts.text()) or "klopt niet" in sheet._notice.text())
    return sheet


def test_a_dossier_goes_out_and_comes_in_again(listed, vault, file, qtbot):
    code = pack(listed, qtbot)
    reference = read_package(file, code, codes_of(fakes.catalogue())).dossier.reference
    (id_,) = (one for one, (dossier, _) in vault.kept.items() if dossier.reference == reference)
    assert (GIVEN, id_) in vault.notes
    del vault.kept[id_]
    sheet = show(listed, code, qtbot)
    assert "komt erbij" in sheet._notice.text()
    assert all(dossier.reference != reference for dossier, _ in vault.kept.values())
    qtbot.mouseClick(sheet._verb, LEFT)
    qtbot.waitUntil(lambda: listed.desk.page is not None)
    assert listed.desk.session.dossier.reference == reference
    assert TAKEN in [action for action, _ in vault.notes]


def test_what_is_here_already_is_opened(listed, vault, qtbot):
    code = pack(listed, qtbot)
    before = dict(vault.kept)
    sheet = show(listed, code.lower().replace("-", ""), qtbot)
    assert "staat hier al" in sheet._notice.text()
    qtbot.mouseClick(sheet._verb, LEFT)
    qtbot.waitUntil(lambda: listed.desk.page is not None)
    assert vault.kept == before
    assert TAKEN not in [action for action, _ in vault.notes]


def test_a_wrong_code_changes_nothing(listed, vault, qtbot):
    pack(listed, qtbot)
    before = dict(vault.kept)
    show(listed, "AAAA-AAAA-AAAA-AAAA-AAAA", qtbot)
    assert vault.kept == before


def test_a_place_that_cannot_be_written_is_told(listed, tmp_path, qtbot):
    listed.place.findChild(HandingOver).ask_place = lambda _parent, _name, then: then(str(tmp_path))
    page = listed.place.dossiers
    page.table.setFocus()
    qtbot.waitUntil(lambda: page.table.current() is not None)
    qtbot.mouseClick(page._give, LEFT)
    sheet = sheet_of(listed, GiveSheet)
    qtbot.keyClicks(sheet._purpose.line, "waarneming")
    qtbot.mouseClick(sheet._verb, LEFT)
    qtbot.waitUntil(lambda: "niet te bewaren" in sheet._notice.text())
