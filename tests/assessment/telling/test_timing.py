# SPDX-License-Identifier: EUPL-1.2
"""Terms and open duties as plain text."""

from dataclasses import replace
from datetime import date

from assessment.outcome import Check, Duty, Severity, Term, TermStep
from assessment.outcome_wire import timing_to_wire
from assessment.telling.timing import timing
from tests.assessment.telling import invented, invented_dossier, invented_outcome

DAY = date(2026, 3, 2)
STEP = TermStep("Awb 4:13 lid 2", date(2026, 1, 5), DAY)


FAULT = Check("X07", Severity.ANSWER, (), "De volgorde klopt niet.", "Awb 3:2")


def told(terms=(), duties=(), checks=()):
    outcome = replace(invented_outcome.assessment(), terms=terms, duties=duties, checks=checks)
    return timing(outcome, invented_dossier.dossier(), invented.catalogue())


def test_a_term_tells_its_three_ends_and_its_steps():
    text = told((Term("decision", DAY, date(2026, 3, 3), date(2026, 2, 27), 1, (STEP,)),))
    for words in (
        "  wettelijk einde: 3 mrt 2026\n",
        "  veilig einde: 27 feb 2026\n",
        "  zonder verschuiving: 2 mrt 2026\n",
        "  opgeschort: 1 dag\n",
        "van 5 jan 2026 tot 2 mrt 2026, 56 dagen: Awb 4:13 lid 2\n",
    ):
        assert words in text


def test_the_words_of_a_step_stand_before_its_rule():
    text = told((Term("decision", DAY, DAY, DAY, 0, (replace(STEP, text="acht weken"),)),))
    assert ": acht weken (Awb 4:13 lid 2)\n" in text


def test_only_open_duties_are_told():
    text = told(duties=(Duty("D-1", DAY, "doe dit", "art. 1"), Duty("D-2", None, "doe dat", "art. 2", fulfilled=True)))
    assert "2 mrt 2026  Doe dit. [art. 1]" in text
    assert "art. 2" not in text
    assert "geen vaste dag  Doe dat." in told(duties=(Duty("D-2", None, "doe dat", "art. 2"),))


def test_without_terms_and_duties_that_is_said():
    text = told()
    assert "Er loopt geen termijn die uit de vastgelegde gegevens volgt." in text
    assert "Er staat geen plicht open." in text


def test_the_notes_of_a_term_stand_below_its_steps():
    note = "Het advies van het Bureau is er nog niet. Geteld is de hele adviestermijn, tot en met 28 dec 2026."
    text = told((Term("decision", DAY, DAY, DAY, 0, (STEP,), (note, "Kort.")),))
    assert "  let op: Kort.\n" in text
    assert "let op: " + note in " ".join(text.split())
    assert text.index("Awb 4:13 lid 2") < text.index("let op") < text.index("Open plichten")
    assert max(len(line) for line in text.splitlines()) <= 78


def test_events_that_cannot_be_right_are_told_last():
    text = told(
        checks=(FAULT, replace(FAULT, id="C03", text="Iets anders."), replace(FAULT, answered=True, text="Al."))
    )
    assert text.endswith("Gebeurtenissen om na te kijken\n  De volgorde klopt niet.\n")
    assert told().endswith("Gebeurtenissen om na te kijken\n  Geen.\n")


def test_the_json_tells_notes_and_what_cannot_be_right():
    terms = (Term("decision", DAY, DAY, DAY, 0, (STEP,), ("Kort.",)),)
    wire = timing_to_wire(replace(invented_outcome.assessment(), terms=terms, checks=(FAULT, FAULT)))
    assert wire["terms"][0]["notes"] == ["Kort."]
    assert wire["impossible"] == ["De volgorde klopt niet."]
