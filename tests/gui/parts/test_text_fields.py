# SPDX-License-Identifier: EUPL-1.2
import time

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from assessment.known import NOT_KNOWN
from gui.parts.field import LONGEST
from gui.parts.long_text import LongTextField
from gui.parts.typed_field import TextField


def test_text_is_handed_on_when_the_typing_rests(shown, qtbot):
    field = shown(TextField("Naam"))
    begun = time.monotonic()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field.line, "Jansen")
    assert told.args == ["Jansen"]
    assert time.monotonic() - begun < 1.0


def test_typing_without_a_pause_is_handed_on_within_a_second(shown, qtbot):
    field = shown(LongTextField("Toelichting"))
    heard = []
    field.edited.connect(lambda value: heard.append((time.monotonic(), value)))
    begun = time.monotonic()
    while not heard and time.monotonic() - begun < 3:
        qtbot.keyClicks(field.text, "a", delay=60)
    assert heard[0][0] - begun < LONGEST / 1000 + 0.2
    assert heard[0][1].startswith("aaa")


def test_leaving_the_field_hands_on_at_once(shown, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    field, other = TextField("Naam"), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    shown(window)
    field.setFocus()
    qtbot.keyClicks(field.line, "Jansen")
    heard = []
    field.edited.connect(heard.append)
    other.setFocus()
    assert heard == ["Jansen"]


def test_the_meaning_of_empty_is_chosen(shown, qtbot):
    field = shown(TextField("Naam", empty=""))
    field.load("x")
    field.line.setFocus()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.line, Qt.Key.Key_Backspace if field.line.cursorPosition() else Qt.Key.Key_Delete)
    assert told.args == [""]


def test_a_line_that_is_too_long_says_so(shown, qtbot):
    field = shown(TextField("Naam"))
    field.line.setFocus()
    field.line.insert("x" * 400)
    assert len(field.line.text()) == 300
    assert "300 tekens" in field.problem


def test_a_pasted_novel_is_cut_with_a_sentence(shown, qtbot):
    field = shown(LongTextField("Toelichting"))
    novel = QMimeData()
    novel.setText("woord " * 200_000)
    field.text.insertFromMimeData(novel)
    field.flush()
    assert len(field.text.toPlainText()) == 20_000
    assert "20.000 tekens" in field.problem


def test_a_text_box_grows_with_its_text_within_bounds(shown):
    field = shown(LongTextField("Toelichting"))
    low = field.text.height()
    field.load("\n".join("regel" for _ in range(10)))
    middle = field.text.height()
    field.load("\n".join("regel" for _ in range(500)))
    assert low < middle < field.text.height() < 420


def test_tab_leaves_a_text_box(shown, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    field, other = LongTextField("Toelichting"), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    shown(window)
    field.setFocus()
    qtbot.keyClick(field.text, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert field.value() is NOT_KNOWN


UNSEEN = "Jan\x00 \x1b\u202eFictie\u202c\x07"


def test_signs_that_nobody_sees_are_left_out(shown, qtbot):
    """A record with a NUL cannot be kept, and turned text makes a reader believe what is not written."""
    line, text = shown(TextField("Naam")), shown(LongTextField("Toelichting"))
    for field, editor in ((line, line.line), (text, text.text)):
        QApplication.clipboard().setText(UNSEEN)
        with qtbot.waitSignal(field.edited) as told:
            editor.setFocus()
            editor.paste()
            qtbot.keyClicks(editor, "s")
        assert told.args == ["Jan Ficties"]
