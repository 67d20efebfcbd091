# SPDX-License-Identifier: EUPL-1.2
"""Lines, columns, rows and pages: what fits, what breaks, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.telling.block import Align, Bullets, Column, Paragraph, Span
from storage.paper.column_widths import gaps, share
from storage.paper.lines import Run, break_lines
from storage.paper.pager import fill_pages
from storage.paper.piece import Text
from storage.paper.runs import plain
from storage.paper.sheet import BODY, BOTTOM, FULL, HEADINGS, HEIGHT, ROOM, TOP, Face
from storage.paper.story import tell
from storage.paper.table import Grid, Row, SetCell
from storage.paper.tags import Element
from storage.paper.typeface import advance, legible
from storage.paper.word_break import HYPHEN, SEAM, cut
from tests.storage.paper.sample import document

TEXT = st.text(st.sampled_from("ab -/\nzëM.9é€"), max_size=80)


def paragraph(lines: int, **changes) -> Text:
    return Text(break_lines(plain("\n".join("x" * lines)), FULL, 10.5), BODY, Element("P"), **changes)


def row(*counts: int, total: bool = False) -> Row:
    cells = [
        SetCell(break_lines(plain("\n".join("x" * count)), 99, 9.5), 0, 99, BODY, Element("TD")) for count in counts
    ]
    return Row(tuple(cells), total)


@given(TEXT, st.floats(6, 300))
def test_lines_fit_and_lose_nothing(text, width):
    lines = break_lines((Run(legible(text), Face.REGULAR),), width, 10.5)
    widest = max(advance(sign, Face.REGULAR, 10.5) for sign in "abz-/ëM.9é€")
    assert all(line.width <= max(width, widest) + 0.01 for line in lines)
    joined = "".join(line.text for line in lines).replace(HYPHEN, "").replace(SEAM, "")
    assert "".join(joined.split()) == "".join(text.split())


@given(st.lists(st.tuples(TEXT, st.sampled_from(Face)), max_size=6))
def test_faces_may_change_within_a_word(parts):
    lines = break_lines([Run(legible(text), face) for text, face in parts], 90, 10.5)
    joined = "".join(line.text for line in lines).replace(HYPHEN, "").replace(SEAM, "")
    assert "".join(joined.split()) == "".join("".join(text for text, _ in parts).split())


def test_line_ends_where_the_words_do():
    lines = break_lines(plain("een twee drie"), advance("een twee", Face.REGULAR, 10) + 0.1, 10)
    assert [line.text for line in lines] == ["een twee ", "drie"]


def test_empty_text_is_one_line_and_a_newline_two():
    assert [len(break_lines(plain(text), 100, 10)) for text in ("", "a", "a\nb", "a\n\nb")] == [1, 1, 2, 3]


def test_references_dates_and_amounts_are_not_broken():
    for text in ("BIB-2026-0014", "26-01-2026", "€ 245.000,00", "1 januari", "art. 3a", "artikel 28", "9,1 %"):
        width = advance(legible(text), Face.REGULAR, 10) + 0.1
        assert break_lines(plain(f"xx {text}"), width, 10)[1].text == legible(text)


@pytest.mark.parametrize(
    ("word", "signs", "parts"),
    [
        ("omgevingsvergunning", 12, "omgevings-vergunning"),
        ("vergunning", 8, "vergun-ning"),
        ("bedrijfspanden", 12, "bedrijfspan-den"),
        ("gelachen", 7, "gela-chen"),
        ("NL91ABNA0417164300", 9, "NL91ABNA0|417164300"),
        ("9f3abcdefabcdefabcd", 12, "9f3abcdefabc|defabcd"),
    ],
)
def test_words_break_between_syllables_and_numbers_without_a_hyphen(word, signs, parts):
    room = advance(word[:signs], Face.REGULAR, 1) + 0.001
    first, rest = cut(word, Face.REGULAR, room, begun=False)
    between = "-" if first.endswith(HYPHEN) else "|"
    assert first.rstrip(HYPHEN) + between + rest == parts


def test_numbers_stay_whole_where_words_give_way():
    amount, word = "€ 12.000,00", "omgevingsvergunningsaanvraag"
    heads = [Column("Kolom", 1)] * 8
    widths = share(heads, [[plain(amount), *[plain(word)] * 7]], FULL)
    lines = break_lines(plain(amount), widths[0], 9.5)
    assert [line.text for line in lines] == [legible(amount)]


def test_cut_goes_forward_however_narrow():
    assert cut("abc", Face.REGULAR, 0.0, begun=False) == ("a", "bc")
    assert cut("abc", Face.REGULAR, 0.0, begun=True) == ("", "abc")


@given(
    st.lists(st.tuples(st.floats(-1, 5), st.sampled_from(Align), TEXT, TEXT), min_size=1, max_size=30),
)
def test_columns_fill_the_width(columns):
    heads = [Column(head, width, align) for width, align, head, _ in columns]
    rows = [[plain(head) for _, _, head, _ in columns], [plain(text) for _, _, _, text in columns]]
    white = gaps(heads, FULL)
    widths = share(heads, rows, FULL - sum(white))
    assert len(white) == len(widths) == len(heads)
    assert sum(widths) + sum(white) == pytest.approx(FULL, rel=0.001)
    assert min(widths) > 0


def test_amounts_keep_their_column_however_small_its_share():
    heads = (Column("Bedrag", 0.01, Align.RIGHT), Column("Toelichting", 0.99))
    amount = "€\u00a01.245.000,00 negatief"
    widths = share(heads, [[plain("Bedrag"), plain("Toelichting")], [plain(amount), plain("kort")]], FULL - 12)
    assert widths[0] >= advance(amount, Face.REGULAR, 9.5)


def test_columns_without_a_usable_width_share_alike():
    heads = (Column("A", float("nan")), Column("B", 0.0), Column("C", -1))
    assert len(set(share(heads, [[plain("a")] * 3], FULL))) == 1


def test_pieces_stay_between_the_margins():
    for page in fill_pages([paragraph(count) for count in (3, 40, 60, 1, 200)]):
        assert page[0].top == pytest.approx(HEIGHT - TOP)
        assert all(placed.top - placed.piece.height >= BOTTOM - 0.01 for placed in page)


def test_paragraph_leaves_no_single_line_behind():
    per_page = int(ROOM / BODY.leading)
    for count in (per_page + 1, per_page + 2):
        first, second = fill_pages([paragraph(count)])
        assert len(first[0].piece.lines) >= 2
        assert len(second[0].piece.lines) >= 2


def test_heading_goes_with_what_follows():
    heading = Text(break_lines(plain("Kop"), FULL, 12.5), HEADINGS[1], Element("H2"), keep=True)
    filling = paragraph(int((ROOM - 40) / BODY.leading))
    first, second = fill_pages([filling, heading, paragraph(5)])
    assert len(first) == 1
    assert second[0].piece is heading


def test_new_page_twice_makes_no_empty_page():
    assert len(fill_pages([None, paragraph(1), None, None, paragraph(1), None])) == 2
    assert fill_pages([]) == ((),)


def test_long_table_is_spread_without_loss_or_recursion():
    rows = tuple(row(1, 2) for _ in range(12_000))
    pages = fill_pages([Grid(rows, head=row(1, 1))])
    assert len(pages) > 500
    assert sum(len(placed.piece.rows) for page in pages for placed in page) == 12_000
    assert [page[0].piece.repeated for page in pages[:3]] == [False, True, True]


def test_paragraph_that_announces_a_list_goes_with_it():
    filling = tuple(Paragraph.of("x") for _ in range(int((ROOM - 24) / (BODY.leading + BODY.after))))
    pieces = tell(document(*filling, Paragraph.of("Dit telt niet mee:"), Bullets(((Span("a"),),)))).pieces
    last = fill_pages(pieces)[-1]
    assert len(last) == 2


def test_small_table_stays_together():
    first, second = fill_pages([paragraph(int((ROOM - 70) / BODY.leading)), Grid(tuple(row(1) for _ in range(4)))])
    assert (len(first), len(second)) == (1, 1)


def test_long_row_is_broken_and_short_rows_are_not():
    pages = fill_pages([Grid((row(40), row(8), row(1, 100)))])
    counts = [[len(cell.lines) for one in placed.piece.rows for cell in one.cells] for page in pages for placed in page]
    assert sum(sum(page) for page in counts) == 40 + 8 + 1 + 100
    assert counts[0][0] == 40


@given(st.lists(st.lists(st.integers(1, 70), min_size=1, max_size=3), min_size=1, max_size=12), st.booleans())
def test_tables_keep_every_line_within_the_margins(counts, headed):
    pages = fill_pages([paragraph(20), Grid(tuple(row(*one) for one in counts), head=row(2) if headed else None)])
    placed = [one for page in pages for one in page]
    parts = [one.piece for one in placed if isinstance(one.piece, Grid)]
    assert sum(len(cell.lines) for part in parts for line in part.rows for cell in line.cells) == sum(map(sum, counts))
    assert all(one.top - one.piece.height >= BOTTOM - 0.01 for one in placed)
