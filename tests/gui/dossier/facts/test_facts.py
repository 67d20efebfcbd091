# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from assessment.dates import Period, When
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact, Link, PermitLink, Status, ToObtain
from assessment.dossier.party import Person
from assessment.known import NOT_KNOWN, NotKnown
from tests.gui import fakes

NO_POPUPS = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
PARTY = Person("p1", "Daan Fictema")


def small():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY, parties=(PARTY,), subject=("p1",))


def cell(table, row, column):
    return table.model.data(table.model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def choose(field, value):
    """Choose a value of a closed list as its box would."""
    field.load(value)
    field.edited.emit(field.value())


def type_in(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def test_each_fact_says_what_it_counts_for(opened, cafe):
    one = opened("facts", cafe)
    assert [cell(one.page._table, row, 5) for row in range(3)] == ["telt niet", "telt voor a", "telt voor a"]
    tip = one.page._table.model.data(one.page._table.model.index(0, 5), Qt.ItemDataRole.ToolTipRole)
    assert "b-grond: De samenhang van feit f5 met de activiteit is nog niet vastgelegd." in tip


def test_the_sheet_tells_what_follows_in_words(opened, cafe):
    one = opened("facts", cafe)
    one.frame.go_to("f7")
    told = one.sheet._outcome.text()
    for words in ("vermoeden", "Sjors Bedenksel → Daan Fictema", "Ouderdom: 1,9 jaar.", "Telt mee voor: a-grond."):
        assert words in told


@NO_POPUPS
def test_a_fact_is_added_and_filled_in(opened, qtbot):
    one = opened("facts", small())
    one.page._actions.itemAt(0).widget().setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    assert one.dossier.facts == (Fact("f1", actor="p1", capacity="own", to_obtain=None),)
    assert cell(one.page._table, 0, 1) == "nog niet gekozen"
    fields = one.sheet.form.fields
    line = fields["offence"].box.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "420bis)")
    fields["offence"].box.completer().popup().hide()
    line.editingFinished.emit()
    assert one.dossier.facts[0].offence == "sr-420bis"
    type_in(qtbot, fields["committed"]._first.line, "1-2023")
    type_in(qtbot, fields["committed"]._last.line, "6-2024")
    assert one.dossier.facts[0].committed == Period(When(2023, 1), When(2024, 6))
    assert cell(one.page._table, 0, 3) == "jan 2023 – jun 2024"
    assert one.labels[0] == "Feit toegevoegd"
    assert "Strafbaar feit van feit f1 gewijzigd" in one.labels


def test_what_does_not_apply_is_not_asked(opened, cafe):
    one = opened("facts", cafe)
    one.frame.go_to("f7")
    rows = one.sheet.form._rows
    assert not rows["suspicion"].isHidden()
    assert rows["dismissal.code"].isHidden()
    choose(one.sheet.form.fields["status"], Status.DISMISSED)
    assert not rows["dismissal.code"].isHidden()
    choose(one.sheet.form.fields["status"], Status.CONVICTION_FINAL)
    assert rows["suspicion"].isHidden()
    assert rows["dismissal.code"].isHidden()


def test_the_link_is_said_per_permit_and_makes_it_count(opened, cafe, qtbot):
    one = opened("facts", cafe)
    one.frame.go_to("f5")
    link, reason = one.sheet._links._fields["EXP"]
    choose(link, Link.CONNECTED)
    assert one.dossier.facts[0].links == (PermitLink("EXP", Link.CONNECTED),)
    qtbot.waitUntil(lambda: cell(one.page._table, 0, 5) == "telt voor b")
    reason.setFocus()
    qtbot.keyClicks(reason.editor(), "Handel in de zaak ligt voor de hand.")
    reason.flush()
    assert one.dossier.facts[0].links == (PermitLink("EXP", Link.CONNECTED, "Handel in de zaak ligt voor de hand."),)
    choose(one.sheet._links._fields["ALC"][0], Link.NONE)
    assert [(one_.permit, one_.link) for one_ in one.dossier.facts[0].links] == [
        ("EXP", Link.CONNECTED),
        ("ALC", Link.NONE),
    ]


def test_a_benefit_and_the_sixth_paragraph_begin_when_something_is_said(opened, cafe, qtbot):
    one = opened("facts", cafe)
    one.frame.go_to("f5")
    fact = one.dossier.facts[0]
    assert (fact.benefit, fact.to_obtain) == (NOT_KNOWN, None)
    type_in(qtbot, one.sheet.form.fields["benefit.amount"].line, "12.500")
    assert str(one.dossier.facts[0].benefit.amount) == "12500.00"
    field = one.sheet.form.fields["to_obtain.question"]
    field.setFocus()
    qtbot.keyClicks(one.focus(), "Is eerder een vergunning ingetrokken?")
    field.flush()
    assert one.dossier.facts[0].to_obtain.question == "Is eerder een vergunning ingetrokken?"


def test_an_absurd_amount_gets_a_sentence_and_changes_nothing(opened, cafe, qtbot):
    one = opened("facts", cafe)
    one.frame.go_to("f7")
    field = one.sheet.form.fields["benefit.amount"]
    type_in(qtbot, field.line, "veel geld")
    assert field.problem
    assert one.dossier == cafe


def test_a_fact_that_is_spoken_of_stays(opened, cafe, qtbot):
    heard = replace(cafe, hearings=())
    one = opened("facts", heard)
    one.page._table.view.selectRow(0)
    one.page._table.view.setFocus()
    qtbot.keyClick(one.page._table.view, Qt.Key.Key_Delete)
    assert [fact.id for fact in one.dossier.facts] == ["f7", "f8"]
    qtbot.keyClick(one.frame, Qt.Key.Key_Z, CTRL)
    assert one.dossier == heard


def test_the_text_of_an_order_is_recorded(opened, qtbot, cafe):
    one = opened("facts", cafe)
    one.page.go_to("f7")
    order = one.sheet.form.fields["order"]
    order.setFocus()
    qtbot.keyClicks(one.focus(), "Ten hoogste tien bewoners.")
    order.flush()
    assert next(fact for fact in one.dossier.facts if fact.id == "f7").order == "Ten hoogste tien bewoners."


def test_a_field_of_par_6_that_is_emptied_again_leaves_nothing_behind(opened, qtbot, cafe):
    one = opened("facts", cafe)
    one.page.go_to("f7")
    field, kinds = one.sheet.form.fields["to_obtain.question"], []
    for text in ("Was er een lening?", ""):
        field.setFocus()
        one.focus().selectAll()
        qtbot.keyClick(one.focus(), Qt.Key.Key_Delete)
        qtbot.keyClicks(one.focus(), text)
        field.flush()
        kinds.append(type(next(fact for fact in one.dossier.facts if fact.id == "f7").to_obtain))
    assert kinds == [ToObtain, NotKnown]
