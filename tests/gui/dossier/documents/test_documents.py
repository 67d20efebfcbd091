# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assessment.dates import When
from assessment.dossier.document import Document
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from tests.assessment.catalogue import layers
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier
DOCUMENTS = (
    Document("d1", "Formulier", When(2026, 1, 28), When(2026, 2, 11), When(2026, 2, 10), complete=True),
    Document("d2", "Huurcontract", When(2026, 1, 28), When(2026, 2, 11), When(2026, 2, 10), complete=False),
    Document("d3", "Offerte", When(2026, 3, 25), When(2026, 4, 22)),
    Document("d4", "Kwitantie", When(2026, 2, 2), When(2026, 2, 16)),
    Document("d5", "Jaarrekening", received_on=When(2026, 4, 1)),
)


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def cell(table, row, column):
    model = table.model
    return model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_missing_is_told_in_words(opened):
    one = opened("documents", replace(empty(), documents=DOCUMENTS))
    assert one.page._missing.text().splitlines() == [
        "Te laat: Kwitantie.",
        "Nog niet ontvangen: Offerte.",
        "Onvolledig: Huurcontract.",
        "Nog na te kijken: Jaarrekening.",
    ]
    assert [cell(one.page._table, row, 4) for row in range(5)] == [
        "volledig",
        "onvolledig",
        "nog niet ontvangen",
        "te laat",
        "volledig? niet bekend",
    ]
    assert cell(one.page._table, 4, 1) == "niet bekend"


def test_a_document_is_asked_and_received_with_the_keyboard_alone(opened, qtbot):
    one = opened("documents", empty())
    one.page._actions.itemAt(0).widget().setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    qtbot.keyClicks(one.focus(), "Huurcontract")
    qtbot.keyClick(one.focus(), Qt.Key.Key_Escape)
    assert one.dossier.documents == (Document("d1", "Huurcontract", When(2026, 4, 13)),)
    one.page._table.setFocus()
    one.page._in.setFocus()
    qtbot.keyClick(one.page._in, Qt.Key.Key_Space)
    assert one.dossier.documents[0].received_on == When(2026, 4, 13)
    assert not one.page._in.isEnabled()
    assert one.labels == ["Stuk toegevoegd", "Naam van stuk Huurcontract gewijzigd", "Huurcontract vandaag ontvangen"]
    one.page._table.setFocus()
    qtbot.keyClick(one.page._table.view, Qt.Key.Key_Delete)
    assert one.dossier.documents == ()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Z, CTRL)
    assert len(one.dossier.documents) == 1


def test_an_absurd_date_gets_a_sentence_and_comes_back_later(opened, qtbot):
    given = replace(empty(), documents=DOCUMENTS)
    one = opened("documents", given)
    one.frame.go_to("d3")
    field = one.sheet.form.fields["received_on"]
    type_over(qtbot, field.line, "overmorgen")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.problem == "Schrijf een datum, bijvoorbeeld 26-1-2026, jan 2026 of 2026."
    one.sheet.close_sheet()
    assert one.dossier == given
    one.frame.go_to("d3")
    assert one.sheet.form.fields["received_on"].line.text() == "overmorgen"


def test_an_invitation_is_noted_and_its_answer_found(opened, qtbot, cafe):
    one = opened("documents", cafe)
    letters = one.page._invitations.table
    assert [cell(letters, row, 4) for row in range(3)] == ["volledig", "volledig", "loopt nog"]
    assert one.page._missing.text() == "De vraag om aanvulling van 25 mrt 2026 loopt tot en met 22 apr 2026."
    one.page._invitations.ask(EventKind.SUPPLEMENT_RECEIVED)
    assert one.sheet.fields["on"].line.text() == "13 apr 2026"
    one.sheet.suggest(complete=False)
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.dossier.events[-1] == Event(EventKind.SUPPLEMENT_RECEIVED, When(2026, 4, 13), complete=False)
    assert [cell(letters, row, 4) for row in range(4)] == ["volledig", "volledig", "onvolledig", "onvolledig"]
    assert one.labels == ["Gebeurtenis toegevoegd: aanvulling ontvangen"]


def test_an_open_invitation_is_a_link_to_its_letters(opened, cafe):
    one = opened("application", cafe)
    one.frame.go_to("supplement")
    assert one.frame.step == "documents"
    assert one.focus() is one.page._invitations.table.view


def test_an_invitation_without_a_day_is_not_noted(opened, qtbot):
    one = opened("documents", empty())
    one.page._invitations.ask(EventKind.SUPPLEMENT_INVITED)
    line = one.sheet.fields["on"].line
    type_over(qtbot, line, "x")
    qtbot.mouseClick(one.sheet.verb, Qt.MouseButton.LeftButton)
    assert one.sheet._notice.text() == "Schrijf een datum, bijvoorbeeld 26-1-2026, jan 2026 of 2026."
    assert one.focus() is line
    assert one.dossier == empty()


def test_an_expired_invitation_says_that_nobody_answered(opened):
    asked = Event(EventKind.SUPPLEMENT_INVITED, When(2026, 2, 2), When(2026, 2, 16))
    one = opened("documents", replace(empty(), events=(asked,)))
    assert one.page._missing.text() == (
        "Niet geantwoord op de vraag om aanvulling van 2 feb 2026; de termijn liep tot 16 feb 2026."
    )
    assert cell(one.page._invitations.table, 0, 4) == "niet beantwoord"


def test_a_letter_is_changed_and_removed_in_its_sheet(opened, qtbot, cafe):
    one = opened("documents", cafe)
    one.page._invitations.table.opened.emit(one.page._invitations.table.model.record(2))
    due = one.sheet.form.fields["due"]
    type_over(qtbot, due.line, "29-4-2026")
    due.flush()
    assert one.dossier.events[4].due == When(2026, 4, 29)
    one.sheet.remove_asked.emit(one.sheet.record())
    assert one.dossier.events == cafe.events[:4]


def test_a_half_typed_day_of_an_invitation_comes_back(opened, qtbot, cafe):
    one = opened("documents", cafe)
    letters = one.page._invitations.table
    letters.opened.emit(letters.model.record(0))
    type_over(qtbot, one.sheet.form.fields["due"].line, "30-2-2026")
    one.frame.flush()
    again = opened("documents", one.dossier, one.session.drafts)
    letters = again.page._invitations.table
    letters.opened.emit(letters.model.record(0))
    assert again.sheet.form.fields["due"].line.text() == "30-2-2026"


def test_a_letter_says_how_much_time_the_own_policy_gives(opened, cafe, qtbot):
    for catalogue, told in ((None, "Gebruikelijk: 2 weken."), (layers.own(), "Eigen beleid: 3 weken (")):
        one = opened("documents", cafe, catalogue=catalogue)
        ask = next(b for b in one.page.findChildren(QPushButton) if b.text() == "Noteer een vraag")
        qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
        assert told in one.sheet.fields["due"].line.accessibleDescription()
