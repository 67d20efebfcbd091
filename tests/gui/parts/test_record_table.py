# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.parts.badge import Tone
from gui.parts.record_model import Column, RecordModel
from gui.parts.record_table import RecordTable


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    counts: bool = True


ROWS = (Row("f1", "Witwassen"), Row("f2", "Heling", counts=False), Row("f3", "Belediging"))
COLUMNS = (
    Column("Nr", lambda row: row.id, 60),
    Column("Feit", lambda row: row.name, struck=lambda row: not row.counts),
    Column("Stand", lambda row: "", 120, badge=lambda row: (Tone.OK, "telt") if row.counts else None),
)


@pytest.fixture
def table(shown):
    made = shown(RecordTable("Feiten", COLUMNS, empty="Er is nog geen feit.", add="Voeg een feit toe"))
    made.show_records(ROWS)
    return made


def test_the_model_is_sound(qtmodeltester):
    model = RecordModel(COLUMNS)
    qtmodeltester.check(model)
    model.show_records(ROWS)
    qtmodeltester.check(model)


def test_replacing_the_rows_is_announced_once(qtbot):
    model = RecordModel(COLUMNS)
    counts = []
    model.modelReset.connect(lambda: counts.append(model.rowCount()))
    model.show_records(ROWS)
    assert counts == [3]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "opened"),
        (Qt.Key.Key_Enter, "opened"),
        (Qt.Key.Key_Delete, "remove_asked"),
    ],
)
def test_keys_act_on_the_current_row(table, qtbot, key, signal):
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(table, signal)) as told:
        qtbot.keyClick(table.view, key)
    assert told.args == [ROWS[1]]


def test_insert_and_the_button_ask_for_a_new_row(table, qtbot):
    with qtbot.waitSignal(table.add_asked):
        qtbot.keyClick(table.view, Qt.Key.Key_Insert)


def test_a_double_click_opens(table, qtbot):
    spot = table.view.visualRect(table.model.index(2, 1)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [ROWS[2]]


def test_the_current_row_stays_when_rows_are_replaced(table):
    table.select("f3")
    table.show_records((ROWS[2], ROWS[0]))
    assert table.current() == ROWS[2]
    table.show_records((ROWS[0],))
    assert table.current() == ROWS[0]


def test_an_empty_table_says_what_to_do(table, qtbot):
    table.show_records(())
    assert table._stack.currentIndex() == 1
    assert table.current() is None
    qtbot.keyClick(table.view, Qt.Key.Key_Return)


def test_tab_leaves_the_table(shown, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    table, after = RecordTable("Feiten", COLUMNS), QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    shown(window)
    table.show_records(ROWS)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_screen_reader_hears_the_badge_and_what_does_not_count(table):
    model, spoken = table.model, Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 2), spoken) == "telt"
    assert model.data(model.index(1, 1), spoken) == "Heling, telt niet mee"
    assert model.data(model.index(1, 1), Qt.ItemDataRole.FontRole).strikeOut()


def test_heads_sort_and_keep_their_order_when_rows_are_replaced(table):
    table.allow_sorting(1)
    assert [row.id for row in table.model.records()] == ["f3", "f2", "f1"]
    table.show_records(ROWS)
    assert [row.id for row in table.model.records()] == ["f3", "f2", "f1"]
