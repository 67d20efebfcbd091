# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Classification, Consent, Information, Purpose
from assessment.dossier.party import Person
from gui.parts.badge import Tone
from tests.gui import fakes

NO_POPUPS = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def cell(table, row, column, role=Qt.ItemDataRole.AccessibleTextRole):
    return table.model.data(table.model.index(row, column), role)


def search(qtbot, one, attr, words):
    """Type words in a search field and go on, as with the list of proposals put away by Esc."""
    box = one.sheet.form.fields[attr].box
    box.lineEdit().setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), words)
    box.completer().popup().hide()
    box.lineEdit().editingFinished.emit()


def verdict(one):
    return one.sheet._verdict._why.text()


def test_each_item_stands_beside_its_verdict(opened, cafe):
    one = opened("information", cafe)
    shown = {one.page._table.model.record(row).id: cell(one.page._table, row, 6) for row in range(14)}
    assert {id_ for id_, word in shown.items() if word == "niet bruikbaar"} == {"i1", "i6", "i9", "i10"}
    assert shown["i7"] == "gesloten deel"
    tip = one.page._table.model.index(6, 6).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("alleen in het gesloten deel\nDeze informatie mag niet worden doorgegeven")
    assert one.page.remark.text() == "Niet te gebruiken: i1, i6, i9, i10. Een feit kan hier niet op steunen."


def test_the_sheet_says_why_and_what_would_help(opened, cafe):
    one = opened("information", cafe)
    one.frame.go_to("i7")
    assert "mag niet worden doorgegeven" in verdict(one)
    assert "Vraag de verstrekker om toestemming" in verdict(one)
    one.frame.go_to("i6")
    assert "Besluit politiegegevens" in verdict(one)


@NO_POPUPS
def test_an_item_is_added_and_filled_with_the_keyboard_alone(opened, qtbot):
    dossier = replace(empty(), parties=(Person("p1", "Daan Fictema"),), subject=("p1",))
    one = opened("information", dossier)
    one.page._table.view.setFocus()
    one.page._actions.itemAt(1).widget().setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    assert one.dossier.information == (
        Information("i1", purpose=Purpose.BIBOB, received_on=When.on(one.page.tools.today())),
    )
    assert one.focus() is one.sheet.form.fields["partner"].box
    search(qtbot, one, "partner", "Belastingd")
    assert one.dossier.information[0].partner == "belastingdienst"
    qtbot.keyClick(one.focus(), Qt.Key.Key_Escape)
    assert one.sheet is None
    assert one.labels[0] == "Informatie toegevoegd"
    qtbot.keyClick(one.frame, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(one.frame, Qt.Key.Key_Z, CTRL)
    assert one.dossier.information == ()


def test_a_request_is_out_until_its_answer_came(opened, qtbot):
    one = opened("information", empty())
    one.page._actions.itemAt(0).widget().click()
    assert one.dossier.information[0].requested_on == When.on(one.page.tools.today())
    assert cell(one.page._table, 0, 3) == "nog niet ontvangen"
    line = one.sheet.form.fields["received_on"].line
    line.setFocus()
    qtbot.keyClicks(line, "20-4-2026")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert cell(one.page._table, 0, 3) == "20 apr 2026"


@NO_POPUPS
def test_the_bases_of_the_partner_come_first(opened, cafe, qtbot):
    one = opened("information", cafe)
    one.frame.go_to("i7")
    words = one.sheet.form.fields["basis"].box
    assert words.itemText(2).startswith("Strafvorderlijke gegevens")
    search(qtbot, one, "partner", "Politie")
    assert words.itemText(2).startswith("Politiegegevens")
    assert one.sheet.record().basis == "wjsg-39f"


def test_leave_of_the_supplier_opens_what_was_closed(opened, cafe, qtbot):
    one = opened("information", cafe)
    one.frame.go_to("i7")
    sheet = one.sheet
    for attr in ("visible_to_subject", "forward"):
        field = sheet.form.fields[attr]
        field.load(Consent.YES)
        field.edited.emit(Consent.YES)
    qtbot.waitUntil(lambda: "pas na toestemming worden getoond" in sheet._verdict._why.text())
    leave = sheet.form.fields["permission"]
    leave.load("Officier van justitie, op 4 mei 2026.")
    leave.edited.emit("Officier van justitie, op 4 mei 2026.")
    qtbot.waitUntil(lambda: sheet._verdict._badge.word() == "bruikbaar")
    assert sheet._verdict._badge.property("tone") == Tone.OK.value


def test_what_is_used_elsewhere_is_not_removed_but_told(opened, cafe, qtbot):
    one = opened("information", cafe)
    one.page._table.view.selectRow(6)
    one.page._table.view.setFocus()
    qtbot.keyClick(one.page._table.view, Qt.Key.Key_Delete)
    assert one.dossier == cafe
    assert (
        one.page._notice.text()
        == "i7 wordt nog genoemd bij feit f7, vraag IDA-11, vraag PAN-03. Haal het daar eerst weg."
    )
    one.page._notice.asked.emit()
    assert one.frame.step == "facts"


def test_what_nobody_uses_is_removed_and_comes_back(opened, cafe, qtbot):
    one = opened("information", cafe)
    one.frame.go_to("i9")
    one.sheet.remove_asked.emit(one.sheet.record())
    assert "i9" not in {item.id for item in one.dossier.information}
    qtbot.keyClick(one.frame, Qt.Key.Key_Z, CTRL)
    assert one.dossier == cafe


def test_typing_keeps_its_place_while_the_verdict_follows(opened, cafe, qtbot):
    one = opened("information", cafe)
    one.frame.go_to("i2")
    field = one.sheet.form.fields["content"]
    field.setFocus()
    editor = one.focus()
    qtbot.keyClick(editor, Qt.Key.Key_Home, CTRL)
    qtbot.keyClicks(editor, "Eerst ")
    qtbot.waitUntil(lambda: one.dossier.information[1].content.startswith("Eerst "))
    qtbot.keyClicks(editor, "dit. ")
    qtbot.waitUntil(lambda: one.dossier.information[1].content.startswith("Eerst dit. "))
    assert one.focus() is editor
    assert editor.textCursor().position() == len("Eerst dit. ")


def made_secret(dossier, id_):
    changed = (
        replace(one, classification=Classification.SECRET) if one.id == id_ else one for one in dossier.information
    )
    return replace(dossier, information=tuple(changed))


def test_an_item_of_the_closed_part_is_journalled_once_when_it_is_shown(opened, cafe):
    noted = []
    one = opened("information", cafe, note_view=noted.append)
    assert noted == []
    for place in ("i2", "i7", "i2", "i7"):
        one.frame.go_to(place)
    assert noted == ["i7"]


def test_a_secret_item_is_journalled_also_when_it_may_not_be_used(opened, cafe):
    assert cafe.information[5].classification is Classification.SECRET
    noted = []
    one = opened("information", cafe, note_view=noted.append)
    one.frame.go_to("i6")
    assert noted == ["i6"]


def test_an_item_that_is_made_secret_while_it_is_shown_is_journalled(opened, cafe):
    noted = []
    one = opened("information", cafe, note_view=noted.append)
    one.frame.go_to("i2")
    assert noted == []
    one.session.change(made_secret(cafe, "i2"), "Geheim")
    assert noted == ["i2"]
