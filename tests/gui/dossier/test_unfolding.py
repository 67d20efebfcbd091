# SPDX-License-Identifier: EUPL-1.2
"""Each result can be unfolded where it is shown, and bears the mark of what follows from a rule."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.dossier.facts.outcome_card import OutcomeCard
from gui.dossier.financing.formula_card import FormulaCard
from gui.dossier.parties.control_card import ControlCard
from gui.dossier.weighing.ground_column import GroundColumn
from gui.dossier.weighing.measure_card import MeasureCard
from gui.parts.card import Card
from gui.parts.label import Prose


def texts(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


def test_who_controls_whom_is_explained_for_the_row_that_is_chosen(opened, cafe, qtbot):
    one = opened("parties", cafe)
    (card,) = one.page.findChildren(ControlCard)
    assert card.explanation().splitlines()[0].startswith("Daan Fictema → Kolibri Beheer B.V. → Verzonnen Vink")
    assert not card.why.is_open
    card.why.button.setFocus()
    qtbot.keyClick(card.why.button, Qt.Key.Key_Space)
    assert card.why.is_open
    card.control.view.setFocus()
    qtbot.keyClick(card.control.view, Qt.Key.Key_Down)
    head, how, *relations = card.explanation().splitlines()
    assert head == "Daan Fictema → Kolibri Beheer B.V.: 100,00\u00a0%, aandeelhouder:"
    assert how.startswith("§ Zeggenschap is berekend per 15 apr 2026")
    assert how.endswith("(Wet Bibob art. 1 lid 1 en 3 lid 4).")
    (relation,) = relations
    assert relation.startswith(
        "§ Daan Fictema is aandeelhouder van Kolibri Beheer B.V., 100,00\u00a0%, sinds 5 jan 2026"
    )


def test_before_anything_was_computed_there_is_nothing_to_unfold(qtbot, cafe):
    card = ControlCard()
    qtbot.addWidget(card)
    card.show_outcome(None, cafe, None)
    assert card.explanation() == ""
    assert card.why.isHidden()


def test_the_values_of_the_framework_unfold_per_ground(opened, cafe, qtbot):
    one = opened("weighing", cafe)
    (column,) = [each for each in one.page.findChildren(GroundColumn) if each.ground == "a"]
    qtbot.mouseClick(column._values.button, Qt.MouseButton.LeftButton)
    assert column._values.is_open
    assert column._limits.text().splitlines()[:3] == [
        "Deel van de investering dat niet is aangetoond: 90,9\u00a0%",
        "Aandeel waarboven zeggenschap wordt aangenomen: 0,25",
        "Bedrag in euro vanaf waar een voordeel groot is: 25.000",
    ]


def test_a_measure_says_on_which_degrees_its_possibilities_rest(opened, cafe):
    one = opened("weighing", cafe)
    one.page._later.now()
    (first, *_) = one.page.findChildren(MeasureCard)
    (told,) = [text for text in texts(first) if text.startswith("§ ")]
    assert "mate op de a-grond ernstig gevaar (vastgelegd door de behandelaar)" in told
    assert told.endswith("(Wet Bibob art. 3 lid 1, 5, 6 en 7; Awb art. 4:5).")


@pytest.mark.parametrize(
    ("step", "place", "card"),
    [("parties", "", ControlCard), ("financing", "", FormulaCard), ("facts", "f7", OutcomeCard)],
)
def test_what_follows_from_a_rule_bears_its_mark(opened, cafe, step, place, card):
    one = opened(step, cafe)
    one.page.go_to(place)
    (found,) = (one.sheet if place else one.page).findChildren(card)
    assert "regel" in texts(found)


def test_the_verdict_on_information_bears_it_too(opened, cafe):
    one = opened("information", cafe)
    one.page.go_to("i6")
    (card,) = [each for each in one.sheet.findChildren(Card) if each.accessibleName() == "Mag dit worden gebruikt?"]
    assert "regel" in texts(card)
    assert any("Besluit politiegegevens art. 4:3" in each.text() for each in card.findChildren(Prose))
