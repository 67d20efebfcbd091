# SPDX-License-Identifier: EUPL-1.2
"""Section 5: terms with their ends, a row for each step, and each note once."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.dossier.application import Route
from assessment.outcome import Term, TermStep
from assessment.telling.block import Bullets, Table
from assessment.telling.course import course
from assessment.telling.material import Material
from tests.assessment.telling import invented_dossier, invented_outcome
from tests.assessment.telling.reading_back import all_text, texts
from tests.assessment.weighing.balances import shipped

DAY = date(2026, 4, 28)
STEPS = (
    TermStep("Awb 4:13 lid 2", date(2026, 1, 26), date(2026, 3, 23), "acht weken na de ontvangst"),
    TermStep("Awb 4:15 lid 1", date(2026, 2, 3), date(2026, 2, 12), "opgeschort"),
)
DECISION = Term("decision", DAY, DAY, date(2026, 4, 24), 9, STEPS, ("Het advies is er nog niet.",))
HEARING = Term("hearing", DAY, DAY, DAY, 0, (TermStep("art. 33", date(2026, 4, 14), DAY),))


def told(*terms, brief=False):
    dossier = invented_dossier.dossier()
    if brief:
        dossier = replace(dossier, facts=(), application=replace(dossier.application, route=Route.LIGHT))
    outcome = replace(invented_outcome.assessment(), terms=terms)
    return course(Material(dossier, outcome, shipped()))


def tables(blocks):
    return {one.columns[-1].head: [[cell.text for cell in row] for row in one.rows]
            for one in blocks if isinstance(one, Table)}  # fmt: skip


def test_the_ends_stand_in_a_row_for_each_term():
    assert tables(told(DECISION, HEARING))["Opgeschort"] == [
        ["beslistermijn", "28 apr 2026", "28 apr 2026", "24 apr 2026", "9 dagen"],
        ["zienswijze", "28 apr 2026", "28 apr 2026", "28 apr 2026", "–"],
    ]


def test_each_step_is_a_row_in_words_with_its_rule():
    assert tables(told(DECISION, HEARING))["§ Zo geteld"] == [
        ["beslistermijn", "26 jan 2026", "23 mrt 2026", "Acht weken na de ontvangst (Awb 4:13 lid 2)."],
        ["beslistermijn", "3 feb 2026", "12 feb 2026", "Opgeschort (Awb 4:15 lid 1)."],
        ["zienswijze", "14 apr 2026", "28 apr 2026", "Art. 33."],
    ]


def test_two_who_were_heard_together_are_told_once():
    found = tables(told(HEARING, HEARING))
    assert [len(found[head]) for head in ("Opgeschort", "§ Zo geteld")] == [1, 1]


def test_a_note_is_told_once_with_the_terms_that_it_is_about():
    notice = replace(DECISION, id="extension-notice")
    (notes,) = [one for one in told(DECISION, notice, HEARING) if isinstance(one, Bullets)]
    assert list(texts(notes)) == ["Beslistermijn en mededeling van verlenging: Het advies is er nog niet."]


def test_without_notes_nothing_is_said_of_them():
    assert "Toelichting op de termijnen" not in all_text(told(HEARING))


@pytest.mark.parametrize("words", ["acht weken na de ontvangst (Awb 4:13 lid 2)", "Het advies is er nog"])
def test_a_brief_advice_tells_steps_and_notes_in_sentences(words):
    blocks = told(DECISION, brief=True)
    assert words.casefold() in all_text(blocks).casefold()
    assert "§ Zo geteld" not in tables(blocks)
