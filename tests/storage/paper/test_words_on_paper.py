# SPDX-License-Identifier: EUPL-1.2
"""What a reader, or a program that takes the text out, finds on the pages."""

import re

import pytest

from assessment.telling.block import Cell, Column, Heading, Pairs, Paragraph, Span, Table, Tone
from storage.paper import text_of, write_pdf
from tests.storage.paper.sample import LONG, document, rich, source


def text(*blocks, **changes) -> str:
    """Give the text of a document of some blocks, with each white space as one space."""
    return " ".join(" ".join(text_of(write_pdf(document(*blocks, **changes)))).split())


@pytest.fixture(scope="module")
def pages():
    return text_of(write_pdf(rich()))


def test_every_page_says_which_of_how_many(pages):
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"pagina {number} van {len(pages)} · 9f3ab2c1" in page
        assert "BIB-2026-0014 · versie 2, concept" in page
        assert "gemeente Fictenveen" in page
        assert "VERTROUWELIJK" in page


def test_words_do_not_run_together(pages):
    found = " ".join(" ".join(pages).split())
    assert "aangetroffen bij een controle in het bedrijfspand" in found
    words = set(" ".join(pages).split())
    assert set(LONG.split()) < words
    assert {"3.", "Feiten", "[i1]", "[i2]"} < words


def test_tones_are_words(pages):
    assert "§ regel Het bestuursorgaan kan weigeren" in pages[0]
    assert "oordeel De lening is niet aannemelijk." in pages[0]
    assert "Let op De beslistermijn is verstreken." in pages[0]


def test_head_is_repeated_on_every_page_of_a_table():
    rows = tuple((Cell(str(number)), Cell("Kort")) for number in range(90))
    pages = text_of(write_pdf(document(Table("Lang", (Column("Nr", 0.3), Column("Wat staat er", 0.7)), rows))))
    assert len(pages) == 3
    assert all("Nr Wat staat er" in page for page in pages)


def test_row_that_goes_on_shows_its_first_cell_again():
    columns = (Column("Nr", 0.2), Column("Inhoud", 0.8))
    pages = text_of(write_pdf(document(Table("Bronnen", columns, (source("i77", LONG),)))))
    assert len(pages) == 2
    assert all("i77" in page for page in pages)


def test_total_is_not_left_alone_on_a_page():
    for count in range(35, 39):
        rows = tuple((Cell(f"post {number}"), Cell("1,00")) for number in range(count))
        table = Table("", (Column("Wat", 0.7), Column("€", 0.3)), (*rows, (Cell("Totaal"), Cell("x"))), totals=1)
        last = text_of(write_pdf(document(table)))[-1]
        assert "post" in last
        assert "Totaal" in last


def test_row_that_names_those_below_it_never_ends_a_page():
    columns = (Column("Nr", 0.3), Column("Wat", 0.7))
    for count in range(26, 40):
        rows = [(Cell(f"n{number}"), Cell("post")) for number in range(count)]
        named = (Cell("Z", bold=True), Cell("Thema", bold=True))
        pages = text_of(write_pdf(document(Table("", columns, (*rows, named, (Cell("z1"), Cell("laatste")))))))
        assert [page for page in pages if "Thema" in page] == [page for page in pages if "laatste" in page]


def test_table_of_names_only_still_breaks():
    rows = tuple((Cell(f"Thema {number}", bold=True),) for number in range(90))
    pages = text_of(write_pdf(document(Table("", (Column("Wat", 1),), rows))))
    assert len(pages) > 1
    assert "Thema 89" in pages[-1]


@pytest.mark.parametrize(
    "literal",
    ['<img src="/etc/passwd">', '<a href="http://fictenveen.invalid">x</a>', "&", "&amp;", "<b>vet</b>", "%s {0} \\n"],
)
def test_markup_stays_text(literal):
    table = Table(literal, (Column(literal, 1),), ((Cell(literal),),))
    found = text(Heading(2, literal), Paragraph.of(literal), Pairs(((literal, literal),)), table, reference=literal)
    assert found.count(literal) == 8


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\u0000b", "a□b"),
        ("a\u0007b", "a□b"),
        ("lach 😀 nu", "lach □ nu"),
        ("مرحبا", "□□□□□"),
        ("e\u0301e\u0301n", "één"),
        ("z\u202ebewaard", "z□bewaard"),
        ("a\ud800b", "a□b"),
        ("zacht\u00adaf", "zachtaf"),
        ("\ufb01jn", "fijn"),
        ("ﾆ", "□"),
        ("een\ttab", "een tab"),
        ("regel\r\ntwee", "regel twee"),
        ("naar → daar", "naar → daar"),
    ],
)
def test_what_the_typeface_lacks_is_seen(typed, printed):
    assert printed in text(Paragraph.of(typed), classification="", authority="", reference="", version="")


def test_a_hundred_thousand_signs_without_a_space():
    assert "".join(text_of(write_pdf(document(Paragraph.of("q" * 100_000))))).count("q") == 100_000


def test_broken_word_is_whole_again_for_who_searches():
    name = "Verzonnenachternaamvanbuitengewonelengte" * 4
    table = Table("", (Column("A", 0.1), Column("B", 0.9)), ((Cell(name), Cell("x")),))
    assert name in text(table)


def test_newlines_of_the_officer_are_kept():
    found = text_of(write_pdf(document(Paragraph.of("eerste regel\ntweede regel"))))[0]
    assert re.search(r"eerste regel\s*\ntweede regel", found)


def test_very_long_head_of_a_table_does_not_stop_the_table():
    found = text(Table("", (Column("kop " * 2000, 1),), ((Cell("inhoud"),),)))
    assert found.count("kop") == 2000
    assert "inhoud" in found


def test_long_names_around_the_page_are_shortened_and_the_page_number_is_not():
    found = text(Paragraph.of("x"), authority="naam " * 80, reference="R" * 200, classification="geheim " * 40)
    assert "pagina 1 van 1" in found
    assert "…" in found


def test_struck_word_can_still_be_read():
    assert "vermoeden" in text(Table("", (Column("K", 1),), ((Cell("vermoeden", struck=True),),)))


def test_text_beside_a_link_keeps_its_order():
    blocks = (Heading(2, "Doel", "d"), Paragraph((Span("voor "), Span("link", target="d"), Span(" na"))))
    assert "voor link na" in text(*blocks)


def test_every_tone_is_printed():
    for tone in Tone:
        assert f"toon {tone}" in text(Paragraph.of(f"toon {tone}", tone))
