# SPDX-License-Identifier: EUPL-1.2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from assessment.dossier.relation import Role
from assessment.known import NOT_KNOWN, NOT_LISTED
from gui.parts.chips import Chip, SourcePicker, TagList
from gui.parts.choice_field import ChoiceField
from gui.parts.segmented import SegmentedField, TriField

ROLES = {"director": "bestuurder", "manager": "leidinggevende", "financier": "financier"}


def test_a_chosen_word_gives_its_code(shown, qtbot):
    field = shown(ChoiceField("Rol", ROLES, make=Role))
    assert field.value() is NOT_KNOWN
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert told.args == [Role.DIRECTOR]


def test_none_and_not_known_are_two_entries(shown):
    field = shown(ChoiceField("Grondslag", ROLES, none_word="geen"))
    field.load(None)
    assert (field.box.currentText(), field.value()) == ("geen", None)
    field.load(NOT_KNOWN)
    assert (field.box.currentText(), field.value()) == ("niet bekend", NOT_KNOWN)


def test_a_long_word_is_shown_from_its_beginning(shown):
    field = shown(ChoiceField("Gebeurtenis", {"long": "een heel lang woord " * 9}, search=True), 160, 40)
    field.load("long")
    assert field.box.lineEdit().cursorPosition() == 0


def test_a_code_that_is_not_offered_is_named_and_not_lost(shown):
    field = shown(ChoiceField("Rol", ROLES))
    field.load("onbekende-code")
    assert "onbekende-code" in field.problem


def wheel_over(widget):
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, wheel)


def test_the_wheel_does_not_change_a_choice_by_accident(shown):
    field = shown(ChoiceField("Rol", ROLES, make=Role))
    field.load(Role.DIRECTOR)
    wheel_over(field.box)
    assert field.value() is Role.DIRECTOR


def test_the_wheel_adds_nothing_by_accident(shown):
    field = shown(SourcePicker("Bronnen", {"i1": "i1 Politie", "i2": "i2 KVK"}))
    field._box.setFocus()
    wheel_over(field._box)
    assert field.value() is NOT_LISTED


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Down, ""), (Qt.Key.Key_K, "k")])
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_open_the_list_and_only_enter_adds(shown, qtbot, key, text):
    field = shown(SourcePicker("Bronnen", {"i1": "Politie", "i2": "KVK"}))
    field._box.setFocus()
    qtbot.keyClick(field._box, key)
    assert field.value() is NOT_LISTED
    assert field._box.view().isVisible()
    if not text:
        qtbot.keyClick(field._box.view(), Qt.Key.Key_Down)
        qtbot.keyClick(field._box.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field._box.view(), Qt.Key.Key_Return)
    assert told.args == [("i2",)]


def test_a_long_list_is_searched_by_a_part_of_the_word(shown, qtbot):
    field = shown(ChoiceField("Rol", ROLES, make=Role, search=True))
    field.box.lineEdit().setFocus()
    field.box.lineEdit().selectAll()
    qtbot.keyClicks(field.box.lineEdit(), "xyz")
    qtbot.keyClick(field.box.lineEdit(), Qt.Key.Key_Return)
    assert field.box.currentText() == "niet bekend"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_the_only_word_with_what_was_typed_is_chosen(shown, qtbot):
    field = shown(ChoiceField("Rol", ROLES, make=Role, search=True))
    field.box.lineEdit().setFocus()
    field.box.lineEdit().selectAll()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field.box.lineEdit(), ROLES["director"][2:].upper())
        field.box.completer().popup().hide()
        field.box.lineEdit().editingFinished.emit()
    assert told.args == [Role.DIRECTOR]


@pytest.mark.parametrize(("key", "value"), [("j", "ja"), ("n", "nee"), ("o", "onbekend"), ("v", "n.v.t.")])
def test_each_answer_has_its_letter(shown, qtbot, key, value):
    field = shown(SegmentedField("Antwoord"))
    field.load(None)
    field.editor().setFocus()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field.editor(), key)
    assert told.args == [value]


def test_ctrl_with_a_letter_is_left_alone(shown, qtbot):
    field = shown(SegmentedField("Antwoord"))
    field.load(None)
    field.editor().setFocus()
    qtbot.keyClick(field.editor(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert field.value() is None


def test_a_click_answers_and_nothing_is_answered_before(shown, qtbot):
    field = shown(TriField("Zekerheid"))
    assert field.value() is NOT_KNOWN
    button = next(one for one in field._editors if one.text() == "nee")
    with qtbot.waitSignal(field.edited) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert button.accessibleName() == "Zekerheid: nee"


def test_sources_are_added_and_taken_away_as_chips(shown, qtbot):
    field = shown(SourcePicker(choices={"i1": "i1 Politie", "i2": "i2 KVK"}))
    assert field.value() is NOT_LISTED
    with qtbot.waitSignal(field.edited) as told:
        field._box.activated.emit(2)
    assert told.args == [("i2",)]
    chip = field.findChildren(Chip)[-1]
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(chip.findChild(type(chip.children()[-1])) or chip, Qt.Key.Key_Delete)
    assert told.args == [()]


def test_chips_come_back_from_a_draft(shown):
    field, again = (shown(SourcePicker(choices={"i1": "i1 Politie", "i2": "i2 RIEC"})) for _ in range(2))
    field.load(("i2", "i1"))
    again.restore(field.as_draft())
    assert again.value() == ("i2", "i1")
    again.restore("")
    assert again.value() is NOT_LISTED


def test_a_source_that_is_gone_keeps_its_id(shown):
    field = shown(SourcePicker(choices={"i1": "i1 Politie"}))
    field.load(("i1", "i9"))
    field.set_choices({})
    assert field.value() == ("i1", "i9")


def test_enter_adds_a_tag_once(shown, qtbot):
    field = shown(TagList("Indicatoren"))
    for _ in range(2):
        qtbot.keyClicks(field._entry, "zelfde adres")
        qtbot.keyClick(field._entry, Qt.Key.Key_Return)
    assert field.value() == ("zelfde adres",)


def test_a_text_that_was_begun_is_a_draft_until_it_is_one_of_them(shown, qtbot):
    field = shown(TagList("Ook bekend als"))
    field.load(("Jan",))
    with qtbot.waitSignal(field.drafted, timeout=2000) as told:
        qtbot.keyClicks(field._entry, "Pie")
    other = shown(TagList("Ook bekend als"))
    other.load(("Jan",))
    other.restore(told.args[0])
    assert (other.value(), other._entry.text()) == (("Jan",), "Pie")
    with qtbot.waitSignal(other.drafted) as told:
        qtbot.keyClick(other._entry, Qt.Key.Key_Return)
    assert (other.value(), told.args) == (("Jan", "Pie"), [""])


def test_a_draft_of_texts_and_of_one_that_was_begun_comes_back_as_both(shown, qtbot):
    field = shown(TagList("Ook bekend als"))
    field.load(("Jan", "Piet"))
    qtbot.keyClicks(field._entry, "Kl")
    draft = field.as_draft()
    other = shown(TagList("Ook bekend als"))
    other.restore(draft)
    assert (other.value(), other._entry.text()) == (("Jan", "Piet"), "Kl")
