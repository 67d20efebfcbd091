# SPDX-License-Identifier: EUPL-1.2
"""Step 8 as an officer works in it: what follows from rules stands apart from what he decides himself."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from assessment.degree import Degree
from assessment.dossier.conclusion import Conclusion, Decision, GroundConclusion
from assessment.exchange import read_dossier
from assessment.known import NOT_KNOWN
from assessment.outcome import Check, Severity
from gui.dossier.weighing.check_list import AT_FIRST, AT_ONCE, CheckList
from gui.dossier.weighing.conclusion_fields import OPEN
from gui.parts.link_row import LinkRow
from tests.gui.dossier.conftest import EXAMPLES
from tests.gui.sweep import nameless


@pytest.fixture
def variant():
    """The café after its second term: a lesser degree and conditions."""
    return read_dossier((EXAMPLES / "cafe-variant-1b.json").read_bytes())


@pytest.fixture
def weighing(opened, cafe):
    return opened("weighing", cafe)


def field(opened, attr):
    return next(form.fields[attr] for form in opened.page._conclusion._forms if attr in form.fields)


def column(opened, ground):
    return next(one for one in opened.page._grounds if one.ground == ground)


def test_the_conclusion_begins_empty_and_the_indication_fills_nothing_in(opened, cafe):
    empty = opened("weighing", replace(cafe, conclusion=NOT_KNOWN))
    assert column(empty, "a")._degree.accessibleName() == "Mate van gevaar: ernstig"
    assert [field(empty, f"{ground}.degree").box.currentText() for ground in "ab"] == [OPEN, OPEN]
    assert field(empty, "c.invoked").box.currentText() == OPEN
    assert [field(empty, f"{ground}.reasons").text.toPlainText() for ground in "ab"] == ["", ""]
    assert all(card.decision.value() is NOT_KNOWN for card in empty.page._measures.values())
    assert empty.dossier.conclusion is NOT_KNOWN
    assert empty.labels == []


def test_facts_that_count_and_facts_that_do_not_stand_apart_with_the_reason(weighing):
    a = column(weighing, "a")
    assert [one.place for one in a._counting.links()] == ["f7", "f8"]
    assert not any(one.struck for one in a._counting.links())
    (out,) = a._not_counting.links()
    assert (out.place, out.struck) == ("f5", True)
    assert "bedrag is niet vastgelegd" in out.second
    assert "art. 3 lid 2" in out.second.replace("artikel", "art.")


def test_the_ground_says_on_what_it_rests_and_what_would_raise_it(weighing):
    assert column(weighing, "a")._carries.text().startswith("Draagt op feit f7 en f8.")
    raises = column(weighing, "b")._raises.links()
    assert [one.place for one in raises] == ["STR-09", "f5", "f7", "f8"]
    assert "?" in raises[0].text
    assert "rij a-1" in column(weighing, "a")._why.text()


def test_a_fact_opens_in_its_own_step(weighing, qtbot):
    link = column(weighing, "a")._counting.findChildren(LinkRow)[0]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert weighing.frame.step == "facts"
    assert weighing.sheet is not None


def test_rule_and_judgement_carry_different_marks(weighing):
    words = [label.text() for label in weighing.page.findChildren(QLabel) if label.text() in ("regel", "oordeel")]
    assert words.count("regel") == 4
    assert words.count("oordeel") == 1 + len(weighing.dossier.permits)


def test_a_degree_is_chosen_by_keyboard_and_undone(weighing, qtbot):
    box = field(weighing, "b.degree").box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert weighing.dossier.conclusion.b.degree is Degree.SERIOUS
    assert weighing.labels == ["Mate van gevaar op de b-grond van de conclusie gewijzigd"]
    qtbot.keyClick(weighing.frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert weighing.dossier.conclusion.b.degree is Degree.UNDETERMINED


def test_typing_keeps_focus_and_cursor_while_the_outcome_is_computed_again(weighing, qtbot):
    text = field(weighing, "b.reasons").text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(weighing.session.assessment_changed):
        qtbot.keyClicks(text, "Kort: ")
    assert QApplication.focusWidget() is text
    assert text.textCursor().position() == len("Kort: ")
    with qtbot.waitSignal(weighing.session.assessment_changed):
        qtbot.keyClicks(text, "eerst dit. ")
    assert text.textCursor().position() == len("Kort: eerst dit. ")
    assert weighing.dossier.conclusion.b.reasons.startswith("Kort: eerst dit. Over de band")


def test_two_fields_typed_shortly_after_each_other_are_both_kept(weighing, qtbot):
    for attr, words in (("a.reasons", "Een. "), ("age_of_facts", "Twee. "), ("c.reasons", "Drie. ")):
        box = field(weighing, attr).text
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(box, words)
    weighing.frame.flush()
    conclusion = weighing.dossier.conclusion
    found = (conclusion.a.reasons, conclusion.age_of_facts, conclusion.c.reasons)
    assert [one.split()[0] for one in found] == ["Een.", "Twee.", "Drie."]


def closed(opened, permit="EXP"):
    rows = opened.page._measures[permit].decision._rows
    return {value: row.reason.text() for value, row in rows.items() if row.reason.text()}


def test_what_the_law_closes_is_shown_with_the_reason(weighing):
    assert set(closed(weighing)) == {Decision.REVOKE, Decision.LEAVE_UNTREATED}
    assert "nog niets verleend" in closed(weighing)[Decision.REVOKE]
    rows = weighing.page._measures["EXP"].decision._rows
    assert not rows[Decision.REVOKE].radio.isEnabled()
    assert rows[Decision.REFUSE].radio.isEnabled()


def test_another_degree_closes_what_was_chosen_and_says_so(opened, cafe, qtbot):
    lesser = GroundConclusion(Degree.LESSER, "Zo is het.")
    measure = tuple(replace(one, decision=Decision.REFUSE) for one in cafe.conclusion.measure)
    weighing = opened("weighing", replace(cafe, conclusion=replace(cafe.conclusion, measure=measure)))
    decision = weighing.page._measures["EXP"].decision
    assert decision.problem == ""
    with qtbot.waitSignal(weighing.session.assessment_changed):
        changed = replace(weighing.dossier.conclusion, a=lesser, b=lesser)
        weighing.session.change(replace(weighing.dossier, conclusion=changed), "Mate gewijzigd")
    assert "mindere mate" in closed(weighing)[Decision.REFUSE]
    assert decision.problem.startswith("Deze beslissing is nu niet mogelijk.")
    assert decision.value() is Decision.REFUSE


def test_a_decision_is_chosen_with_the_arrow_keys(weighing, qtbot):
    weighing.page.go_to("EXP")
    chosen = weighing.focus()
    assert chosen.text() == "advies vragen aan het Bureau"
    qtbot.keyClick(chosen, Qt.Key.Key_Up)
    decided = {one.permit: one.decision for one in weighing.dossier.conclusion.measure}
    assert decided == {"EXP": Decision.REFUSE, "ALC": Decision.ASK_BUREAU}


def row(opened, check):
    return next(one for one in opened.page._checks.rows() if one.key.check == check)


def test_a_written_answer_to_a_check_is_kept_and_the_row_stays(weighing, qtbot):
    one = row(weighing, "L14")
    before = [each.key.check for each in weighing.page._checks.rows()]
    assert one._answer_row.isHidden()
    one._write.setFocus()
    qtbot.keyClick(one._write, Qt.Key.Key_Space)
    assert weighing.focus() is one.answer.text
    with qtbot.waitSignal(weighing.session.assessment_changed):
        qtbot.keyClicks(one.answer.text, "Toestemming is gevraagd.")
    (answer,) = weighing.dossier.conclusion.check_answers
    assert (answer.check, answer.about, answer.text) == ("L14", ("f7",), "Toestemming is gevraagd.")
    assert QApplication.focusWidget() is one.answer.text
    assert [each.key.check for each in weighing.page._checks.rows()] == before
    assert not one._state.isHidden()


def test_a_hard_stop_offers_no_answer_and_leads_to_where_it_is_mended(weighing, qtbot):
    one = row(weighing, "L01")
    assert one._answer_row.isHidden()
    one.focus_first()
    qtbot.keyClick(one._jump, Qt.Key.Key_Space)
    assert weighing.frame.step == "advice"


def test_checks_that_share_what_they_are_about_share_one_answer(weighing):
    loans = row(weighing, "X02")
    assert loans._text.text().count("overgemaakt voordat") == 2


def test_conditions_are_added_changed_and_removed_by_keyboard(opened, variant, qtbot):
    weighing = opened("weighing", variant)
    table = weighing.page._measures["EXP"]._conditions.table
    assert table.model.rowCount() == 2
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Insert)
    text = weighing.sheet.form.fields["text"].text
    assert weighing.focus() is text
    qtbot.keyClicks(text, "Een derde voorschrift.")
    limits = weighing.sheet.form.fields["limits"].box
    limits.setFocus()
    qtbot.keyClick(limits, Qt.Key.Key_End)
    qtbot.keyClick(limits, Qt.Key.Key_Escape)
    measure = next(one for one in weighing.dossier.conclusion.measure if one.permit == "EXP")
    assert measure.conditions[2].text == "Een derde voorschrift."
    assert measure.conditions[2].limits == "b"
    table.view.setFocus()
    table.select(1)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    measure = next(one for one in weighing.dossier.conclusion.measure if one.permit == "EXP")
    assert [one.text[:4] for one in measure.conditions] == ["Actu", "Een "]
    assert weighing.labels[-1] == "Voorschrift verwijderd"


def test_conditions_stand_there_only_where_they_belong(weighing, opened, variant):
    assert weighing.page._measures["EXP"]._conditions.isHidden()
    assert not opened("weighing", variant).page._measures["EXP"]._conditions.isHidden()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("a", "Mate van gevaar op de a-grond"),
        ("conclusion.age_of_facts", "Ouderdom van de feiten"),
        ("conclusion.regular_grounds", "Zijn de gewone weigeringsgronden eerst beoordeeld?: nee"),
        ("conclusion.law_checked_on", "Geldend recht nagegaan op"),
        ("ALC", "Voorgestelde beslissing: advies vragen aan het Bureau"),
        ("L14", "Uw antwoord bij L14: f7 steunt alleen op informatie"),
    ],
)
def test_a_link_puts_the_keyboard_where_it_leads(weighing, place, name):
    assert weighing.page.go_to(place)
    assert weighing.focus().accessibleName().startswith(name)


def test_half_typed_text_comes_back(opened, cafe):
    weighing = opened("weighing", cafe, drafts={"conclusion.law_checked_on": "12-"})
    assert field(weighing, "law_checked_on").line.text() == "12-"


def test_a_permit_that_is_gone_takes_its_card_along(weighing):
    only = replace(weighing.dossier.application, permit_types=weighing.dossier.permits[:1])
    weighing.session.change(replace(weighing.dossier, application=only), "Vergunning verwijderd")
    assert list(weighing.page._measures) == [weighing.dossier.permits[0].id]


def test_everything_has_a_name(weighing, opened, variant):
    assert nameless(weighing.page) == []
    assert nameless(opened("weighing", variant).page) == []


def test_an_empty_conclusion_stays_empty_when_nothing_is_said(opened, cafe, qtbot):
    weighing = opened("weighing", replace(cafe, conclusion=Conclusion()))
    box = field(weighing, "a.degree").box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    weighing.frame.flush()
    assert weighing.dossier.conclusion == Conclusion()


def many(count):
    return [Check("C03", Severity.HINT, (f"f{at}",), f"Feit f{at} is oud.", "Wet Bibob art. 3") for at in range(count)]


def test_hundreds_of_checks_are_counted_at_once_and_shown_when_asked(shown, qtbot):
    checks = shown(CheckList(), 700, 600)
    hard = Check("L01", Severity.BLOCK, (), "Nog geen tweede lezer is akkoord.", "werkafspraak")
    checks.show_checks([*many(300), hard], Conclusion())
    qtbot.waitUntil(lambda: len(checks.rows()) == AT_FIRST)
    assert checks.rows()[0].key.check == "L01"
    assert checks._heads[Severity.HINT].text() == "Aandachtspunt (300)"
    checks._more.setFocus()
    qtbot.keyClick(checks._more, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(checks.rows()) == 301, timeout=30_000)
    assert checks._more.isHidden()
    assert QApplication.focusWidget() is checks.rows()[AT_FIRST - 1]._jump


def test_rows_come_a_few_at_a_time_so_that_the_window_keeps_answering(shown, qtbot):
    checks = shown(CheckList(), 700, 600)
    counts = []
    checks.show_checks(many(20), Conclusion())
    while not counts or counts[-1] < 20:
        counts.append(len(checks.rows()))
        QApplication.processEvents()
    assert counts[0] == AT_ONCE
    assert max(after - before for before, after in pairwise(counts)) <= AT_ONCE
    assert checks._more.isHidden()


def test_a_link_finds_a_check_that_was_not_shown_yet(shown):
    checks = shown(CheckList(), 700, 600)
    checks.show_checks([*many(100), Check("X99", Severity.HINT, (), "Iets anders.", "samenhang")], Conclusion())
    assert checks.focus("X99")
    assert QApplication.focusWidget() is checks.rows()[-1]._jump
