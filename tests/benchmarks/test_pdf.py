# SPDX-License-Identifier: EUPL-1.2
"""An advice of twenty pages is on paper before one notices, measured against plain ReportLab in the same run."""

from io import BytesIO

import pytest

from assessment.telling.block import Cell, Column, Document, Heading, Paragraph, Span, Table, Tone
from storage.paper import PdfPages, write_pdf
from tests.benchmarks.measuring import times
from tests.storage.paper.sample import document

pytestmark = pytest.mark.benchmark

SENTENCE = "De behandelaar heeft de herkomst van de middelen niet op bankafschriften gezien. "
TONES = (Tone.PLAIN, Tone.RULE, Tone.JUDGEMENT)
SECTIONS = 26
RUNS = 3
TIMES_PLAIN = 3.0
SECONDS = 2.0


def advice() -> Document:
    """Make a document of about twenty pages: headings, paragraphs, tables with links."""
    columns = (Column("Nr", 0.1), Column("Wat", 0.6), Column("Bron", 0.3))
    blocks = [Heading(1, "Advies")]
    for section in range(SECTIONS):
        blocks.append(Heading(2, f"{section}. Onderdeel"))
        blocks += [Paragraph.of(SENTENCE * 4, TONES[number % 3]) for number in range(3)]
        names = [f"i{section}-{number}" for number in range(10)]
        rows = tuple(
            (Cell(name, anchor=name), Cell(SENTENCE), Cell(name, spans=(Span(f"[{name}]", target=name),)))
            for name in names
        )
        blocks.append(Table("Feiten", columns, rows))
    return document(*blocks)


def plain(paper: Document) -> int:
    """Write the same words with plain ReportLab; gives the number of pages."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Cells

    style = ParagraphStyle("body", fontName="SourceSans3-Regular", fontSize=10.5, leading=14.5)
    story = []
    for block in paper.blocks:
        if isinstance(block, Table):
            cells = [[Words(cell.text, style) for cell in row] for row in block.rows]
            story.append(Cells(cells, colWidths=[47, 280, 140]))
        else:
            text = block.text if isinstance(block, Heading) else block.spans[0].text
            story.append(Words(text, style))
    made = SimpleDocTemplate(BytesIO(), invariant=1)
    made.build(story)
    return made.page


def test_twenty_pages():
    paper = advice()
    with PdfPages(write_pdf(paper)) as pages:
        assert pages.count >= 20
    assert plain(paper) >= 10
    ours, theirs = times(lambda: write_pdf(paper), RUNS)[0], times(lambda: plain(paper), RUNS)[0]
    print(f"{ours:.3f} s, plain {theirs:.3f} s, {ours / theirs:.2f} times")  # noqa: T201 - shown with -s
    assert ours < SECONDS
    assert ours < TIMES_PLAIN * theirs
