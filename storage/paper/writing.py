# SPDX-License-Identifier: EUPL-1.2
"""The whole way from a document to a file: set, fill pages, draw, make fit for the archive."""

from __future__ import annotations

from assessment.telling.block import Document
from storage.paper.archive import Drawn, to_archive
from storage.paper.furniture import Furniture
from storage.paper.metadata import About
from storage.paper.pager import fill_pages
from storage.paper.pen import Pen
from storage.paper.story import tell


def write(document: Document) -> bytes:
    """Write a document as PDF/A-3a and PDF/UA-1, in memory; the same document gives the same bytes."""
    story = tell(document)
    pages = fill_pages(story.pieces)
    furniture = Furniture(document, len(pages))
    pen = Pen()
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.piece.draw(pen, placed.top)
        furniture.draw(pen, number)
        pen.next_page()
    drawn = Drawn(pen.lift(), story.root, pen.anchors, tuple(pen.bookmarks))
    return to_archive(drawn, About.of(document), document.attachments)
