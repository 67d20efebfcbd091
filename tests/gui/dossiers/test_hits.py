# SPDX-License-Identifier: EUPL-1.2
import pytest
from PySide6.QtCore import Qt

from assessment.found import FoundBy, Hit, Hits, Spot
from gui.dossiers.hit_cell import LEAD, RANGES, pieces
from gui.dossiers.hits import CLOSED, HitsView
from gui.dossiers.page import BY_SOUND, DossiersPage
from tests.gui import fakes

STEPS = {"parties": "Betrokkenen", "facts": "Feiten", "financing": "Financiering", "information": "Informatie"}


def hit(reference, kind, key, *, by=FoundBy.WORD, text="Karim Khoulali", ranges=((0, 5),), at=0, score=100):
    return Hit(f"id-{reference}", reference, "Verzonnen B.V.", Spot(kind, key, at), by, text, ranges, score)


FOUND = Hits(
    (
        hit("BIB-1", "party", "p1"),
        hit("BIB-1", "source", "2", at=1, text="lening Karim", ranges=((7, 12),)),
        hit("BIB-2", "information", "i3", text="", ranges=()),
        hit("BIB-3", "party", "p4", by=FoundBy.SOUND, text="Carim Chulali", ranges=(), score=70),
    )
)


@pytest.fixture
def view(shown):
    made = shown(HitsView(STEPS), 900, 500)
    made.show_hits(FOUND, "karim")
    return made


def rows(view):
    """The heads and what stands below them."""
    model = view.model
    heads = [model.item(at) for at in range(model.rowCount())]
    return {head.text(): [head.child(at) for at in range(head.rowCount())] for head in heads}


def test_hits_stand_by_dossier_and_sounds_apart(view):
    told = {head: [(one.data(LEAD), one.text()) for one in found] for head, found in rows(view).items()}
    assert told == {
        "BIB-1   Verzonnen B.V.": [("Betrokkenen", "Karim Khoulali"), ("Financiering", "lening Karim")],
        "BIB-2   Verzonnen B.V.": [("Informatie", CLOSED)],
        "Klinkt als “karim”": [("BIB-3", "Carim Chulali · Betrokkenen · anders geschreven")],
    }
    assert view.told() == "4 plaatsen gevonden"


def test_what_was_found_is_bold_and_nothing_is_read_as_markup():
    assert list(pieces("een <b>Karim</b>", ((7, 12),))) == [("een <b>", False), ("Karim", True), ("</b>", False)]


def test_the_words_keep_their_place(view):
    (_, source) = rows(view)["BIB-1   Verzonnen B.V."]
    assert source.data(RANGES) == ((7, 12),)
    assert source.data(Qt.ItemDataRole.AccessibleTextRole) == "Financiering: lening Karim"


def test_enter_leads_to_the_record(view, qtbot):
    view.setFocus()
    with qtbot.waitSignal(view.opened) as first:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as second:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert first.args == ["id-BIB-1", "parties", "p1"]
    assert second.args == ["id-BIB-1", "financing", "financing.sources[1]"]


def test_the_head_of_a_dossier_opens_it_and_that_of_sounds_nothing(view, qtbot):
    view.tree.setCurrentIndex(view.model.index(0, 0))
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert told.args == ["id-BIB-1", "", ""]
    view.tree.setCurrentIndex(view.model.index(2, 0))
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view.tree, Qt.Key.Key_Return)


def test_more_than_fits_is_told_and_nothing_takes_no_room(view):
    view.show_hits(Hits(FOUND.hits[:1], is_all=False), "karim")
    assert view.told() == "1 plaats gevonden, en meer; zoek op meer woorden voor minder"
    view.show_hits(Hits(()), "niets")
    assert view.isHidden()


def test_enter_in_the_search_leads_to_what_was_found(shown, qtbot):
    page = shown(DossiersPage(STEPS), 1200, 700)
    page.search_for("karim")
    page.show_rows((), fakes.catalogue(), fakes.TODAY)
    page.show_hits(FOUND, "karim")
    page._search.setFocus()
    qtbot.keyClick(page._search, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.hit_opened) as told:
        qtbot.keyClick(page.hits.tree, Qt.Key.Key_Return)
    assert told.args == ["id-BIB-1", "parties", "p1"]


def test_that_a_name_only_sounds_so_is_told_above_the_list(shown):
    page = shown(DossiersPage(STEPS), 1200, 700)
    page.show_rows((), fakes.catalogue(), fakes.TODAY, by_sound=True)
    assert page._sounding.text() == BY_SOUND
    page.show_rows((), fakes.catalogue(), fakes.TODAY)
    assert page._sounding.text() == ""
