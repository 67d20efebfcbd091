# SPDX-License-Identifier: EUPL-1.2
"""The preview: made in memory when it is in sight, drawn page by page, read with keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui.dossier.paper_view import KEPT
from gui.dossier.preview import MAKING
from storage.paper import pages, write_pdf

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drawn(advice, qtbot, paper):
    preview = advice.page._preview
    assert MAKING in preview.state()
    qtbot.waitUntil(lambda: preview.state() == f"pagina 1 van {paper.pages_in_all}")
    qtbot.waitUntil(lambda: advice.page.tools.paper.is_idle and not preview._sharpen.isActive())
    return preview


def test_it_is_made_once_and_says_which_page_is_in_sight(drawn, paper):
    assert len(paper.made) == 1
    assert paper.made[0].reference == "BIB-2026-0014-B"
    assert drawn.view().accessibleName() == "Voorbeeld van het advies, pagina 1 van 5"


def change(advice, words):
    conclusion = replace(advice.dossier.conclusion, age_of_facts=words)
    advice.session.change(replace(advice.dossier, conclusion=conclusion), "Ouderdom gewijzigd")


def test_many_changes_in_a_row_make_one_document(advice, drawn, paper, qtbot):
    drawn.pause = 300
    for number in range(6):
        with qtbot.waitSignal(advice.session.assessment_changed):
            change(advice, f"Tekst {number}")
    assert MAKING in drawn.state()
    qtbot.waitUntil(lambda: MAKING not in drawn.state())
    assert len(paper.made) == 2
    assert drawn.view().count == 5


def test_nothing_is_made_while_it_is_out_of_sight(advice, drawn, paper, qtbot):
    advice.page.go_to("hearings")
    with qtbot.waitSignal(advice.session.assessment_changed):
        change(advice, "Anders")
    qtbot.waitUntil(lambda: not drawn._rest.isActive())
    assert len(paper.made) == 1
    advice.page.go_to("draft")
    qtbot.waitUntil(lambda: len(paper.made) == 2)


def test_the_place_in_the_document_stays_when_it_is_made_again(advice, drawn, qtbot):
    drawn.view().go_to(4)
    assert drawn.view().number == 4
    with qtbot.waitSignal(advice.session.assessment_changed):
        change(advice, "Anders")
    qtbot.waitUntil(lambda: MAKING not in drawn.state())
    assert drawn.view().number == 4


def test_keys_scroll_and_zoom(drawn, qtbot):
    view = drawn.view()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert drawn.state() == "pagina 5 van 5"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    before = view._width
    qtbot.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert view._width > before
    qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CTRL)
    assert view._width < before
    drawn.fit_width()
    assert view._width == before


def test_another_width_is_drawn_sharp_once_it_rests(advice, drawn, paper, qtbot):
    times = len(paper.widths)
    for _ in range(3):
        drawn.zoom_by(1)
    qtbot.waitUntil(lambda: advice.page.tools.paper.is_idle and not drawn._sharpen.isActive())
    assert len(paper.widths) == times + 1
    assert paper.widths[-1] == drawn.view()._width


def test_only_pages_near_the_one_in_sight_are_unpacked(opened, variant, paper, qtbot):
    paper.pages_in_all = 40
    preview = opened("advice", variant, **paper.tools()).page._preview
    qtbot.waitUntil(lambda: preview.state() == "pagina 1 van 40", timeout=20_000)
    for number in range(1, 41, 3):
        preview.view().go_to(number)
        preview.view().viewport().repaint()
        assert 0 < len(preview.view()._unpacked) <= KEPT + 1
    assert sum(page.png.size() for page in preview.view().pages()) < 5_000_000


def test_a_chapter_leads_to_its_page(drawn, qtbot):
    box = drawn._chapters
    assert [box.itemText(at) for at in range(box.count())] == [f"{number}. Hoofdstuk" for number in range(1, 6)]
    box.setFocus()
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert drawn.view().number in (3, 4)


def test_the_real_document_comes_on_paper_with_its_thirteen_sections(opened, variant, paper, qtbot):
    tools = {**paper.tools(), "write_pdf": write_pdf, "pages": pages}
    preview = opened("advice", variant, **tools).page._preview
    qtbot.waitUntil(lambda: preview._chapters.count() == 13, timeout=20_000)
    assert preview._chapters.itemText(0) == "1. Voorblad"
    assert preview.view().count > 10
    image = preview.view().pages()[0].image()
    assert not image.isNull()
    assert image.pixelColor(2, 2).name() == "#ffffff"
