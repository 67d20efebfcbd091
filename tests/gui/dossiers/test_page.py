# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from assessment.ports import DossierId, DossierRow, Summary
from gui.dossiers.new_sheet import propose
from gui.dossiers.page import MOST, DossiersPage
from gui.parts.record_model import BADGE
from tests.gui import fakes

TODAY = date(2026, 6, 2)  # a Tuesday


def row(number, end=None):
    summary = Summary(
        f"BIB-2026-{number:04d}", "café", f"Fictief {number} B.V.", ("EXP",), "Fictenveen", None, end, "facts"
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
