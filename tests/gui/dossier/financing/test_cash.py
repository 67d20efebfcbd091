# SPDX-License-Identifier: EUPL-1.2
"""A cash statement by keyboard: recorded in a sheet, computed in the table, told with its formula."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt

from assessment.dossier.financing import CashStatement, Household
from assessment.known import NOT_KNOWN
from assessment.money import money
from tests.gui.dossier.financing.typing_in import type_into


def cells(table):
    model = table.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_a_statement_is_recorded_and_computed(opened, qtbot, cafe):
    one = opened("financing", cafe)
    one.page.cash._add_button.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Space)
    fields = one.sheet.form.fields
    for attr, text in (
        ("from_", "1-1-2023"),
        ("until", "31-12-2025"),
        ("opening", "10000"),
        ("income", "60.000"),
        ("receipts", "0"),
        ("spending", "1500,50"),
        ("living_costs", "45000"),
    ):
        type_into(qtbot, fields[attr], text)
    fields["household"].edited.emit(Household.COUPLE)
    (statement,) = one.dossier.financing.cash_statements
    assert (statement.opening, statement.living_costs) == (Decimal(10000), Decimal(45000))
    assert statement.household is Household.COUPLE
    (row,) = cells(one.page.cash.table)
    assert row[0] == "betrokkene"
    assert row[2] == "23.499,50"
    assert one.labels[0] == "Kasopstelling toegevoegd"


def test_what_is_not_known_says_so(opened, cafe):
    statement = CashStatement(person="p1", income=money("1.00"))
    financing = replace(cafe.financing, cash_statements=(statement,))
    one = opened("financing", replace(cafe, financing=financing))
    (row,) = one.page.cash.table.model.records()
    assert (row.available, row.shortfall) == ("", "")
    assert row.name == "Daan Fictema"
    assert row.put_in != ""


def test_a_statement_is_opened_and_removed_and_comes_back(opened, qtbot, cafe):
    statement = CashStatement(opening=money("5.00"))
    one = opened("financing", replace(cafe, financing=replace(cafe.financing, cash_statements=(statement,))))
    one.page.cash.table.view.selectRow(0)
    one.page.cash.table.view.setFocus()
    qtbot.keyClick(one.focus(), Qt.Key.Key_Return)
    assert one.sheet.record() == statement
    qtbot.keyClick(one.page.cash.table.view, Qt.Key.Key_Delete)
    assert one.dossier.financing.cash_statements == ()
    qtbot.keyClick(one.page.cash.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert one.dossier.financing.cash_statements == (statement,)


def test_the_formula_shows_norm_and_months(opened, cafe):
    from assessment.dates import When

    statement = CashStatement(None, When(2024), When(2024), money(0), money(0), money(0), money(0), Household.SINGLE)
    one = opened("financing", replace(cafe, financing=replace(cafe.financing, cash_statements=(statement,))))
    one.page._toggle_formula()
    told = "\n".join(cell.text() for cells_ in one.page.formula._cells for cell in cells_)
    assert "Levensonderhoud" in told
    assert "hele maanden 12" in told
    assert "€\u00a01.078,70" in told
    assert "door de gemeente te controleren" in told


def test_what_a_business_can_take_in_is_typed_as_numbers(opened, qtbot, cafe):
    one = opened("financing", cafe)
    fields = one.page.operations.fields
    type_into(qtbot, fields["seats"], "40")
    type_into(qtbot, fields["turns"], "1,5")
    type_into(qtbot, fields["open_days"], "300")
    operations = one.dossier.financing.operations
    assert (operations.seats, operations.turns, operations.open_days) == (40, Decimal("1.5"), 300)
    assert operations.spend is NOT_KNOWN
    type_into(qtbot, fields["turns"], "veel")
    assert fields["turns"].problem == "Schrijf een getal van 0 tot 100, bijvoorbeeld 1,5."
    assert one.page.go_to("financing.cash")
