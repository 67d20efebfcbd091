# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader finds: headings, lists, tables, figures, links, language, bookmarks, metadata."""

import pytest

from assessment.telling.block import Cell, Column, Heading, Paragraph, Span, Table
from storage.paper import write_pdf
from tests.storage.paper.sample import LONG, document, rich, source
from tests.storage.paper.tree import elements, elements_below, kids, opened, roles


@pytest.fixture(scope="module")
def pdf():
    with opened(write_pdf(rich())) as pdf:
        yield pdf


def test_language_title_and_window(pdf):
    assert str(pdf.Root.Lang) == "nl-NL"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert {key: str(pdf.docinfo[key]) for key in ("/Title", "/Author", "/Subject", "/CreationDate")} == {
        "/Title": "Advies eigen onderzoek Wet Bibob",
        "/Author": "gemeente Fictenveen",
        "/Subject": "Café De Verzonnen Vink, Denkbeeldstraat 12, 9991 ZZ Fictenveen",
        "/CreationDate": "D:20260602000000+00'00'",
    }


def test_metadata_for_machines_says_the_same(pdf):
    with pdf.open_metadata() as meta:
        assert meta["dc:title"] == "Advies eigen onderzoek Wet Bibob"
        assert meta["pdfaid:part"] == "3"
        assert meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"


def test_headings_follow_the_document(pdf):
    found = [str(one.S) for one in elements(pdf) if str(one.S).startswith("/H")]
    assert found == ["/H1", "/H2", "/H2", "/H3", "/H4", "/H2", "/H2", "/H2"]


def test_no_level_is_skipped_for_who_listens():
    with opened(write_pdf(document(Heading(4, "diep"), Heading(2, "hoog"), Heading(4, "diep")))) as pdf:
        assert [str(one.S) for one in elements(pdf)][1:] == ["/H1", "/H2", "/H3"]


def test_bookmarks_bear_the_headings(pdf):
    with pdf.open_outline() as outline:
        top = outline.root[0]
        assert str(top.title) == "Advies eigen onderzoek: Verzonnen Vink Horeca B.V."
        assert [str(one.title) for one in top.children][:2] == ["1. Aanleiding", "2. Financiering"]
        assert str(top.children[1].children[0].children[0].title) == "In bedragen"


def test_lists(pdf):
    bullets, numbers = elements(pdf, "L")
    assert str(bullets.A.ListNumbering) == "/Disc"
    assert str(numbers.A.ListNumbering) == "/Decimal"
    assert roles(kids(bullets)[0]) == ["Lbl", "LBody"]


def test_table_has_heads_with_a_scope(pdf):
    table = next(one for one in elements(pdf, "Table") if len(elements_below(one, "TR")) == 31)
    assert roles(table) == ["Caption", "THead", "TBody"]
    heads = elements_below(table, "TH")
    assert len(heads) == 4
    assert {str(one.A.Scope) for one in heads} == {"/Column"}
    assert len(elements_below(table, "TD")) == 30 * 4


def test_pairs_have_heads_of_rows(pdf):
    heads = elements_below(elements(pdf, "Table")[0], "TH")
    assert {str(one.A.Scope) for one in heads} == {"/Row"}


def test_figures_have_words_and_a_place(pdf):
    figures = elements(pdf, "Figure")
    assert [str(one.Alt) for one in figures] == [
        "De lening van de tante is niet bewezen, het spaargeld wel.",
        "Daan Fictema bezit Verzonnen Vink Horeca B.V.",
    ]
    for one in figures:
        left, low, right, high = map(float, one.A.BBox)
        assert 0 < left < right < 596
        assert 0 < low < high < 842


def test_links_say_where_they_lead_and_lead_there(pdf):
    page = pdf.pages[0]
    links = {str(one.Contents): one for one in page.Annots}
    assert set(links) == {"Naar: 3. Feiten", "Naar: [i1]"}
    goal = links["Naar: 3. Feiten"].Dest
    assert goal[0].objgen == pdf.pages[1].objgen
    assert 600 < float(goal[3]) < 842
    assert all(int(one.F) == 4 and "/StructParent" in one for one in page.Annots)


def test_link_holds_its_words_and_its_annotation(pdf):
    link = elements(pdf, "Link")[0]
    assert [str(kid.Type) for kid in kids(link)] == ["/MCR", "/OBJR"]


def test_a_target_that_nothing_bears_is_no_link():
    with opened(write_pdf(document(Paragraph((Span("nergens", target="weg"),))))) as pdf:
        assert elements(pdf, "Link") == []
        assert "/Annots" not in pdf.pages[0]


def test_a_target_whose_heading_is_blank_is_no_link():
    with opened(write_pdf(document(Heading(2, " ", "leeg"), Paragraph((Span("leeg", target="leeg"),))))) as pdf:
        assert elements(pdf, "Link") == []


def test_struck_words_are_marked_as_struck(pdf):
    struck = elements(pdf, "Span")
    assert len(struck) == 1
    assert str(struck[0].A.TextDecorationType) == "/LineThrough"


def test_a_cell_over_several_pages_stays_one_cell():
    columns = (Column("Nr", 0.2), Column("Inhoud", 0.8))
    with opened(write_pdf(document(Table("Bronnen", columns, (source("i1", LONG),))))) as pdf:
        cells = elements(pdf, "TD")
        assert len(cells) == 2
        assert {kid.Pg.objgen for kid in kids(cells[1])} == {page.objgen for page in pdf.pages}
        assert len(elements(pdf, "TH")) == 2


def test_way_back_from_content_is_complete(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    assert list(numbers)[::2] == list(range(len(numbers) // 2))
    for page, marks in zip(pdf.pages, list(numbers)[1::2], strict=False):
        assert page.Contents.read_bytes().count(b"/MCID") == len(marks)


def test_one_cell_with_two_links():
    spans = (Span("a", target="x"), Span("b", target="x"))
    table = Table("", (Column("K", 1),), ((Cell("ab", spans=spans),), (Cell("x", anchor="x"),)))
    with opened(write_pdf(document(table))) as pdf:
        assert [str(one.Contents) for one in pdf.pages[0].Annots] == ["Naar: a", "Naar: b"]
