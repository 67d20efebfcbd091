# SPDX-License-Identifier: EUPL-1.2
"""Paper: a document as PDF/A-3a and PDF/UA-1 in memory, and a finished PDF as pictures and text.

ReportLab, pikepdf and PDFium are loaded on first use, so that importing this package costs nothing. No markup is ever
parsed: texts go from the document to the page sign by sign, and nothing that a document names is opened.
"""

from __future__ import annotations

from assessment.telling.block import Document
from storage.paper.reading import PageImage, PdfPages, PlacedHeading, pages, text_of

__all__ = ["PageImage", "PdfPages", "PlacedHeading", "pages", "text_of", "write_pdf"]


def write_pdf(document: Document) -> bytes:
    """Turn a document into the bytes of a PDF: tagged, archivable, the same for the same document."""
    from storage.paper.writing import write

    return write(document)
