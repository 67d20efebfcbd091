# SPDX-License-Identifier: EUPL-1.2
"""The advice of the café on paper, against plain ReportLab with as many pages of text, in the same run."""

from io import BytesIO

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

import main
from assessment.assess import assess
from assessment.services.advice import internal_document
from storage.dossier_file import read_examples
from storage.paper import PdfPages, text_of, write_pdf
from tests.benchmarks.measuring import tell, times

pytestmark = pytest.mark.benchmark

RUNS = 3
MOST_TIMES = 6.0
"""Plain ReportLab lays out running text; the advice has tables, tags for who cannot see it, archive data and fonts."""
BAR = 2.0
"""Seconds for twenty pages (blueprint 6)."""


def plain(pages: list[str]) -> int:
    """Write the words of so many pages with plain ReportLab; gives the number of pages."""
    style = getSampleStyleSheet()["BodyText"]
    made = SimpleDocTemplate(BytesIO(), invariant=1)
    words = [line.replace("&", "&amp;").replace("<", "&lt;") for page in pages for line in page.splitlines()]
    made.build([Paragraph(line, style) for line in words])
    return made.page


def test_the_advice_of_the_cafe() -> None:
    catalogue = main.catalogue()
    cafe = read_examples(catalogue)[0]
    document = internal_document(cafe, assess(cafe, catalogue), catalogue)
    pdf = write_pdf(document)
    with PdfPages(pdf) as opened:
        count = opened.count
    pages = text_of(pdf)
    ours, theirs = times(lambda: write_pdf(document), RUNS), times(lambda: plain(pages), RUNS)
    each = theirs[0] / plain(pages) * count
    tell(f"advice of the café, {count} pages", ours=ours[0], plain=each, ratio=ours[0] / each)
    assert ours[0] < BAR * max(count / 20, 1)
    assert ours[0] < MOST_TIMES * each
