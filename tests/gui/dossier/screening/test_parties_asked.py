# SPDX-License-Identifier: EUPL-1.2
"""Step 7: what is asked next, and one question put to several parties."""

import pytest

from assessment.dossier.answer import Answer

ABOUT = ("p5", "p7", "p11")
"""Who lends in the café, in the order of the financing."""


@pytest.fixture
def screening(opened, cafe):
    """Step 7 of the café, of which nobody has said anything about the lenders yet."""
    dossier = cafe
    for id_ in ("FIN-07", "FIN-13"):
        dossier = dossier.without_answer(id_)
    return opened("screening", dossier)


def card(one, id_):
    one.page.go_to(id_)
    return one.page._cards[id_]


def lines(one, id_="FIN-07"):
    return card(one, id_)._fields.parties._lines


def about(one, id_="FIN-07"):
    return {answer.party: answer.value for answer in one.dossier.answers if answer.question == id_}


def test_the_next_question_is_the_one_that_can_change_an_indication(screening, qtbot):
    screening.page._next()
    assert screening.page._open == "STR-09"
    qtbot.keyClick(screening.focus(), "N")
    assert screening.dossier.answer_to("STR-09").value == "nee"


def test_before_the_first_outcome_the_next_question_is_the_first(screening):
    screening.page.assessment = None
    screening.page._next()
    assert screening.page._open == "IDA-01"


def test_a_question_per_lender_has_a_line_for_each_by_name(screening):
    found = lines(screening)
    assert list(found) == ["", *ABOUT]
    names = [screening.dossier.name_of(one) for one in ABOUT]
    assert [name.toolTip() for name, _, _ in found.values()] == ["Voor allen", *names]


def test_an_answer_about_one_lender_is_recorded_about_him(screening, qtbot):
    found = lines(screening)
    qtbot.keyClick(found["p5"][1].editor(), "J")
    assert about(screening) == {"p5": "ja"}
    assert card(screening, "FIN-07")._badge.word() == "1 van 3"
    qtbot.keyClick(found["p7"][1].editor(), "O")
    assert about(screening) == {"p5": "ja", "p7": "onbekend"}
    assert card(screening, "FIN-07")._badge.word() == "1 van 3"


def test_the_keyboard_begins_with_all_and_else_with_who_is_left(opened, cafe, qtbot):
    one = opened("screening", cafe.without_answer("FIN-07"))
    card(one, "FIN-07")
    qtbot.keyClick(one.focus(), "N")
    assert about(one) == {"": "nee"}
    begun = opened("screening", cafe.without_answer("FIN-07").with_answer(Answer("FIN-07", "ja", about="p5")))
    card(begun, "FIN-07")
    qtbot.keyClick(begun.focus(), "N")
    assert about(begun) == {"p5": "ja", "p7": "nee"}


def test_an_answer_for_all_is_followed_by_those_without_their_own(screening, qtbot):
    found = lines(screening)
    qtbot.keyClick(found[""][1].editor(), "N")
    assert about(screening) == {"": "nee"}
    assert [follows.text() for _, _, follows in found.values()] == ["", *["zoals allen"] * 3]
    assert card(screening, "FIN-07")._badge.word() == "nee"
    qtbot.keyClick(found["p11"][1].editor(), "J")
    assert about(screening) == {"": "nee", "p11": "ja"}
    assert found["p11"][2].text() == ""
    assert card(screening, "FIN-07")._badge.word() == "3 van 3"


def test_note_and_evidence_are_about_the_line_that_is_chosen(screening, qtbot):
    found = lines(screening)
    fields = card(screening, "FIN-07")._fields
    qtbot.keyClick(found[""][1].editor(), "N")
    found["p7"][0].click()
    qtbot.keyClicks(fields._note.text, "Verzonnen toelichting")
    found["p5"][0].click()
    assert screening.dossier.answer_to("FIN-07", "p7") == Answer(
        "FIN-07", "nee", note="Verzonnen toelichting", on=screening.dossier.answer_to("FIN-07", "p7").on, about="p7"
    )
    assert fields._note.value() is not screening.dossier.answer_to("FIN-07", "p7").note
    assert fields._about.text() == screening.dossier.name_of("p5")


def test_one_answer_is_taken_away_and_the_others_stay(screening, qtbot):
    found = lines(screening)
    for party in ("p5", "p7"):
        qtbot.keyClick(found[party][1].editor(), "J")
    card(screening, "FIN-07")._fields._clear.click()
    assert about(screening) == {"p5": "ja"}
    assert screening.labels[-1] == "Antwoord op FIN-07 gewist"


def test_a_question_that_is_put_once_has_no_lines(screening):
    fields = card(screening, "FIN-14")._fields
    assert fields.parties.isHidden()
    assert not fields.answer.isHidden()


def test_with_one_lender_left_his_answer_stands_by_itself(opened, cafe):
    dossier = cafe.without_answer("PAN-03").with_answer(Answer("PAN-03", "nee", about="p8"))
    one = opened("screening", dossier)
    fields = card(one, "PAN-03")._fields
    assert fields.parties.isHidden()
    assert fields.answer.value() == "nee"
    fields._clear.click()
    assert about(one, "PAN-03") == {}


def test_an_answer_about_somebody_else_is_told_as_not_counting(opened, cafe):
    one = opened("screening", cafe.with_answer(Answer("FIN-07", "nee", about="p6")))
    assert one.page._hidden.text().startswith("Eén antwoord (FIN-07) hoort bij een vraag die nu niet geldt")


def test_the_panel_calls_a_party_by_its_name(opened, cafe, qtbot):
    one = opened("screening", cafe.without_answer("FIN-07").with_answer(Answer("FIN-07", "nee", about="p5")))
    points = [item.text for item in one.frame._side.panel._lists[4]._items]
    name = cafe.name_of("p7")
    assert any(point.startswith(f"Nog te beantwoorden over {name}: ") for point in points)
