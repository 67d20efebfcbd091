# SPDX-License-Identifier: EUPL-1.2
"""`main.py voorbeeld`: the worked dossiers stand in the window, with the figures that are written beside them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import main
from assessment.degree import Degree
from assessment.money import show_money
from assessment.ports import Vault
from gui.parts.badge import DEGREES
from resources.files import example_names
from storage.temporary import PREFIX
from tests.journeys.conftest import Start
from tests.journeys.expected import differences, expected
from tests.journeys.officer import Officer
from tests.journeys.places import TODAY, example


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for temporary files of our own; nothing may be left in it."""
    folder, before = tmp_path_factory.mktemp("tijdelijk"), tempfile.tempdir
    tempfile.tempdir = str(folder)
    yield folder
    tempfile.tempdir = before
    assert list(folder.glob(f"{PREFIX}*")) == []


@pytest.fixture
def parts(temporary: Path) -> Iterator[object]:
    """What `main.py voorbeeld` hands to the window; only the day is fixed."""
    opened: list[Vault] = []
    yield replace(main.parts(None, True, opened), today=lambda: TODAY)
    for vault in opened:
        vault.lock()


def test_every_worked_dossier_is_in_the_list(start: Start) -> None:
    officer = start()
    for name in example_names():
        paper = example(name)
        officer.waits_until(lambda paper=paper: officer.has_row("Dossiers", paper["reference"]), paper["reference"])


@pytest.mark.parametrize("name", example_names())
def test_a_worked_dossier_has_the_figures_that_are_written_beside_it(start: Start, name: str) -> None:
    officer, wanted = start(), expected(name)
    officer.opens_row("Dossiers", example(name)["reference"])
    officer.waits_until(lambda: officer.says("a-grond: indicatie "), "the outcome")
    assert list(differences(wanted, officer.window.desk.session.assessment)) == []
    assert list(not_shown(officer, wanted)) == []


def not_shown(officer: Officer, wanted: dict) -> Iterator[str]:
    """Name the figures and indications that do not stand in the window."""
    for ground, words in wanted["expect"]["indication"].items():
        shown = [f"{ground}-grond: indicatie {DEGREES[Degree(one)][0]}," for one in words]
        if not any(officer.says(one) for one in shown):
            yield f"none of {shown}"
    officer.opens_step("Financiering")
    money = wanted["financing"]
    told = (
        f"Totaal nodig: {show_money(Decimal(money['need']))}",
        f"Totaal opgegeven: {show_money(Decimal(money['declared']))}",
        f"Verschil: €\N{NO-BREAK SPACE}{show_money(Decimal(money['gap']))}",
        f"Bewezen: €\N{NO-BREAK SPACE}{show_money(Decimal(money['evidenced']))}",
    )
    yield from (one for one in told if not officer.says(one))
