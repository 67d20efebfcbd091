# SPDX-License-Identifier: EUPL-1.2
import pytest
from PySide6.QtCore import Qt

from assessment.dossier.financing import SourceLine
from assessment.dossier.party import Person
from assessment.found import Asked, Elsewhere, Spot
from assessment.matching import Likeness, Match
from assessment.names import NameKind
from gui.dossier import elsewhere_sheet as words
from gui.dossier.elsewhere_options import of_party, of_source
from gui.dossier.elsewhere_sheet import ElsewhereSheet
from gui.dossier.step_titles import TITLES
from gui.dossier.steps import STEPS

FOUND = (
    Elsewhere(
        "id-7", "BIB-2026-0007", "Verzonnen B.V.", Spot("party", "p2", 1), NameKind.PERSON, "K. Chulali",
        Likeness(Match.SOUND, 70), ("subject", "director"),
    ),
)  # fmt: skip


@pytest.fixture
def asking(opened, cafe, qtbot):
    """The sheet of the first party, and from there the question; what was asked and what was opened."""
    asked, gone = [], []

    def ask(what, reason, then, _hindered):
        asked.append((what, reason))
        then(FOUND)

    one = opened("parties", cafe, ask_elsewhere=ask, open_elsewhere=lambda *goal: gone.append(goal))
    page = one.frame.page()
    page.go_to(cafe.parties[0].id)
    qtbot.mouseClick(page._party_sheet.elsewhere, Qt.MouseButton.LeftButton)
    sheet = one.frame._sheets.sheet
    assert isinstance(sheet, ElsewhereSheet)
    return sheet, asked, gone, one


def test_without_a_reason_nothing_is_asked(asking, qtbot):
    sheet, asked, _, _ = asking
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    assert asked == []
    assert sheet._notice.text() == words.NO_REASON


def test_the_answer_is_told_in_words_and_leads_to_the_other_dossier(asking, qtbot, cafe):
    sheet, asked, gone, one = asking
    qtbot.keyClicks(sheet._reason.editor(), "zelfde pand")
    qtbot.mouseClick(sheet.verb, Qt.MouseButton.LeftButton)
    party = cafe.parties[0]
    kind = NameKind.PERSON if party.is_person else NameKind.ORGANISATION
    assert asked == [(Asked(kind, party.name, f"party/{party.id}"), "zelfde pand")]
    (link,) = sheet.links()
    assert link.text == "BIB-2026-0007   Verzonnen B.V."
    assert link.second == "K. Chulali · Betrokkenen · klinkt hetzelfde · daar betrokkene, bestuurder"
    assert sheet.told() == "Op 1 plaats gevonden"
    sheet._on_goal("0")
    assert gone == [("id-7", "parties", "p2")]
    assert one.session.dossier == cafe


def test_nothing_found_is_told(asking):
    sheet, _, _, _ = asking
    sheet.show_found(())
    assert (sheet.told(), sheet.links()) == (words.NOT_FOUND, ())


def test_an_answer_that_comes_after_the_sheet_was_closed_is_let_go(opened, cafe, qtbot):
    waiting = []
    one = opened("parties", cafe, ask_elsewhere=lambda _what, _reason, then, _hindered: waiting.append(then))
    page = one.frame.page()
    sheet = words.ask_elsewhere(page, of_party(cafe.parties[0]))
    sheet._reason.set_value("zelfde pand")
    sheet._on_ask()
    one.frame._sheets.put_away()
    waiting[0](FOUND)
    assert not sheet.is_open


def test_a_party_without_anything_has_nothing_to_ask(opened, cafe):
    one = opened("parties", cafe)
    sheet = words.ask_elsewhere(one.frame.page(), of_party(Person("p99")))
    assert sheet._notice.text() == words.NOTHING_TO_ASK
    assert not sheet.verb.isEnabled()


def test_what_can_be_asked_of_a_party_and_of_a_source(cafe):
    party = Person("p1", "Daan Fictema", address="Denkbeeldstraat 12", note="rekening NL00 VERZ 0123 4567 89")
    assert [(word, asked.kind) for word, asked in of_party(party)] == [
        ("naam", NameKind.PERSON), ("adres", NameKind.ADDRESS), ("rekening NL00VERZ0123456789", NameKind.ACCOUNT),
    ]  # fmt: skip
    (named,) = of_source(SourceLine("lening Fictiva Kapitaal"), 1, cafe)
    assert named == ("naam", Asked(NameKind.LENDER, "Fictiva Kapitaal", "source/2"))
    assert of_source(SourceLine("eigen geld"), 0, cafe) == ()
    lender = cafe.parties[0]
    told = of_source(SourceLine("lening", lender=lender.id), 0, cafe)
    assert told[0] == ("naam", Asked(NameKind.LENDER, lender.name, "source/1"))


def test_a_source_can_be_asked_about(opened, cafe):
    one = opened("financing", cafe)
    page = one.frame.page()
    page.sources.asked.emit(0)
    page._ask_elsewhere()
    assert isinstance(one.frame._sheets.sheet, ElsewhereSheet)


def test_the_titles_are_those_of_the_steps():
    assert [(one.id, one.title) for one in STEPS] == list(TITLES.items())
