# SPDX-License-Identifier: EUPL-1.2
"""The card of control: what may be more is told as the least, and what nobody is recorded for has a row of its own."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt

from assessment.dossier.dossier import put
from assessment.known import NOT_KNOWN


def cell(table, row, column):
    model = table.model
    return model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_what_may_be_more_and_what_nobody_holds_are_told(opened, cafe):
    first = replace(cafe.relations[0], share=Decimal("0.4"))
    more = (replace(first, id="r90", share=Decimal("0.2")), replace(first, id="r91", share=NOT_KNOWN, from_="p4"))
    also = replace(first, id="r92", share=NOT_KNOWN)
    one = opened("parties", replace(cafe, relations=(*put(cafe.relations, first), *more, also)))
    table = one.page.control.control
    rows = [[cell(table, row, column) for column in range(4)] for row in range(table.model.rowCount())]
    assert ["Daan Fictema → Kolibri Beheer B.V.", "ten minste 60\u00a0%", "aandeelhouder", "beslist alleen"] in rows
    assert ["Sjors Bedenksel → Kolibri Beheer B.V.", "niet bekend", "aandeelhouder", "niet bekend"] in rows
    assert rows[-1] == ["niet vastgelegd → Kolibri Beheer B.V.", "40\u00a0%", "toonder of onbekend", ""]
    assert "Daan Fictema is aandeelhouder (60,00\u00a0%, deel niet bekend) van Kolibri Beheer B.V." in [
        table.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(len(rows))
    ]
