# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from assessment.degree import Degree
from assessment.known import NOT_KNOWN
from gui.parts.choice_field import ChoiceField
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.label import Prose
from gui.parts.link_row import LinkRow
from gui.parts.link_rows import Link, LinkRows
from gui.parts.page_frame import PageFrame
from gui.parts.record_form import RecordForm


@dataclass(frozen=True)
class Record:
    about: tuple[str, ...]


@pytest.fixture
def rows(shown):
    holder = QWidget()
    found = LinkRows(framed=True)
    QVBoxLayout(holder).addWidget(found)
    shown(holder)
    yield found
    holder.close()


def test_the_same_links_leave_the_focus_where_it_is(rows):
    rows.show_links((Link("f7", "Witwassen"), Link("f8", "Boete")))
    QApplication.processEvents()
    second = rows.findChildren(LinkRow)[1]
    second.setFocus()
    rows.show_links((Link("f7", "Witwassen"), Link("f8", "Boete")))
    assert QApplication.focusWidget() is second


def test_a_link_says_where_it_leads(rows, qtbot):
    rows.show_links((Link("f7", "Witwassen"),))
    QApplication.processEvents()
    with qtbot.waitSignal(rows.asked) as heard:
        qtbot.keyClick(rows.findChildren(LinkRow)[0], Qt.Key.Key_Space)
    assert heard.args == ["f7"]
    rows.show_links(())
    assert rows.isHidden()


def test_what_does_not_count_is_said_to_who_cannot_see_the_stroke(qapp):
    assert LinkRow("f5 Drugs", second="Geen bedrag.", struck=True).accessibleName() == (
        "f5 Drugs (telt niet mee) Geen bedrag."
    )


def test_what_is_not_chosen_yet_can_have_words_of_its_own(qapp):
    field = ChoiceField("Mate", {"none": "geen gevaar"}, make=Degree)
    field.name_unknown("nog niet vastgelegd")
    assert field.box.currentText() == "nog niet vastgelegd"
    assert field.value() is NOT_KNOWN


@pytest.mark.qt_log_ignore("This plugin does not support", "Keyboard event not accepted")
def test_several_of_a_list_are_kept_as_ids(shown, qtbot):
    words = {"draft": "ontwerp", "f7": "f7 Witwassen"}
    form = shown(RecordForm((FieldSpec("about", "Waarover", Kind.SEVERAL, words=words),)))
    form.load(Record(("draft",)))
    box = form.fields["about"].editor()
    with qtbot.waitSignal(form.changed) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Down)  # opens the list
        qtbot.keyClick(box.view(), Qt.Key.Key_Down)
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)  # the list has gone before the key comes up
    assert heard.args[0].about == ("draft", "f7")


def test_a_page_is_as_high_as_its_text_at_its_width(shown):
    page = PageFrame("Titel")
    prose = page.add(Prose("woord " * 400, narrow=False))
    shown(page, 900, 400)
    QApplication.processEvents()
    content = prose.parentWidget()
    assert content.height() < prose.height() + 80
