# SPDX-License-Identifier: EUPL-1.2
"""Putting the terms of a dossier in an agenda from step 1."""

import stat
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.gui.dossier.application.test_application import empty


def press(one, qtbot):
    (found,) = [each for each in one.page.findChildren(QPushButton) if each.text() == "Zet in agenda (.ics)"]
    assert found.isVisible()
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: one.page.tools.paper.is_idle)


@pytest.fixture
def place(tmp_path):
    return tmp_path / "termijnen.ics"


def choose(one, place):
    asked = []

    def ask(_parent, name, then):
        asked.append(name)
        then(str(place))

    one.page._ask_place = ask
    return asked


def test_the_terms_are_written_where_the_officer_chose(opened, cafe, place, qtbot):
    one = opened("application", cafe)
    asked = choose(one, place)
    press(one, qtbot)
    assert asked == ["BIB-2026-0014 termijnen.ics"]
    content = place.read_text("utf-8")
    assert "SUMMARY:BIB-2026-0014: beslistermijn" in content
    assert not any(party.name in content for party in cafe.parties)
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    told = one.page._terms._notice.text()
    assert str(place) in told
    assert "geen persoonsgegevens" in told


def test_a_place_that_cannot_be_written_is_told(opened, cafe, tmp_path, qtbot):
    one = opened("application", cafe)
    choose(one, tmp_path / "weg" / "a.ics")
    press(one, qtbot)
    assert "deze map bestaat niet meer" in one.page._terms._notice.text()


def test_without_terms_there_is_no_button(opened):
    one = opened("application", empty())
    (found,) = [each for each in one.page.findChildren(QPushButton) if each.text() == "Zet in agenda (.ics)"]
    assert not found.isVisible()
