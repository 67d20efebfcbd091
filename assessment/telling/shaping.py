# SPDX-License-Identifier: EUPL-1.2
"""Shapes that all sections use: rows of cells, quoted judgement, and the sentence for an empty part."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.explanation.tree import Explained, FollowsFrom, JudgementOf
from assessment.outcome import Nature, Reason
from assessment.telling.block import Align, Block, Cell, Column, Heading, Paragraph, Span, Table, Tone


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Make a row; a text becomes a plain cell."""
    return tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)


def columns(*heads: tuple[str, float]) -> tuple[Column, ...]:
    """Make columns; a head that ends in `€` or `%` is set right."""
    return tuple(Column(head, width, Align.RIGHT if head.endswith(("€", "%")) else Align.LEFT) for head, width in heads)


def table_or(
    caption: str, heads: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], empty: str, totals: int = 0
) -> Block:
    """Make a table, or say in one sentence that there is nothing to show."""
    kept = tuple(rows)
    return Table(caption, heads, kept, totals) if kept else quiet(empty)


def part(title: str, blocks: Iterable[Block], empty: str) -> tuple[Block, ...]:
    """Give a part under its own heading, or one sentence without a heading when there is nothing in it."""
    kept = tuple(blocks)
    return (Heading(3, title), *kept) if kept else (quiet(empty),)


def quiet(text: str) -> Paragraph:
    """Make a paragraph in the quiet tone."""
    return Paragraph.of(text, Tone.QUIET)


def section(number: int, title: str) -> Heading:
    """Make the heading of one of the thirteen sections."""
    return Heading(2, f"{number}. {title}", f"hoofdstuk-{number}")


def judgement(label: str, text: str) -> Paragraph:
    """Give the officer's words, verbatim, under a label that says whose they are."""
    return Paragraph((Span(f"{label}: ", bold=True), Span(text)), Tone.JUDGEMENT)


def reason_text(reason: Reason) -> str:
    """Tell a reason with what it rests on."""
    text = reason.text.strip()
    return f"{text.removesuffix('.')} ({reason.basis})." if reason.basis else text


def statement_text(node: Explained) -> str:
    """Tell one statement of an explanation with the article that it follows from; a judgement stands alone."""
    text = node.text.strip()
    if isinstance(node, JudgementOf) or not node.article:
        return text
    return f"{text.removesuffix('.')} ({node.article})."


def statement_lines(node: FollowsFrom) -> list[str]:
    """Tell what stands right below a node, a line for each: `§` for what follows from a rule, else whose judgement."""
    return [
        f"Oordeel van de {one.by}: {one.text}" if isinstance(one, JudgementOf) else f"§ {statement_text(one)}"
        for one in node.parts
        if isinstance(one, JudgementOf) or not one.parts
    ]


def reason_paragraph(reason: Reason) -> Paragraph:
    """Tell a reason in its own tone: rule or judgement."""
    return Paragraph.of(reason_text(reason), Tone.RULE if reason.nature is Nature.RULE else Tone.JUDGEMENT)
