# SPDX-License-Identifier: EUPL-1.2
"""What is written holds to PDF/A-3a and PDF/UA-1, by an independent validator."""

import re
from dataclasses import replace

import page
import pytest

from assessment.telling.block import Block, Bullets, Cell, Column, Heading, Pairs, Paragraph, Span, Table
from storage.paper import write_pdf
from tests.storage.paper.sample import document, rich
from tests.storage.paper.tree import elements, opened

FALSE_ALARM = "STREAM-LENGTH-001"
"""The validator says this of a stream whose data happen to end in a carriage return (1 in 256)."""


def faults(pdf: bytes, folder, profile: str) -> list[str]:
    """Name what the validator finds, without its false alarm where we have counted ourselves."""
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    found = [str(one.rule_id) for one in page.validate_pdf(str(file), profile=profile).failures]
    return [one for one in found if not (one.endswith(FALSE_ALARM) and has_right_lengths(pdf))]


def has_right_lengths(pdf: bytes) -> bool:
    """Whether each stream is as long as it says."""
    starts = list(re.finditer(rb"/Length (\d+)[^\n]*>>\s*stream\n", pdf))
    ends = [pdf[one.end() + int(one[1]) :][:10] for one in starts]
    return bool(starts) and all(end.lstrip(b"\r\n").startswith(b"endstream") for end in ends)


SPARSE: dict[str, tuple[Block, ...]] = {
    "empty": (),
    "skipped levels": (Heading(3, "Begint diep"), Heading(1, "Dan hoog"), Heading(4, "Dan weer diep")),
    "no heads": (Table("Zonder kop", (Column("", 0.5), Column("", 0.5)), ((Cell("a"), Cell("b")),)),),
    "no rows": (Table("Alleen een kop", (Column("Kop", 1),), ()), Pairs(()), Bullets(()), Paragraph(())),
    "ragged": (Table("", (Column("Een", 1),), ((Cell("a"), Cell("b")), ())),),
    "dangling link": (Paragraph((Span("nergens", target="bestaat-niet"),)),),
    "strange signs": (Heading(1, "\0 😀 مرحبا e\u0301 \u202e ﬁ"), Paragraph.of("\ud800 \ue000 \uffff")),
    "blank": (Heading(1, " "), Paragraph.of("\n \t"), Pairs((("", ""),))),
}


@pytest.mark.parametrize("profile", ["3a", "ua1"])
class TestStandards:
    def test_rich_document(self, tmp_path, profile):
        assert faults(write_pdf(rich()), tmp_path, profile) == []

    @pytest.mark.parametrize("kind", SPARSE)
    def test_sparse_document(self, tmp_path, profile, kind):
        assert faults(write_pdf(document(*SPARSE[kind])), tmp_path, profile) == []

    def test_bare_document(self, tmp_path, profile):
        bare = replace(document(Paragraph.of("x")), title="", reference="", authority="", receipt="", made_on="")
        assert faults(write_pdf(bare), tmp_path, profile) == []


def test_validator_is_awake(tmp_path):
    with opened(write_pdf(rich())) as pdf:
        del pdf.Root.Lang
        del pdf.Root.OutputIntents
        del elements(pdf, "Figure")[0].Alt
        pdf.save(tmp_path / "broken.pdf")
    broken = (tmp_path / "broken.pdf").read_bytes()
    assert faults(broken, tmp_path, "3a")
    assert faults(broken, tmp_path, "ua1")


def test_lengths_of_streams_are_right():
    pdf = write_pdf(rich())
    assert has_right_lengths(pdf)
    assert not has_right_lengths(re.sub(rb"/Length (\d)", rb"/Length 9\1", pdf, count=1))
