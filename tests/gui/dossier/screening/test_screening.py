# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.application import Permit
from assessment.known import NOT_KNOWN

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(page):
    return [id_ for id_, card in page._cards.items() if not card.isHidden()]


def press(qtbot, one, key):
    qtbot.keyClick(one.focus(), key)


def test_themes_say_how_far_they_are(opened, cafe):
    one = opened("screening", cafe)
    names = {code: button.accessibleName() for code, button in one.page._themes._buttons.items()}
    assert names["C"].startswith("Financiering, 9 van 33")
    assert one.page._themes._buttons["L"].isHidden()
    assert "beantwoord" in one.page._words.text()


def test_one_question_is_open_at_a_time(opened, cafe):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-08")
    assert one.page._cards["FIN-08"].is_open
    one.page._cards["FIN-02"].opened.emit("FIN-02")
    assert one.page._cards["FIN-02"].is_open
    assert not one.page._cards["FIN-08"].is_open


def test_a_letter_answers_and_the_day_is_noted(opened, cafe, qtbot):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-01")
    press(qtbot, one, Qt.Key.Key_N)
    assert one.dossier.answer_to("FIN-01") == Answer("FIN-01", "nee", on=When.on(one.page.tools.today()))
    press(qtbot, one, Qt.Key.Key_O)
    assert one.dossier.answer_to("FIN-01").value == "onbekend"
    assert one.page._cards["FIN-01"]._badge.word() == "onbekend"


def test_the_keyboard_walks_from_open_question_to_open_question(opened, cafe, qtbot):
    one = opened("screening", cafe)
    one.page._next()
    first = one.page._open
    press(qtbot, one, Qt.Key.Key_N)
    qtbot.keyClick(one.focus(), Qt.Key.Key_Return, CTRL)
    assert one.page._open not in ("", first)
    assert one.dossier.answer_to(one.page._open) is None or one.dossier.answer_to(one.page._open).value == "onbekend"


def test_a_note_evidence_and_an_innocent_explanation_are_kept(opened, cafe, qtbot):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-08")
    fields = one.page._cards["FIN-08"]._fields
    for attr, words in (("note", "Zie het contract."), ("innocent_explanation", "Familie leent vaak zonder papier.")):
        field = fields._named()[attr]
        field.load(NOT_KNOWN)
        field.setFocus()
        qtbot.keyClicks(one.focus(), words)
        field.flush()
    fields._sources.edited.emit(("i12", "i13"))
    answer = one.dossier.answer_to("FIN-08")
    assert (answer.value, answer.note, answer.innocent_explanation, answer.sources) == (
        "ja",
        "Zie het contract.",
        "Familie leent vaak zonder papier.",
        ("i12", "i13"),
    )


def test_an_answer_can_be_cleared_and_comes_back(opened, cafe, qtbot):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-08")
    one.page._cards["FIN-08"]._fields._clear.click()
    assert one.dossier.answer_to("FIN-08") is None
    assert one.page._cards["FIN-08"]._badge.word() == "open"
    qtbot.keyClick(one.frame, Qt.Key.Key_Z, CTRL)
    assert one.dossier == cafe


def test_questions_of_another_permit_are_not_asked_and_their_answers_are_kept(opened, cafe):
    application = replace(cafe.application, permit_types=(Permit("SUB", "SUB"),))
    one = opened("screening", replace(cafe, application=application))
    assert "IDA-05" not in shown(one.page)
    assert "gelden. Ze blijven bewaard en tellen niet mee." in one.page._hidden.text()
    assert one.dossier.answer_to("IDA-05").value == "ja"


def test_why_a_question_is_asked_is_told_with_article_and_source(opened, cafe):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-08")
    texts = [label.text() for label in one.page._cards["FIN-08"]._fields.findChildren(type(one.page._hidden))]
    assert any(text.startswith("Grondslag: ") for text in texts)
    assert any(text.startswith("Bron: ") for text in texts)


def test_typing_a_note_keeps_its_place_while_the_outcome_follows(opened, cafe, qtbot):
    one = opened("screening", cafe)
    one.frame.go_to("FIN-08")
    one.page._cards["FIN-08"]._fields._note.setFocus()
    editor = one.focus()
    qtbot.keyClick(editor, Qt.Key.Key_Home, CTRL)
    qtbot.keyClicks(editor, "Eerst ")
    qtbot.waitUntil(lambda: one.dossier.answer_to("FIN-08").note.startswith("Eerst "))
    qtbot.keyClicks(editor, "dit. ")
    qtbot.waitUntil(lambda: one.dossier.answer_to("FIN-08").note.startswith("Eerst dit. "))
    assert one.focus() is editor
    assert editor.textCursor().position() == len("Eerst dit. ")
