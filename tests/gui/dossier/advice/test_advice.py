# SPDX-License-Identifier: EUPL-1.2
"""Step 9 as an officer works in it: export, hearings, the Bureau, the second reader and what must still be done."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from assessment.dates import When
from assessment.dossier.bureau_advice import BureauAdvice, Verification, YesNo
from assessment.dossier.review import Verdict
from assessment.receipt import seal
from assessment.telling.issue import Standing
from gui.dossier.advice.export_sheet import ExportSheet
from gui.dossier.advice.page import AdvicePage
from gui.dossier.advice.reviews import CHANGED
from gui.parts.button import Rank
from gui.parts.link_row import LinkRow
from tests.gui.dossier.conftest import TODAY
from tests.gui.sweep import nameless


@pytest.fixture
def place(advice, tmp_path):
    """The file that the officer chooses when he is asked."""
    chosen = tmp_path / "Advies.pdf"
    asked = []

    def ask(_parent, name, then):
        asked.append(name)
        then(str(chosen))

    advice.page._ask_place = ask
    return chosen, asked


def export(advice, qtbot, purpose):
    advice.page._export()
    sheet = advice.sheet
    qtbot.keyClicks(sheet.purpose.line, purpose)
    qtbot.keyClick(sheet.verb, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: advice.page.tools.paper.is_idle)


def test_an_export_is_written_noted_and_told(advice, place, paper, qtbot):
    chosen, asked = place
    export(advice, qtbot, "voor de burgemeester")
    assert asked == ["BIB-2026-0014-B advies concept.pdf"]
    assert chosen.read_bytes().startswith(b"%PDF")
    assert [one.name for one in chosen.parent.iterdir()] == [chosen.name]
    assert paper.noted == [(advice.session.assessment.receipt, "voor de burgemeester")]
    told = advice.page._notice.text()
    assert str(chosen) in told
    assert "buiten de kluis" in told
    assert paper.made[-1].version == "versie 1, concept"


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (Standing.CONCEPT, "Dit wordt een concept: er blokkeert nog een controle, of er is nog een antwoord nodig."),
        (Standing.FINAL, "Dit wordt een definitief advies: geen controle blokkeert en alle antwoorden zijn er."),
    ],
)
def test_the_sheet_says_as_what_the_advice_leaves_and_why(shown, standing, sentence):
    sheet = shown(ExportSheet("Z-1", standing, lambda *_: None))
    assert sentence in [one.text() for one in sheet.findChildren(QLabel)]


def test_without_a_purpose_nothing_leaves_the_store(advice, place, paper, qtbot):
    chosen, asked = place
    export(advice, qtbot, "")
    assert asked == []
    assert paper.noted == []
    assert not chosen.exists()
    assert "Schrijf waarvoor" in advice.sheet._notice.text()


def test_an_export_that_fails_is_told_and_not_noted(advice, place, paper, qtbot):
    chosen, _ = place
    chosen.mkdir()
    export(advice, qtbot, "voor de burgemeester")
    assert "dit is een map" in advice.page._notice.text()
    assert paper.noted == []


def test_the_exported_advice_is_that_of_the_newest_change(advice, place, paper, qtbot):
    text = replace(advice.dossier.conclusion, age_of_facts="Net gewijzigd.")
    advice.session.change(replace(advice.dossier, conclusion=text), "Ouderdom gewijzigd")
    export(advice, qtbot, "voor de burgemeester")
    assert b"Net gewijzigd." in paper.made[-1].attachments[0].content


def leave(advice):
    """Let the page go, as the window does when the dossier is closed."""
    advice.page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_who_leaves_while_it_is_written_gets_file_and_note(advice, place, paper, qtbot):
    chosen, _ = place
    go, lane = threading.Event(), advice.page.tools.paper
    lane.run(lambda: go.wait(5))
    advice.page._write(str(chosen), "voor de burgemeester")
    leave(advice)
    go.set()
    qtbot.waitUntil(lambda: lane.is_idle)
    assert chosen.exists()
    assert [purpose for _, purpose in paper.noted] == ["voor de burgemeester"]


def test_who_leaves_while_the_preview_is_made_is_not_bothered(opened, variant, paper, qtbot):
    advice = opened("advice", variant, **paper.tools())
    lane = advice.page.tools.paper
    qtbot.waitUntil(lambda: len(paper.made) == 1)
    leave(advice)
    qtbot.waitUntil(lambda: lane.is_idle)
    assert paper.noted == []


def test_what_still_blocks_stands_on_top_and_leads_there(advice, qtbot):
    assert "Nog geen tweede lezer is akkoord." in advice.page._blocking.text()
    qtbot.keyClick(advice.page._blocking._notice._action, Qt.Key.Key_Space)
    assert advice.page._tabs.tabText(advice.page._tabs.currentIndex()) == "Tweede lezer"


def test_several_that_block_are_listed_when_asked(opened, cafe, paper, qtbot):
    advice = opened("advice", cafe, **paper.tools())
    blocking = advice.page._blocking
    count = sum(one.holds_back for one in advice.session.assessment.checks)
    assert count > 1
    assert blocking.text().startswith(f"{count} controles staan nog open.")
    assert blocking.findChildren(LinkRow) == []
    qtbot.keyClick(blocking._notice._action, Qt.Key.Key_Space)
    assert len(blocking.findChildren(LinkRow)) == count


def test_a_hearing_is_added_and_filled_in_by_keyboard(advice, qtbot):
    advice.page.go_to("hearings")
    view = advice.page._hearings.table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    fields = advice.sheet.form.fields
    fields["party"].box.setFocus()
    qtbot.keyClick(fields["party"].box, Qt.Key.Key_End)
    qtbot.keyClicks(fields["invited_on"].line, "1-6-2026")
    qtbot.keyClicks(fields["statement"].text, "Geen bezwaar.")
    qtbot.keyClick(fields["statement"].text, Qt.Key.Key_Escape)
    hearing = advice.dossier.hearings[2]
    assert (hearing.id, hearing.about, hearing.statement) == ("h3", ("draft",), "Geen bezwaar.")
    assert hearing.invited_on == When(2026, 6, 1)
    assert hearing.party == advice.dossier.parties[-1].id
    assert advice.labels[0] == "Zienswijze toegevoegd"


def test_what_a_hearing_is_about_can_be_the_draft_facts_sources_and_advices(opened, variant, paper):
    advice = opened("advice", replace(variant, bureau_advices=(BureauAdvice("b1"),)), **paper.tools())
    assert advice.page.go_to("h1")
    box = advice.sheet.form.fields["about"].findChild(QComboBox)
    offered = {box.itemData(at) for at in range(box.count())}
    assert {"b1", variant.information[0].id} <= offered
    assert advice.sheet.form.fields["about"].value() == ("draft", "f5")


def test_a_hearing_goes_and_comes_back(advice, qtbot):
    advice.page.go_to("hearings")
    table = advice.page._hearings.table
    table.view.setFocus()
    table.select("h2")
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert [one.id for one in advice.dossier.hearings] == ["h1"]
    qtbot.keyClick(advice.frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.id for one in advice.dossier.hearings] == ["h1", "h2"]


def test_an_advice_of_the_bureau_is_verified_fact_by_fact(advice, qtbot):
    advice.page.go_to("bureau_advices")
    advice.page._bureau.begin()
    seen, follows = advice.sheet._verified._fields["f5"]
    seen.box.setFocus()
    qtbot.keyClick(seen.box, Qt.Key.Key_Down)
    follows.box.setFocus()
    qtbot.keyClick(follows.box, Qt.Key.Key_End)
    (found,) = advice.dossier.bureau_advices
    assert found.verified == (Verification("f5", YesNo.YES, YesNo.NO),)
    qtbot.keyClicks(advice.sheet.form.fields["number"].line, "LBB-1")
    advice.frame.flush()
    (found,) = advice.dossier.bureau_advices
    assert (found.number, len(found.verified)) == ("LBB-1", 1)


def test_an_advice_that_was_put_to_somebody_is_not_removed_by_accident(opened, variant, paper):
    hearings = (replace(variant.hearings[0], about=("draft", "b1")), *variant.hearings[1:])
    given = replace(variant, bureau_advices=(BureauAdvice("b1"),), hearings=hearings)
    advice = opened("advice", given, **paper.tools())
    advice.page._bureau.table.remove_asked.emit(given.bureau_advices[0])
    assert len(advice.dossier.bureau_advices) == 1
    assert "zienswijze h1" in advice.page._notice.text()


def sign(advice, qtbot, name, key=Qt.Key.Key_Down):
    advice.page.go_to("reviews")
    advice.page._sign()
    fields = advice.sheet.fields
    qtbot.keyClicks(fields["by"].line, name)
    fields["verdict"].box.setFocus()
    qtbot.keyClick(fields["verdict"].box, key)
    qtbot.keyClick(advice.sheet.verb, Qt.Key.Key_Space)


def test_the_second_reader_signs_for_the_dossier_as_it_is(advice, qtbot):
    with qtbot.waitSignal(advice.session.assessment_changed):
        sign(advice, qtbot, "A. Lezer")
    (review,) = advice.dossier.reviews
    assert (review.by, review.verdict, review.on) == ("A. Lezer", Verdict.AGREED, When.on(TODAY))
    assert review.seal == seal(advice.dossier)
    assert advice.page._reviews.state() == ""
    assert advice.page._blocking.isHidden()


def test_a_change_after_signing_is_told_and_undoing_it_mends_the_seal(advice, qtbot):
    sign(advice, qtbot, "A. Lezer")
    text = replace(advice.dossier.conclusion, age_of_facts="Later geschreven.")
    advice.session.change(replace(advice.dossier, conclusion=text), "Ouderdom gewijzigd")
    assert advice.page._reviews.state() == f"{CHANGED}. Laat A. Lezer opnieuw lezen."
    assert advice.page._reviews.table.model.record(0).fits is False
    advice.session.undo()
    assert advice.page._reviews.state() == ""


def test_signing_without_a_verdict_is_not_possible(advice, qtbot):
    advice.page._sign()
    qtbot.keyClicks(advice.sheet.fields["by"].line, "A. Lezer")
    qtbot.keyClick(advice.sheet.verb, Qt.Key.Key_Space)
    assert advice.dossier.reviews == ()
    assert "Kies akkoord" in advice.sheet._notice.text()


def test_the_drafter_is_not_his_own_second_reader(advice, qtbot):
    sign(advice, qtbot, "t.  ester")
    assert advice.dossier.reviews == ()
    assert advice.sheet is not None
    qtbot.keyClick(advice.sheet.fields["by"].line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(advice.sheet.fields["by"].line, "T. Ester")
    qtbot.keyClick(advice.sheet.verb, Qt.Key.Key_Space)
    assert advice.dossier.reviews == ()
    assert advice.sheet._notice.text() == "T. Ester behandelt dit dossier. Laat een ander lezen en tekenen."


def test_an_advice_without_open_checks_is_exported_as_final(advice, place, paper, qtbot):
    with qtbot.waitSignal(advice.session.assessment_changed):
        sign(advice, qtbot, "A. Lezer")
    export(advice, qtbot, "voor de burgemeester")
    assert place[1] == ["BIB-2026-0014-B advies definitief.pdf"]
    assert paper.made[-1].version == "versie 1, definitief"


def test_duties_say_when_and_whether_they_were_done(advice, qtbot):
    advice.page.go_to("duties")
    links = advice.page._duties._links.links()
    assert [one.second.startswith("Gedaan") for one in links] == [False, *[True] * (len(links) - 1)]
    assert "20 mei 2026" in links[0].second
    assert advice.page._tabs.tabText(4) == "Taken (1)"
    first = advice.page._duties.findChildren(LinkRow)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert advice.frame.step == "application"


@pytest.mark.parametrize("tab", range(5))
def test_everything_has_a_name(advice, tab):
    advice.page._tabs.setCurrentIndex(tab)
    assert nameless(advice.page) == []


def test_tabs_are_walked_with_arrows_and_left_with_tab(advice, qtbot):
    tabs = advice.page._tabs
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert not advice.page._hearings.isHidden()
    assert advice.page._preview.isHidden()
    qtbot.keyClick(tabs, Qt.Key.Key_Tab)
    assert advice.page._hearings.isAncestorOf(advice.focus())


def test_there_is_one_primary_button(advice):
    assert isinstance(advice.page, AdvicePage)
    primary = [one for one in advice.page.findChildren(object) if getattr(one, "property", None)
               and one.property("role") == Rank.PRIMARY.value]  # fmt: skip
    assert [one.text() for one in primary] == ["Exporteer als pdf"]
