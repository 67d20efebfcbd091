# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from assessment.ports import DossierId, DossierRow, Summary
from gui.dossiers.new_sheet import propose
from gui.dossiers.page import MOST, DossiersPage
from gui.parts.badge import Tone
from gui.parts.record_cell import BAR_EDGE, BAR_WIDTH
from gui.parts.record_model import BADGE, BAR
from gui.style.theme import colour
from tests.gui import fakes

TODAY = date(2026, 6, 2)  # a Tuesday


def row(number, end=None, start=None):
    summary = Summary(
        f"BIB-2026-{number:04d}", "café", f"Fictief {number} B.V.", ("EXP",), "Fictenveen", start, end, "facts"
    )
    return DossierRow(DossierId(f"d{number}"), summary, datetime(2026, 6, 1, tzinfo=UTC))


ROWS = (row(1), row(2, date(2026, 6, 30)), row(3, date(2026, 6, 7)), row(4, date(2026, 6, 8)), row(5, date(2026, 5, 1)))


@pytest.fixture
def page(shown):
    made = shown(DossiersPage({"facts": "Feiten"}), 1200, 700)
    made.show_rows(ROWS, fakes.catalogue(), TODAY)
    return made


def listed(page):
    return [one.id for one in page.table.model.records()]


def test_the_first_term_stands_on_top_and_no_term_last(page):
    assert listed(page) == ["d5", "d3", "d4", "d2", "d1"]


def test_days_left_are_told_in_words(page):
    model = page.table.model
    told = [model.data(model.index(at, 5), BADGE) for at in range(5)]
    assert [one and one[1] for one in told] == ["32 dagen te laat", "nog 5 dagen", "nog 6 dagen", "nog 28 dagen", None]


def test_a_bar_shows_how_much_of_the_term_is_left(page):
    page.show_rows((*ROWS, row(6, date(2026, 7, 2), date(2026, 5, 3))), fakes.catalogue(), TODAY)
    model = page.table.model
    bars = {model.record(at).id: model.data(model.index(at, 5), BAR) for at in range(6)}
    assert bars == {"d5": 0, "d3": 5 / 56, "d4": 6 / 56, "d2": 0.5, "d6": 0.5, "d1": None}


def test_the_bar_is_painted_in_the_tone_of_the_days_that_are_left(page, qtbot):
    page.show_rows((row(1, date(2026, 6, 9), date(2026, 5, 26)),), fakes.catalogue(), TODAY)
    view = page.table.view
    cell = view.visualRect(page.table.model.index(0, 5))
    middle = cell.center().y() + 1
    shown = view.viewport().grab().toImage()
    begin, end = cell.left() + BAR_EDGE + 4, cell.left() + BAR_EDGE + BAR_WIDTH - 4
    assert shown.pixelColor(begin, middle) == colour(Tone.WARN.value)
    assert shown.pixelColor(end, middle) == colour("line")


def test_by_when_to_decide_is_told_on_hover(page):
    model = page.table.model
    tips = [model.data(model.index(at, 5), Qt.ItemDataRole.ToolTipRole) for at in (0, 4)]
    assert tips == ["Beslissen vóór 1 mei 2026, 32 dagen te laat", "geen termijn"]


@pytest.mark.parametrize(("key", "ids"), [("W", ["d3"]), ("T", ["d5"]), ("A", ["d5", "d3", "d4", "d2", "d1"])])
def test_the_list_can_be_narrowed(page, key, ids):
    page._which.choose(key)
    assert listed(page) == ids


def test_a_narrowed_list_without_rows_does_not_pretend_to_be_empty(page):
    page.show_rows((row(1),), fakes.catalogue(), TODAY)
    page._which.choose("T")
    assert page._stack.currentIndex() == 2


def test_more_dossiers_than_are_listed_are_not_kept_quiet(page):
    page.show_rows(tuple(row(number) for number in range(1, MOST + 1)), fakes.catalogue(), TODAY)
    assert "laatst gewijzigde" in page._count.text()


@pytest.mark.parametrize(
    ("taken", "proposed"),
    [
        ([], "BIB-2026-0001"),
        (["BIB-2026-0014", "BIB-2026-0003", "zaak 7"], "BIB-2026-0015"),
        (["BIB-2025-0099"], "BIB-2026-0001"),
    ],
)
def test_the_next_reference_of_this_year_is_proposed(taken, proposed):
    assert propose(taken, TODAY) == proposed
