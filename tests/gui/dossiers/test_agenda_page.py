# SPDX-License-Identifier: EUPL-1.2
"""The agenda in the window."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from assessment.deadline import Deadline, DeadlineKind
from assessment.ports import DossierId, DossierRow, Summary
from assessment.services.agenda import agenda
from gui.dossiers.agenda_page import AgendaPage
from gui.parts.badge import Tone
from gui.parts.record_model import BADGE
from tests.gui import fakes

TODAY = date(2026, 6, 2)
LATE = Deadline(DeadlineKind.TERM, "decision", date(2026, 5, 29), date(2026, 6, 1))
COMING = Deadline(DeadlineKind.DUTY, "D-32", date(2026, 6, 4), date(2026, 6, 4))


@pytest.fixture
def page(shown):
    made = shown(AgendaPage(), 1200, 700)
    summary = Summary("BIB-2026-0001", "", "", (), "", None, None, "facts", (COMING, LATE))
    rows = (DossierRow(DossierId("d1"), summary, datetime(2026, 6, 1, tzinfo=UTC)),)
    made.show_entries(agenda(rows, TODAY), fakes.catalogue())
    return made


def cells(page, row):
    model = page.table.model
    return [model.data(model.index(row, column)) for column in range(5)]


def test_a_row_tells_day_reference_and_what(page):
    model = page.table.model
    assert cells(page, 0)[0] == "1 jun 2026"
    assert cells(page, 0)[2:] == ["BIB-2026-0001", "termijn", "Beslistermijn"]
    assert model.data(model.index(0, 1), BADGE) == (Tone.DANGER, "1 dag te laat")
    assert cells(page, 1)[2:4] == ["BIB-2026-0001", "plicht"]
    assert cells(page, 1)[4].startswith("Laat betrokkene weten")
    assert model.data(model.index(1, 1), BADGE) == (Tone.WARN, "nog 2 dagen")
    assert page._count.text() == "1 te laat, 1 komend"


def test_enter_opens_the_dossier(page, qtbot):
    page.focus_first()
    page.table.view.selectRow(1)
    with qtbot.waitSignal(page.opened) as caught:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert (caught.args[0].dossier, caught.args[0].deadline) == ("d1", COMING)


def test_an_empty_agenda_says_so(page):
    page.show_entries((), fakes.catalogue())
    assert page._count.text() == ""
    assert page.table.model.rowCount() == 0
