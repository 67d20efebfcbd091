# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from assessment.known import NOT_KNOWN
from gui.parts.number_fields import MoneyField, PercentField


@pytest.mark.parametrize("text", ["245000", "245.000", "245.000,00", "245000,-"])
def test_an_amount_is_read_as_people_write_it(shown, qtbot, text):
    field = shown(MoneyField("Bedrag"))
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == [Decimal("245000.00")]
    assert field.line.text() == "245.000,00"


@pytest.mark.parametrize("text", ["veel", "12,345", "1.2.3", "-5"])
def test_what_is_no_amount_is_kept_with_an_example(shown, qtbot, text):
    field = shown(MoneyField("Bedrag"))
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.problem == "Schrijf een bedrag in euro, bijvoorbeeld 245.000,00."
    assert field.line.text() == text
    assert field.value() is NOT_KNOWN


@pytest.mark.parametrize(
    ("text", "share", "written"),
    [
        ("25", "0.25", "25\u00a0%"),
        ("25 %", "0.25", "25\u00a0%"),
        ("33,3", "0.333", "33,3\u00a0%"),
        ("100", "1", "100\u00a0%"),
        ("0", "0", "0\u00a0%"),
    ],
)
def test_a_share_is_typed_as_a_percentage_and_kept_as_a_fraction(shown, qtbot, text, share, written):
    field = shown(PercentField("Aandeel"))
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == Decimal(share)
    assert field.line.text() == written


def test_a_share_above_the_whole_is_refused(shown, qtbot):
    field = shown(PercentField("Aandeel"))
    qtbot.keyClicks(field.line, "101")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "van 0 tot 100" in field.problem


def test_emptying_an_amount_makes_it_not_known(shown, qtbot):
    field = shown(MoneyField("Bedrag"))
    field.load(Decimal("5.00"))
    field.line.setFocus()
    field.line.selectAll()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    assert told.args == [NOT_KNOWN]
