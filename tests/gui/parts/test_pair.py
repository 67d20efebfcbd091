# SPDX-License-Identifier: EUPL-1.2
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from gui.parts.label import Prose
from gui.parts.page_frame import PageFrame
from gui.parts.pair import Pair


def fixed(width, height=100):
    made = QLabel()
    made.setFixedHeight(height)
    made.setMinimumWidth(width)
    return made


@pytest.fixture
def page(shown):
    frame = PageFrame("Weging")
    frame.pair = Pair(fixed(300), fixed(200, 60))
    frame.add(frame.pair)
    return shown(frame, 900, 500)


@pytest.mark.parametrize(("width", "beside"), [(900, True), (500, False), (400, False)])
def test_what_does_not_fit_side_by_side_stands_below(page, width, beside):
    page.resize(width, 500)
    QApplication.processEvents()
    first, second = page.pair._two
    assert page.pair.is_beside is beside
    assert (second.x() > first.x()) is beside
    assert (second.y() > first.y()) is not beside
    assert page.pair.height() == (100 if beside else 100 + 16 + 60)
    assert second.geometry().bottom() < page.pair.height()
    assert not page.findChild(QScrollArea).horizontalScrollBar().isVisible()


def test_what_grows_or_goes_is_followed(page):
    first, second = page.pair._two
    first.setFixedHeight(180)
    QApplication.processEvents()
    QApplication.processEvents()
    assert page.pair.height() == 180
    first.hide()
    QApplication.processEvents()
    QApplication.processEvents()
    assert page.pair.height() == 60
    assert second.width() == page.pair.width()
    first.show()
    QApplication.processEvents()
    assert page.pair.is_beside


def test_it_is_as_high_as_its_text_at_the_width_it_gets(shown):
    long, short = Prose("woord " * 60, narrow=False), Prose("kort")
    pair = Pair(long, short)
    assert pair.heightForWidth(900) == long.heightForWidth((900 - 16) // 2)
    pair._two[0].setMinimumWidth(600)
    assert pair.heightForWidth(700) == long.heightForWidth(700) + short.heightForWidth(700) + 16
