# SPDX-License-Identifier: EUPL-1.2
"""The turnover of earlier years by keyboard: a row a year, held against the forecast."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt

from assessment.dates import When
from assessment.dossier.financing import YearTurnover
from assessment.money import money
from gui.dossier.financing.edits import operations_of
from tests.gui.dossier.financing.typing_in import type_into

YEARS = (YearTurnover(When(2024), money("200000")), YearTurnover(When(2025), money("220000")))


def years_of(one):
    return operations_of(one.dossier.financing).history


def with_years(cafe, years=YEARS):
    operations = replace(operations_of(cafe.financing), history=years)
    return replace(cafe, financing=replace(cafe.financing, operations=operations))


def test_a_year_is_recorded_and_reaches_the_figures(opened, qtbot, cafe):
    one = opened("financing", cafe)
    one.page.history._add_button.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    type_into(qtbot, one.sheet.fields["year"], "2025")
    type_into(qtbot, one.sheet.fields["turnover"], "210.000")
    qtbot.keyClick(one.sheet.verb, Qt.Key.Key_Space)
    assert years_of(one) == (YearTurnover(When(2025), Decimal("210000.00")),)
    model = one.page.history.table.model
    assert [model.index(0, column).data() for column in range(2)] == ["2025", "210.000,00"]
    assert one.labels == ["Jaar toegevoegd"]
    assert one.dossier.financing.operations.rent == cafe.financing.operations.rent
    qtbot.waitUntil(
        lambda: any(one.name == "history_mean" for one in one.session.assessment.funding.figures), timeout=4000
    )


def test_a_year_needs_a_year_and_an_amount_and_stands_there_once(opened, qtbot, cafe):
    one = opened("financing", with_years(cafe))
    qtbot.mouseClick(one.page.history._add_button, Qt.MouseButton.LeftButton)
    sheet = one.sheet
    for text, said in (("", "Vul het jaar in"), ("3-2025", "alleen het jaar"), ("2025", "staat er al")):
        type_into(qtbot, sheet.fields["year"], text)
        qtbot.keyClick(sheet.verb, Qt.Key.Key_Space)
        assert said in sheet._notice.text()
    type_into(qtbot, sheet.fields["year"], "2023")
    qtbot.keyClick(sheet.verb, Qt.Key.Key_Space)
    assert "Vul de omzet in" in sheet._notice.text()
    assert years_of(one) == YEARS


def test_a_year_is_changed_in_its_sheet(opened, qtbot, cafe):
    one = opened("financing", with_years(cafe))
    one.page.history.table.view.selectRow(1)
    one.page.history.table.view.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Return)
    type_into(qtbot, one.sheet.form.fields["turnover"], "230000")
    assert years_of(one)[1] == YearTurnover(When(2025), Decimal(230_000))
    assert one.labels == ["Omzet in euro van omzet 2025 gewijzigd"]
    type_into(qtbot, one.sheet.form.fields["year"], "2024")
    assert "staat er al" in one.sheet.form.fields["year"].problem
    one.session.undo()
    assert one.sheet.form.fields["turnover"].line.text() == "220.000,00"


def test_a_year_is_removed_and_comes_back(opened, qtbot, cafe):
    one = opened("financing", with_years(cafe, YEARS[:1]))
    one.page.history.table.view.selectRow(0)
    qtbot.keyClick(one.page.history.table.view, Qt.Key.Key_Delete)
    assert one.dossier == cafe, "nothing listed is what it was before"
    assert one.labels == ["Omzet van 2024 verwijderd"]
    qtbot.keyClick(one.page.history.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert years_of(one) == YEARS[:1]


def test_undo_of_a_new_year_closes_its_sheet(opened, qtbot, cafe):
    one = opened("financing", cafe)
    one.session.change(with_years(cafe), "Jaren")
    one.page.history.table.opened.emit(one.page.history.table.model.records()[1])
    assert one.sheet is not None
    one.session.undo()
    assert one.sheet is None


def test_a_link_leads_to_the_years(opened, cafe):
    one = opened("financing", with_years(cafe))
    one.frame.go_to("financing.history")
    assert one.page.history.table.isAncestorOf(one.focus()) or one.focus() is one.page.history.table
