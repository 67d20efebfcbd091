# SPDX-License-Identifier: EUPL-1.2
"""Read a document back as text: everything, per section, and its links."""

from collections.abc import Iterator

from assessment.telling.block import (
    BarPicture,
    Bullets,
    Cell,
    GraphPicture,
    Heading,
    PageBreak,
    Pairs,
    Paragraph,
    Span,
    Table,
)


def texts(block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield "".join(one.text for one in block.spans)
        case Bullets():
            yield from ("".join(one.text for one in item) for item in block.items)
        case Table():
            yield block.caption
            yield from (column.head for column in block.columns)
            yield from (cell.text for row in block.rows for cell in row)
        case Pairs():
            yield block.caption
            yield from (text for pair in block.rows for text in pair)
        case BarPicture():
            yield from (block.title, block.alt, *(bar.label for bar in block.bars))
        case GraphPicture():
            yield from (block.title, block.alt, *(node.label for node in block.nodes))
        case PageBreak():
            return


def all_text(blocks) -> str:
    return "\n".join(text for block in blocks for text in texts(block))


def sections(document) -> dict[int, tuple]:
    """Give the blocks of each of the thirteen sections by its number."""
    found: dict[int, list] = {}
    number = 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            number = int(block.text.split(".")[0])
        found.setdefault(number, []).append(block)
    return {key: tuple(blocks) for key, blocks in found.items()}


def cells(blocks) -> Iterator[Cell]:
    return (cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row)


def spans(blocks) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        if isinstance(block, Bullets):
            yield from (span for item in block.items for span in item)
    for cell in cells(blocks):
        yield from cell.spans


def anchors(document) -> list[str]:
    headings = [one.anchor for one in document.blocks if isinstance(one, Heading)]
    return [one for one in (*headings, *(cell.anchor for cell in cells(document.blocks))) if one]


def targets(document) -> set[str]:
    linked = (*spans(document.blocks), *cells(document.blocks))
    return {one.target for one in linked if one.target}
