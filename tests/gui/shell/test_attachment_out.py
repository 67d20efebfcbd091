# SPDX-License-Identifier: EUPL-1.2
"""A file that leaves the store is told of in the bar, also when the sheet that asked for it has gone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from assessment.dossier.document import Document
from assessment.errors import FileOutOfReach
from tests.gui.leaving import CTRL, enters

LEFT = Qt.MouseButton.LeftButton


def press(window, words, qtbot):
    def found():
        kinds = (*window.findChildren(QPushButton), *window.findChildren(QToolButton))
        return [one for one in kinds if one.isVisible() and one.accessibleName() == words]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.mouseClick(found()[0], LEFT)


@pytest.fixture
def asks(opened, qtbot, tmp_path):
    """Have a document with a file, and ask to save it as `uit.txt`."""
    (tmp_path / "huur.txt").write_bytes(b"De huur")
    session = opened.desk.session
    session.change(replace(session.dossier, documents=(Document("d1", "Huurcontract"),)), "Stuk toegevoegd")
    opened.desk.page.open_step("documents")
    opened.desk.page.go_to("d1")
    opened.desk.page._tools.attachments.add("document/d1", str(tmp_path / "huur.txt"), cleaned=False)
    opened.desk.page.page().attachments.ask_place = lambda _parent, _name, then: then(str(tmp_path / "uit.txt"))

    def ask(then=lambda: press(opened, "Kies een plaats", qtbot)):
        press(opened, "Bewaar huur.txt buiten de kluis…", qtbot)
        qtbot.keyClicks(opened.focusWidget(), "voor de rechtbank")
        then()

    return ask


def told(window):
    return window.place.bar.text().replace("\u200b", "")


def test_where_it_is_is_told(opened, qtbot, asks, tmp_path):
    asks()
    qtbot.waitUntil(lambda: told(opened).startswith(f"Het bestand staat in {tmp_path / 'uit.txt'}."))
    assert "niet versleuteld" in told(opened)
    assert (tmp_path / "uit.txt").read_bytes() == b"De huur"


def test_why_it_is_not_there_is_told(opened, vault, qtbot, asks, tmp_path):
    def refuse(*_):
        raise FileOutOfReach("uit.txt", "de schijf is vol.")

    vault.attachments.write_out = refuse
    asks()
    qtbot.waitUntil(lambda: "de schijf is vol" in told(opened))
    assert not opened.desk.page._tools.attachments.busy


def test_half_a_purpose_is_in_its_field_after_a_lock_with_the_cursor_in_it(opened, qtbot, asks):
    asks(lambda: qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_Left))
    with qtbot.waitSignal(opened.locking.locked):
        qtbot.keyClick(opened.focusWidget(), Qt.Key.Key_L, CTRL)
    with qtbot.waitSignal(opened.unlocked):
        enters(opened, qtbot)
    qtbot.waitUntil(lambda: opened.place.open_sheet() is not None and opened.lanes.are_idle)
    line = opened.place.open_sheet().purpose.line
    qtbot.waitUntil(line.hasFocus)
    # The sheet has the keyboard at once, and its draft and the cursor a turn later.
    qtbot.waitUntil(lambda: (line.text(), line.cursorPosition()) == ("voor de rechtbank", len("voor de rechtban")))
