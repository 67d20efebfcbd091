# SPDX-License-Identifier: EUPL-1.2
"""How a term was counted, in words, and the events that cannot be right above the terms."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from assessment.dates import When
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Check, Severity, Term, TermStep
from gui.dossier.application.terms_card import TermsCard
from tests.gui import fakes

DAY = date(2026, 6, 15)
STEP = TermStep("Awb 4:13 lid 2", date(2026, 4, 20), DAY, "acht weken na de ontvangst")
NOTES = ("15 jun 2026 is een maandag.", "Het advies is er nog niet.")
TERM = Term("decision", DAY, DAY, DAY, 0, (STEP,), NOTES)


def fault(number, answered=False, id_="X07"):
    return Check(id_, Severity.ANSWER, (), f"Fout {number}.", "Awb 3:2", answered=answered)


def outcome(terms=(TERM,), checks=()):
    return replace(fakes.outcome(fakes.dossier(), checks=checks), terms=terms)


@pytest.fixture
def card(shown):
    made = shown(TermsCard(), 800, 700)
    made.show_terms(outcome(), fakes.catalogue(), fakes.TODAY)
    return made


def words(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def unfold(qtbot, card):
    qtbot.mouseClick(card.views()[0].fold.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(words(card.views()[0]._counting)))  # it is made when it is first looked at


def test_a_step_tells_what_passes_by_which_rule_and_its_days(card, qtbot):
    unfold(qtbot, card)
    told = words(card.views()[0]._counting)
    assert told[:4] == ["Stap", "Van", "Tot", "Dagen"]
    assert told[4:9] == ["Acht weken na de ontvangst.", "Awb 4:13 lid 2", "20 apr 2026", "15 jun 2026", "56"]
    assert card.views()[0]._counting.findChildren(QLabel)[5].property("role") == "small"


def test_a_step_without_words_tells_its_rule_once(card, qtbot):
    card.show_terms(outcome((replace(TERM, steps=(replace(STEP, text=""),)),)), fakes.catalogue(), fakes.TODAY)
    unfold(qtbot, card)
    assert words(card.views()[0]._counting).count("Awb 4:13 lid 2.") == 1


def test_the_notes_stand_below_the_steps(card, qtbot):
    unfold(qtbot, card)
    assert tuple(words(card.views()[0]._counting)[-2:]) == NOTES


def test_other_notes_take_the_place_of_the_first(card, qtbot):
    unfold(qtbot, card)
    card.show_terms(outcome((replace(TERM, notes=("Anders.",)),)), fakes.catalogue(), fakes.TODAY)
    counting = card.views()[0]._counting
    qtbot.waitUntil(lambda: words(counting)[-1:] == ["Anders."])
    assert NOTES[0] not in words(counting)


def test_events_that_cannot_be_right_are_told_above_the_terms(card):
    assert not card._faults.isVisible()
    card.show_terms(outcome(checks=[fault(1), fault(2, id_="L33")]), fakes.catalogue(), fakes.TODAY)
    assert card._faults.text() == "Kijk deze gebeurtenissen na:\n• Fout 1.\n• Fout 2."
    assert card._faults.isVisible()
    assert card._faults.y() < card.views()[0].y()


def test_no_more_than_three_are_told_and_the_rest_is_counted(card):
    card.show_terms(outcome(checks=[fault(number) for number in range(5)]), fakes.catalogue(), fakes.TODAY)
    assert card._faults.text().splitlines()[-2:] == ["• Fout 2.", "En nog 2."]


def test_what_was_answered_or_is_about_something_else_is_not_told(card):
    checks = [fault(1, answered=True), fault(2, id_="C03")]
    card.show_terms(outcome(checks=checks), fakes.catalogue(), fakes.TODAY)
    assert not card._faults.isVisible()


def test_an_answer_of_the_bureau_that_was_never_asked_is_told(opened, cafe):
    wrong = Event(EventKind.BUREAU_ADVICE_RECEIVED, When(2026, 4, 10))
    one = opened("application", replace(cafe, events=(*cafe.events, wrong)))
    assert "“advies van het Bureau ontvangen” (10 apr 2026) kan niet zonder" in one.page._terms._faults.text()


def test_terms_tell_three_days_and_their_steps(opened, qtbot, cafe):
    one = opened("application", cafe)
    view = one.page._terms.views()[0]
    assert view.words() == (
        "beslistermijn: wettelijk einde dinsdag 28 apr 2026, veilig einde dinsdag 28 apr 2026,"
        " zonder verschuiving dinsdag 28 apr 2026"
    )
    assert not view._counting.isVisible()
    view.fold.button.setFocus()
    qtbot.keyClick(view.fold.button, Qt.Key.Key_Space)
    assert view._counting.isVisible()
    line = one.page._forms["application"].fields["activity"].line
    line.setFocus()
    qtbot.keyClicks(line, "eethuis")
    with qtbot.waitSignal(one.session.assessment_changed, timeout=4000):
        one.page.flush()
    assert one.page._terms.views()[0]._counting.isVisible(), "what was unfolded stays unfolded"


def test_without_a_procedure_no_term_runs(opened):
    one = opened("application", fakes.dossier())
    assert one.page._terms.views() == ()
    assert one.page._terms._nothing.text().startswith("Er loopt geen termijn.")


@pytest.mark.parametrize(("id_", "word"), [("decision", "1 dag te laat"), ("supplement", "voorbij")])
def test_nobody_is_late_with_a_term_that_only_lapses(card, id_, word):
    card.show_terms(outcome((replace(TERM, id=id_),)), fakes.catalogue(), date(2026, 6, 16))
    assert card.views()[0]._left.word() == word
