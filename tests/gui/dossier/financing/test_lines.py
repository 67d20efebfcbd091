# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Evidence
from assessment.known import NOT_KNOWN
from tests.gui import fakes


def empty():
    return Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY)


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def remove(qtbot, one):
    """Press the button of the sheet that is open."""
    (found,) = [b for b in one.sheet.findChildren(QPushButton) if b.text() == "Verwijder"]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_financing_can_be_recorded_with_the_keyboard_alone(opened, qtbot):
    one = opened("financing", empty())
    one.page.need.more.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    qtbot.keyClicks(one.focus(), "inventaris ")
    one.focus().insert("🪑")
    qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(one.focus(), "45.000")
    qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    for _ in range(3):
        qtbot.keyClick(one.focus(), Qt.Key.Key_Down)
    line = one.dossier.financing.need[0]
    assert (line.label, line.amount, line.evidence) == ("inventaris 🪑", Decimal("45000.00"), Evidence.E2)
    assert one.labels == [
        "Regel toegevoegd",
        "Omschrijving van inventaris 🪑 gewijzigd",
        "Bedrag van inventaris 🪑 gewijzigd",
        *["Bewijs van inventaris 🪑 gewijzigd"] * 3,
    ]
    qtbot.keyClick(one.focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    remove(qtbot, one)
    assert one.dossier.financing.need == ()
    qtbot.keyClick(one.page.need.more, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert one.dossier.financing.need == (line,)


def test_totals_follow_every_keystroke(opened, qtbot, cafe):
    one = opened("financing", cafe)
    assert one.page.totals.difference.words() == "Verschil: €\u00a015.000,00 meer nodig dan opgegeven"
    amount = one.page.sources.rows()[0].amount.line
    type_over(qtbot, amount, "50000")
    assert one.page.totals.difference.words() == "Verschil: €\u00a00,00 Sluit op de cent."
    assert one.dossier == cafe, "the edit itself is still waiting for the typing to rest"
    qtbot.keyClicks(amount, "0")
    assert one.page.totals.difference.words().endswith("meer opgegeven dan nodig")
    assert "€\u00a0500.000,00" in one.page.picture.words()


def test_the_field_that_is_typed_in_keeps_cursor_and_focus_when_the_outcome_arrives(opened, qtbot, cafe):
    one = opened("financing", cafe)
    line = one.page.need.rows()[0].label.line
    line.setFocus()
    line.setCursorPosition(4)
    qtbot.keyClicks(line, "X")
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        pass
    qtbot.keyClicks(line, "Y")
    assert (line.text(), line.cursorPosition(), one.focus()) == ("goodXYwill", 6, line)


def test_an_amount_that_is_none_gets_a_sentence_and_is_not_lost(opened, qtbot, cafe):
    one = opened("financing", cafe)
    row = one.page.need.rows()[2]
    type_over(qtbot, row.amount.line, "abc")
    qtbot.keyClick(row.amount.line, Qt.Key.Key_Tab)
    assert row.amount.line.text() == "abc"
    assert row._problem.isVisible()
    assert row._problem.text() == "Schrijf een bedrag in euro, bijvoorbeeld 245.000,00."
    qtbot.waitUntil(lambda: one.drafts.get("financing.need.2.amount") == "abc")
    assert one.dossier.financing == cafe.financing
    assert one.page.need._total.text() == "245.000,00"


def test_half_typed_text_stays_with_its_line_when_another_line_goes(opened, qtbot, cafe):
    one = opened("financing", cafe)
    row = one.page.need.rows()[2]
    type_over(qtbot, row.amount.line, "abc")
    qtbot.keyClick(row.amount.line, Qt.Key.Key_Tab)
    qtbot.mouseClick(one.page.need.rows()[0].button, Qt.MouseButton.LeftButton)
    remove(qtbot, one)
    assert one.page.need.rows()[1] is row
    qtbot.waitUntil(lambda: one.drafts == {"financing.need.2.amount": "", "financing.need.1.amount": "abc"})


def test_half_typed_text_is_brought_back(opened, cafe):
    one = opened("financing", cafe, {"financing.need.2.amount": "6.5OO"})
    row = one.page.need.rows()[2]
    assert (row.amount.line.text(), bool(row.amount.problem)) == ("6.5OO", True)


def test_a_pasted_novel_is_cut_with_a_sentence(opened, qtbot, cafe):
    one = opened("financing", cafe)
    row = one.page.need.rows()[0]
    QGuiApplication.clipboard().setText("Lang verhaal. " * 4000)
    row.label.line.setFocus()
    row.label.line.selectAll()
    row.label.line.paste()
    assert "tekens" in row._problem.text()
    row.flush()
    assert len(one.dossier.financing.need[0].label) <= 300


def test_undo_of_a_removed_line_in_the_middle_brings_back_its_own_row(opened, qtbot, cafe):
    one = opened("financing", cafe)
    before = one.page.need.rows()
    qtbot.mouseClick(before[3].button, Qt.MouseButton.LeftButton)
    remove(qtbot, one)
    assert one.page.need.rows() == (*before[:3], *before[4:])
    one.session.undo()
    after = one.page.need.rows()
    assert (after[:3], after[4:]) == (before[:3], before[4:])
    assert [row.label.value() for row in after] == [line.label for line in cafe.financing.need]


def test_evidence_that_is_not_known_says_so(opened, cafe):
    one = opened("financing", cafe)
    box = one.page.need.rows()[0].evidence.box
    assert (box.accessibleName(), box.accessibleDescription()) == ("Bewijs van goodwill", "E2 · overeenkomst")
    assert box.itemText(0) == "niet bekend"
    one.page.need.rows()[0].evidence.load(NOT_KNOWN)
    assert box.accessibleDescription() == "niet bekend"


def test_the_formula_shows_each_figure_with_its_inputs(opened, qtbot, cafe):
    one = opened("financing", cafe)
    assert not one.page.formula.isVisible()
    qtbot.mouseClick(one.page._formula_button, Qt.MouseButton.LeftButton)
    assert one.page.formula.isVisible()
    words = [tuple(cell.text() for cell in cells) for cells in one.page.formula._cells]
    shown = next(cells for cells in words if cells[0] == "Verschil")
    assert shown[1] == "€\u00a015.000,00"
    assert shown[2].splitlines() == [
        "investering − opgegeven bronnen",
        "investering €\u00a0245.000,00; opgegeven bronnen €\u00a0230.000,00",
    ]
    assert any(cells[0] == "Draagkracht van Q. Voorbeeldsma" for cells in words)
    qtbot.mouseClick(one.page._formula_button, Qt.MouseButton.LeftButton)
    assert not one.page.formula.isVisible()


def test_a_source_opens_in_a_sheet_and_follows_what_is_typed_in_its_row(opened, qtbot, cafe):
    one = opened("financing", cafe)
    qtbot.mouseClick(one.page.sources.rows()[2].button, Qt.MouseButton.LeftButton)
    fields = one.sheet.form.fields
    assert fields["lender"].value() == "p5"
    assert fields["transferred_on"].line.text() == "15 jan 2026"
    type_over(qtbot, fields["cash"].line, "31-2-2026")
    qtbot.keyClick(fields["cash"].line, Qt.Key.Key_Tab)
    assert fields["cash"].problem
    type_over(qtbot, fields["amount"].line, "80000")
    fields["amount"].flush()
    assert one.page.sources.rows()[2].amount.line.text() == "80.000,00"
    assert one.dossier.financing.sources[2].cash == cafe.financing.sources[2].cash
    assert one.labels == ["Bedrag in euro van lening tante gewijzigd"]


def test_a_source_is_removed_in_its_sheet(opened, qtbot, cafe):
    one = opened("financing", cafe)
    one.page.sources.asked.emit(4)
    one.sheet.remove_asked.emit(one.sheet.record())
    assert [line.label for line in one.dossier.financing.sources] == [line.label for line in cafe.financing.sources[:4]]
    assert one.labels == ["Bron 'lening brouwerij' verwijderd"]


def test_the_terms_of_a_loan_are_not_asked_of_savings(opened, cafe):
    one = opened("financing", cafe)
    one.page.sources.asked.emit(0)
    shown = {attr for attr, field in one.sheet.form.fields.items() if field.isVisible()}
    assert {"interest", "security", "lender"}.isdisjoint(shown)
    assert {"amount", "cash", "evidence", "transferred_on"} <= shown


def test_figures_of_the_business_are_kept(opened, qtbot, cafe):
    one = opened("financing", cafe)
    rent = one.page.operations.fields["rent"]
    type_over(qtbot, rent.line, "60000")
    rent.flush()
    assert one.dossier.financing.operations.rent == Decimal("60000.00")
    assert one.labels == ["Huur per jaar van het bedrijf gewijzigd"]


def test_a_link_leads_to_its_line(opened, cafe):
    one = opened("financing", cafe)
    for place, line in (
        ("financing.need[3]", one.page.need.rows()[3].label.line),
        ("financing.sources[1]", one.page.sources.rows()[1].label.line),
        ("financing.operations", one.page.operations.fields["forecast_turnover"].line),
    ):
        one.frame.go_to(place)
        assert QApplication.focusWidget() is line


def test_nothing_recorded_is_not_known_and_not_nothing(opened, qtbot):
    one = opened("financing", empty())
    assert next(tile.words() for tile in one.page.totals.tiles()) == "Verschil: niet bekend"
    assert not one.page.picture.isVisible()
    assert one.dossier.financing is NOT_KNOWN
    qtbot.mouseClick(one.page.sources.more, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert len(one.dossier.financing.sources) == 1


def pick(qtbot, one, attr, party):
    """Choose a party in the sheet with the keyboard."""
    box = one.sheet.form.fields[attr].findChild(QComboBox)
    box.setFocus()
    qtbot.keyClicks(box, one.dossier.name_of(party)[:2])


def test_who_else_paid_a_bill_is_recorded_in_its_sheet_and_seen_below_its_line(opened, qtbot, cafe):
    one = opened("financing", cafe)
    row = one.page.need.rows()[3]
    assert not row._note.isVisible()
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    pick(qtbot, one, "paid_by", "p5")
    assert one.dossier.financing.need[3].paid_by == "p5"
    assert (row._note.text(), row._note.isVisible()) == (f"betaald door {cafe.name_of('p5')}", True)
    assert one.labels == ["Betaald door een ander van verbouwing gewijzigd"]
    note = one.sheet.form.fields["note"]
    note.setFocus()
    qtbot.keyClicks(one.focus(), "Factuur gezien.")
    note.flush()
    assert one.dossier.financing.need[3].note == "Factuur gezien."
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        one.session.undo()
    assert one.dossier.financing.need[3].paid_by == "p5"
    one.session.undo()
    assert one.dossier == cafe
    assert not row._note.isVisible()


def test_a_bill_that_another_paid_reaches_the_figures(opened, qtbot, cafe):
    one = opened("financing", cafe)
    qtbot.mouseClick(one.page.need.rows()[3].button, Qt.MouseButton.LeftButton)
    pick(qtbot, one, "paid_by", "p5")
    qtbot.waitUntil(
        lambda: any(
            "verbouwing" in str(f.inputs)
            for f in one.session.assessment.funding.figures
            if f.name == "third_party_payments"
        ),
        timeout=4000,
    )


def test_who_else_transferred_a_source_is_seen_below_its_line(opened, qtbot, cafe):
    one = opened("financing", cafe)
    qtbot.mouseClick(one.page.sources.rows()[2].button, Qt.MouseButton.LeftButton)
    pick(qtbot, one, "payer", "p4")
    assert one.page.sources.rows()[2]._note.text() == f"betaald door {cafe.name_of('p4')}"
    assert one.labels == ["Betaald door een ander van lening tante gewijzigd"]


def test_that_there_is_no_investment_can_be_said_and_taken_back(opened, qtbot):
    one = opened("financing", empty())
    assert one.page.none.text() == "Er is nog niets over geld vastgelegd."
    qtbot.mouseClick(one.page.none.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert one.dossier.financing is None
    assert one.page.none.text() == "Vastgelegd: er is geen investering."
    qtbot.waitUntil(lambda: "financing" not in {point.id for point in one.session.assessment.open_points}, timeout=4000)
    qtbot.keyClick(one.page.none.findChild(QPushButton), Qt.Key.Key_Space)
    assert one.dossier.financing is NOT_KNOWN
    qtbot.mouseClick(one.page.need.more, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert not one.page.none.isVisible()
    assert one.labels == [
        "Vastgelegd dat er geen investering is",
        "Niet langer: er is geen investering",
        "Regel toegevoegd",
    ]
