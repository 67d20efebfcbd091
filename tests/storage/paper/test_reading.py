# SPDX-License-Identifier: EUPL-1.2
"""The pages of a finished PDF as pictures."""

import pytest

from assessment.telling.block import Heading, PageBreak, Paragraph
from storage.paper import PdfPages, pages, write_pdf
from tests.storage.paper.sample import document


@pytest.fixture(scope="module")
def pdf():
    return write_pdf(document(Heading(1, "Eerste"), Paragraph.of("x"), PageBreak(), Paragraph.of("y")))


def test_pages_are_drawn_one_by_one(pdf):
    with PdfPages(pdf) as opened:
        assert opened.count == 2
        image = opened.image(2, 300)
    assert image.width == 300
    assert image.height == pytest.approx(300 * 297 / 210, abs=2)
    assert len(image.rgba) == image.width * image.height * 4


def test_colours_come_as_red_green_blue_and_opacity(pdf):
    image = next(pages(pdf, 600))
    pixels = {image.rgba[at : at + 4] for at in range(0, len(image.rgba), 4)}
    assert b"\xff\xff\xff\xff" in pixels
    assert bytes.fromhex("154273ff") in pixels


def test_all_pages_are_given_in_order(pdf):
    assert len(list(pages(pdf, 50))) == 2


@pytest.mark.parametrize("number", [0, 3, -1])
def test_page_that_is_not_there(pdf, number):
    with PdfPages(pdf) as opened:
        with pytest.raises(IndexError):
            opened.image(number, 100)
        with pytest.raises(IndexError):
            opened.text(number)


def test_absurd_width_is_kept_within_bounds(pdf):
    with PdfPages(pdf) as opened:
        assert opened.image(1, 10**9).width == 4096
        assert opened.image(1, 0).width == 1


def test_each_page_knows_which_headings_stand_on_it():
    made = write_pdf(document(Heading(1, "Eerste"), Heading(2, "Begin"), PageBreak(), Heading(2, "Verder")))
    first, second = pages(made, 100)
    assert [(one.text, one.level) for one in first.headings] == [("Eerste", 0), ("Begin", 1)]
    assert [one.text for one in second.headings] == ["Verder"]
    assert 0 < first.headings[0].top < first.headings[1].top < 1
    assert second.headings[0].top < 0.2
