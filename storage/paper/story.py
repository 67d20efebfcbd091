# SPDX-License-Identifier: EUPL-1.2
"""From the blocks of a document to pieces for the pages and a tree of meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from assessment.telling.block import (
    BarPicture,
    Block,
    Bullets,
    Document,
    GraphPicture,
    Heading,
    PageBreak,
    Pairs,
    Paragraph,
    Table,
    Tone,
)
from storage.paper import words
from storage.paper.bars import draw_bars
from storage.paper.engine import shapes
from storage.paper.graph import draw_graph
from storage.paper.lines import Run, break_lines, set_line
from storage.paper.piece import Label, Picture, Piece, Text
from storage.paper.runs import plain, runs_of
from storage.paper.sheet import (
    BODY,
    CAPTION,
    FULL,
    HEADINGS,
    ITEM,
    MARGIN,
    MARK,
    MEASURE,
    QUIET,
    WARNING,
    Face,
)
from storage.paper.table_setting import set_pairs, set_table
from storage.paper.tags import Element
from storage.paper.typeface import legible, one_line

_MARKS: Final = {
    Tone.RULE: (words.RULE, MARK),
    Tone.JUDGEMENT: (words.JUDGEMENT, MARK),
    Tone.WARNING: (words.WARNING, WARNING),
}
_INDENT: Final = 16.0


@dataclass(frozen=True, slots=True)
class Story:
    """Pieces in order, None for a new page, and the root of the tree of meaning."""

    pieces: tuple[Piece | None, ...]
    root: Element


def tell(document: Document) -> Story:
    """Set all blocks of a document."""
    teller = _Teller(_anchors(document.blocks))
    for block in document.blocks:
        teller.add(block)
    return Story(tuple(teller.pieces), teller.root)


def _anchors(blocks: Iterable[Block]) -> frozenset[str]:
    """Name the anchors that some block bears which is printed."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Heading) and one_line(block.text):
            found.add(block.anchor)
        elif isinstance(block, Table):
            found.update(cell.anchor for row in block.rows for cell in row)
    return frozenset(found - {""})


class _Teller:
    """Sets one block after the other."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self.pieces: list[Piece | None] = []
        self.root = Element("Document")
        self._anchors = anchors
        self._level = 0
        self._ways: dict[type[Block], Callable[..., None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Pairs: self._pairs,
            BarPicture: self._bars,
            GraphPicture: self._graph,
            PageBreak: self._page_break,
        }

    def add(self, block: Block) -> None:
        """Set one block."""
        self._ways[type(block)](block)

    def _heading(self, heading: Heading) -> None:
        """Set a heading; for a screen reader no level is skipped, whatever the size on paper."""
        title = one_line(heading.text)
        if not title:
            return
        level = min(max(heading.level, 1), len(HEADINGS))
        self._level = min(level, self._level + 1)
        style = HEADINGS[level - 1]
        lines = break_lines((Run(title, style.face),), FULL, style.size)
        text = Text(lines, style, self.root.add(f"H{self._level}"), keep=True, ruled=level == 1)
        self.pieces.append(replace(text, anchor=heading.anchor, bookmark=self._level, title=title))

    def _paragraph(self, paragraph: Paragraph) -> None:
        runs = runs_of(paragraph.spans, self._anchors)
        if not any(run.text.strip() for run in runs):
            return
        element = self.root.add("P")
        style = QUIET if paragraph.tone is Tone.QUIET else BODY
        label = None
        if paragraph.tone in _MARKS:
            word, mark = _MARKS[paragraph.tone]
            line = set_line((Run(f"{word} ", mark.face),), mark.size)
            label = Label(line, mark, element, 0.0, scales=paragraph.tone is Tone.JUDGEMENT)
        lines = break_lines(runs, MEASURE, style.size)
        announces = lines[-1].text.rstrip().endswith(":")
        self.pieces.append(Text(lines, style, element, MARGIN, keep=announces, label=label))

    def _bullets(self, bullets: Bullets) -> None:
        numbering = "Decimal" if bullets.numbered else "Disc"
        items = [runs_of(item, self._anchors) for item in bullets.items]
        items = [runs for runs in items if any(run.text.strip() for run in runs)]
        if not items:
            return
        element = self.root.add("L", List={"ListNumbering": numbering})
        indent = _INDENT + (6.0 * (len(str(len(items))) - 1) if bullets.numbered else 0.0)
        for number, runs in enumerate(items, start=1):
            entry = element.add("LI")
            sign = f"{number}. " if bullets.numbered else "• "
            label = Label(set_line((Run(sign, Face.REGULAR),), ITEM.size), ITEM, entry.add("Lbl"), MARGIN)
            lines = break_lines(runs, MEASURE - indent, ITEM.size)
            style = replace(ITEM, after=BODY.after) if number == len(items) else ITEM
            self.pieces.append(Text(lines, style, entry.add("LBody"), MARGIN + indent, label=label))

    def _table(self, table: Table) -> None:
        element = Element("Table")
        caption = self._caption(table.caption, element)
        grid = set_table(table, element, self._anchors)
        if grid:
            self.root.adopt(element)
            self.pieces += [*caption, grid]

    def _pairs(self, pairs: Pairs) -> None:
        rows = tuple(row for row in pairs.rows if any(text.strip() for text in row))
        if rows:
            element = self.root.add("Table")
            self.pieces += [*self._caption(pairs.caption, element), set_pairs(Pairs(rows), element)]

    def _bars(self, picture: BarPicture) -> None:
        for number, drawing in enumerate(draw_bars(picture)):
            self._picture(picture.title if number == 0 else "", picture.alt, drawing)

    def _graph(self, picture: GraphPicture) -> None:
        drawing = draw_graph(picture)
        if drawing:
            self._picture(picture.title, picture.alt, drawing)
        elif picture.nodes:
            self._paragraph(Paragraph.of(words.GRAPH_TOO_LARGE.format(alt=picture.alt), Tone.QUIET))

    def _picture(self, title: str, alt: str, drawing: shapes.Drawing) -> None:
        element = self.root.adopt(Element("Figure", alt=legible(alt).strip() or one_line(title) or words.PICTURE))
        self.pieces += [*self._caption(title, element), Picture(drawing, element)]

    def _page_break(self, _: PageBreak) -> None:
        self.pieces.append(None)

    @staticmethod
    def _caption(text: str, element: Element) -> list[Text]:
        """Set the caption of a table or picture, as a part of it."""
        if not text.strip():
            return []
        lines = break_lines(plain(text, Face.STRONG), FULL, CAPTION.size)
        return [Text(lines, CAPTION, element.add("Caption"), keep=True)]
