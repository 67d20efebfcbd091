# SPDX-License-Identifier: EUPL-1.2
"""A term is explained by its steps and by its notes, each note with the article of its sentence."""

from datetime import date

import pytest

from assessment.explanation.screened import explain_duty
from assessment.explanation.term import NOTE, explain_term, told_by
from assessment.explanation.tree import FollowsFrom
from assessment.outcome import Duty, Term, TermStep
from tests.assessment.weighing.balances import shipped

DAY = date(2026, 12, 14)
STEP = TermStep("Awb 4:13 lid 2", date(2026, 10, 5), DAY, "acht weken")
RULES = shipped().terms
LATE = RULES.note("extension-late", day="1 dec 2026", last="30 nov 2026")


def explained(*notes, steps=(STEP,)):
    return explain_term(Term("decision", DAY, DAY, DAY, 0, steps, notes), shipped())


def test_a_note_stands_below_the_steps_with_its_article():
    step, note = explained(LATE).parts
    assert (step.rule, step.text) == ("Awb 4:13 lid 2", "acht weken")
    assert note == FollowsFrom("extension-late", "Awb 4:14 lid 1", LATE)


def test_what_is_uncertain_names_the_reading_and_its_source():
    reading = RULES.readings["expiry-day"]
    (_, note) = explained(reading.told(day="26 okt 2026")).parts
    assert (note.rule, note.article) == ("expiry-day", reading.texts[reading.value].source)


def test_a_note_of_another_catalogue_rests_on_what_its_term_rests_on():
    assert explained("Zo is het.").parts[-1] == FollowsFrom(NOTE, "Awb 4:13 lid 2", "Zo is het.")
    assert explained("Zo is het.", steps=()).parts == (FollowsFrom(NOTE, "Awb art. 4:13", "Zo is het."),)


@pytest.mark.parametrize("id_", RULES.notes)
def test_every_note_is_known_by_its_own_sentence(id_):
    sentence = RULES.notes[id_]
    told = sentence.filled(**dict.fromkeys(sentence.places, "26 okt 2026"))
    assert told_by(told, RULES) == (id_, sentence)


def test_a_duty_tells_what_fulfils_it():
    inputs = dict(explain_duty(Duty("D-1", DAY, "Doe dit.", "art. 1", done="Klaar als dit is gedaan.")).inputs)
    assert inputs == {"uiterlijk": "2026-12-14", "klaar": "Klaar als dit is gedaan.", "gedaan": "nee"}
    assert dict(explain_duty(Duty("D-1", None, "Doe dit.", "art. 1", fulfilled=True)).inputs) == {"gedaan": "ja"}
