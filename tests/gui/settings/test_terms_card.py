# SPDX-License-Identifier: EUPL-1.2
"""Beheer shows how terms are counted, by the catalogue that holds."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from gui.settings.page import SettingsPage
from gui.settings.preferences import Preferences
from tests.assessment.catalogue import layers
from tests.assessment.catalogue.shipped import catalogue

ON = date(2026, 4, 20)


@pytest.fixture
def page(qtbot):
    made = SettingsPage(Preferences())
    qtbot.addWidget(made)
    made.resize(1280, 1400)
    made.show()
    return made


def shown(page):
    """Give every text on the page that is in sight, in order."""
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def after(page, sentence):
    """Give the text that stands with a sentence."""
    words = shown(page)
    return words[words.index(sentence) + 1]


def test_each_way_of_counting_is_shown_with_its_reason(page):
    page.show_policy(catalogue(), ON)
    told = {
        "Een termijn die langer dan twaalf weken is geworden, schuift op na een weekend of feestdag.",
        "De dag waarop een hersteltermijn ongebruikt verstrijkt, telt niet mee als opgeschorte dag.",
        "De opschorting door een vraag aan het Bureau duurt ten hoogste de adviestermijn.",
        "De eerste dag van de dwangsom is de dag na de twee weken.",
    }
    assert told < {*shown(page)}
    for sentence, reading in zip(sorted(told), sorted(catalogue().terms.readings.values(), key=name), strict=True):
        assert after(page, sentence) == reading.reason


def name(reading):
    return reading.name


def test_only_days_that_still_come_are_shown_and_the_nearest_first(page):
    page.show_policy(layers.counting(equated_days=[{"day": "2026-04-21", "source": "Stcrt. 1"}]), ON)
    words = shown(page)
    days = [one for one in words if one in {"2 jan 2026", "21 apr 2026", "15 mei 2026", "7 mei 2027", "26 mei 2028"}]
    assert days == ["21 apr 2026", "15 mei 2026", "7 mei 2027", "26 mei 2028"]
    assert after(page, "21 apr 2026") == "Eigen beleid van gemeente Fictenveen: Stcrt. 1"
    assert after(page, "15 mei 2026") == catalogue().terms.equated[date(2026, 5, 15)]


def test_the_day_itself_still_comes_and_without_days_that_is_said(page):
    page.show_policy(catalogue(), date(2028, 5, 26))
    assert "26 mei 2028" in shown(page)
    assert not any(one.startswith("Er komen geen gelijkgestelde dagen meer.") for one in shown(page))
    page.show_policy(catalogue(), date(2028, 5, 27))
    assert "26 mei 2028" not in shown(page)
    assert any(one.startswith("Er komen geen gelijkgestelde dagen meer.") for one in shown(page))


def test_the_by_law_that_ships_is_shown_with_its_source(page):
    page.show_policy(catalogue(), ON)
    sentence = (
        "Acht weken, één keer verlengd met acht (APV). Een einde in een weekend of op een feestdag schuift niet op."
    )
    assert after(page, sentence).startswith("Model-APV 1:2")


def test_what_the_municipality_laid_down_takes_the_place_of_what_ships(page):
    page.show_policy(catalogue(), ON)
    page.show_policy(layers.counting(), ON)
    by_law = (
        "Zes weken, één keer verlengd met vier weken (verordening). Een einde in een weekend of op een feestdag "
        "schuift op."
    )
    assert after(page, by_law) == "Eigen beleid van gemeente Fictenveen: APV Fictenveen artikel 1:2"
    counted = "De dag waarop een hersteltermijn ongebruikt verstrijkt, telt mee als opgeschorte dag."
    assert after(page, counted) == "Eigen beleid van gemeente Fictenveen: Beleidsregel artikel 6"
    assert not [one for one in shown(page) if "telt niet mee als" in one or "verlengd met acht" in one]


def test_it_says_how_to_change_them(page):
    page.show_policy(catalogue(), ON)
    (how,) = [one for one in shown(page) if "docs/eigen-beleid.md" in one]
    assert "terms.yaml" in how


def test_a_report_takes_no_room_before_it_is_asked(page):
    assert not page._report.isVisible()
    page.show_report("Bekeken: 1 dossier.")
    assert page._report.isVisible()
