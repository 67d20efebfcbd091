# SPDX-License-Identifier: EUPL-1.2
"""What the two sheets ask, show and hand on."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessment.errors import WrongPhrase
from assessment.package import Arrival, Package, Preview
from gui.dossiers.handover_sheets import CODE, NO_CODE, NO_PURPOSE, GiveSheet, TakeSheet
from tests.gui.fakes import AT, dossier

PACKAGE = Package(dossier(), "Daan Fictema", AT)
TOLD_CODE = "7Q4K-0000-AAAA-1111-ZZZZ"


def words(sheet: GiveSheet | TakeSheet) -> str:
    return sheet._notice.text()


@pytest.fixture
def give(qtbot: QtBot) -> GiveSheet:
    sheet = GiveSheet("BIB-2026-0014")
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


@pytest.fixture
def take(qtbot: QtBot) -> TakeSheet:
    sheet = TakeSheet("BIB-2026-0014.toetspakket")
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_without_a_purpose_nothing_leaves(give: GiveSheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(give.asked):
        qtbot.mouseClick(give._verb, Qt.MouseButton.LeftButton)
    assert words(give) == NO_PURPOSE


def test_a_purpose_is_handed_on_and_the_code_is_shown_once(give: GiveSheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(give._purpose.line, "waarneming tijdens verlof")
    with qtbot.waitSignal(give.asked) as asked:
        qtbot.keyClick(give._purpose.line, Qt.Key.Key_Return)
    assert asked.args == ["waarneming tijdens verlof"]
    give.show_code("D:/over.toetspakket", TOLD_CODE)
    assert give._code.isVisible()
    assert give._code.text() == TOLD_CODE
    assert give._told.text() == CODE
    assert not give._verb.isVisible()
    with qtbot.waitSignal(give.closed):
        qtbot.mouseClick(give._done, Qt.MouseButton.LeftButton)


def test_without_a_code_nothing_is_opened(take: TakeSheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(take.opened):
        qtbot.mouseClick(take._verb, Qt.MouseButton.LeftButton)
    assert words(take) == NO_CODE


@pytest.mark.parametrize("arrival", Arrival)
def test_what_would_happen_is_shown_before_it_does(take: TakeSheet, qtbot: QtBot, arrival: Arrival) -> None:
    qtbot.keyClicks(take._code.line, TOLD_CODE)
    with qtbot.waitSignal(take.opened) as opened:
        qtbot.keyClick(take._code.line, Qt.Key.Key_Return)
    assert opened.args == [TOLD_CODE]
    differing = ("answers", "signals") if arrival is Arrival.OTHER else ()
    preview = Preview(PACKAGE, arrival, None, differing)
    take.show_preview(preview)
    assert "BIB-2026-0014" in take._facts.text()
    assert "Daan Fictema" in take._facts.text()
    assert ("vragenlijst, en meer" in take._facts.text()) is bool(differing)
    assert words(take)
    with qtbot.waitSignal(take.taken) as taken:
        qtbot.mouseClick(take._verb, Qt.MouseButton.LeftButton)
    assert taken.args == [preview]


def test_another_code_is_another_question(take: TakeSheet, qtbot: QtBot) -> None:
    take.show_preview(Preview(PACKAGE, Arrival.NEW))
    qtbot.keyClicks(take._code.line, "7")
    assert take._facts.text() == ""
    with qtbot.assertNotEmitted(take.taken), qtbot.waitSignal(take.opened):
        qtbot.mouseClick(take._verb, Qt.MouseButton.LeftButton)


def test_a_wrong_code_is_told(take: TakeSheet) -> None:
    take.show_hindrance(WrongPhrase())
    assert words(take) == WrongPhrase().sentence
