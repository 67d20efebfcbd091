# SPDX-License-Identifier: EUPL-1.2
"""Answers to checks are kept per check and per thing that it is about."""

from assessment.dossier.conclusion import CheckAnswer, Conclusion
from assessment.known import NOT_LISTED
from assessment.outcome import Check, Severity
from gui.dossier.weighing.check_answers import Key, answer_to, may_be_answered, with_answer

F7, F8 = Key("C18", ("f7",)), Key("C18", ("f8",))


def test_an_answer_belongs_to_what_it_is_about():
    conclusion = with_answer(with_answer(Conclusion(), F7, "Eerste"), F8, "Tweede")
    assert (answer_to(conclusion, F7), answer_to(conclusion, F8)) == ("Eerste", "Tweede")
    again = with_answer(conclusion, F7, "Anders")
    assert (answer_to(again, F7), answer_to(again, F8)) == ("Anders", "Tweede")
    assert len(again.check_answers) == 2


def test_an_empty_answer_is_taken_away_whole():
    conclusion = with_answer(with_answer(Conclusion(), F7, "Eerste"), F7, "")
    assert conclusion == Conclusion()
    assert conclusion.check_answers is NOT_LISTED


def test_an_answer_to_the_check_as_a_whole_is_shown_at_each():
    conclusion = Conclusion(check_answers=(CheckAnswer("C18", text="Voor alle"), CheckAnswer("X02-loan", (), "Ander")))
    assert answer_to(conclusion, F7) == "Voor alle"
    assert answer_to(conclusion, Key("X02", ())) == "Ander"
    assert answer_to(with_answer(conclusion, F7, "Eigen"), F7) == "Eigen"
    assert answer_to(with_answer(conclusion, F7, "Eigen"), F8) == "Voor alle"


def test_hints_and_hard_stops_are_not_answered_in_writing():
    def check(severity, hard=False):
        return Check("C03", severity, (), "", "", hard=hard)

    assert may_be_answered(check(Severity.ANSWER))
    assert may_be_answered(check(Severity.BLOCK))
    assert not may_be_answered(check(Severity.BLOCK, hard=True))
    assert not may_be_answered(check(Severity.HINT))
