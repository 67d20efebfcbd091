# SPDX-License-Identifier: EUPL-1.2
from PySide6.QtCore import Qt

from assessment.found import Asked
from assessment.names import NameKind

CTRL = Qt.KeyboardModifier.ControlModifier


def test_search_lists_what_was_asked(opened, qtbot):
    qtbot.keyClick(opened, Qt.Key.Key_K, CTRL)
    field = opened.place.header._search
    assert field.hasFocus()
    qtbot.keyClicks(field, "stichting")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    table = opened.place.dossiers.table
    qtbot.waitUntil(lambda: table.model.rowCount() == 1)
    assert table.model.record(0).summary.subject == "Stichting Fictie"
    opened.place.dossiers.search_for("bestaat niet")
    qtbot.waitUntil(lambda: opened.place.dossiers._stack.currentIndex() == 2)


def test_a_found_place_opens_its_dossier_there(opened, qtbot):
    opened.desk.go_to_room("dossiers")
    page = opened.place.dossiers
    page.search_for("stichting")
    qtbot.waitUntil(lambda: not page.hits.isHidden())
    page.hits.setFocus()
    qtbot.keyClick(page.hits.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.page is not None)
    assert opened.desk.page.step == "parties"
    assert opened.desk.page.has_sheet
    assert opened.desk.session.dossier.name_of("p1") == "Stichting Fictie"


def test_without_words_there_are_no_found_places(opened, qtbot):
    opened.desk.go_to_room("dossiers")
    page = opened.place.dossiers
    page.search_for("stichting")
    qtbot.waitUntil(lambda: not page.hits.isHidden())
    page.search_for("")
    qtbot.waitUntil(lambda: page.hits.isHidden() and page.table.model.rowCount() == 2)


def test_what_occurs_elsewhere_is_asked_of_the_store_and_journalled(opened, qtbot):
    answers = []
    asked = Asked(NameKind.PERSON, "Fictie", "party/p1")
    opened.desk.page._tools.ask_elsewhere(asked, "zelfde pand", answers.append, answers.append)
    qtbot.waitUntil(lambda: answers == [()])
    assert ("elsewhere.asked", f"{opened.desk._id}/party/p1") in opened.desk._vault.notes
