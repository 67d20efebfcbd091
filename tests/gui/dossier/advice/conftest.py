# SPDX-License-Identifier: EUPL-1.2
"""Step 9 with a small paper: pages of one colour with a heading each, made in a moment."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from assessment.exchange import read_dossier
from tests.gui.dossier.conftest import EXAMPLES


@dataclass
class Paper:
    """Stands in for the paper room; counts what is asked of it."""

    pages_in_all: int = 5
    made: list = field(default_factory=list)
    widths: list = field(default_factory=list)
    noted: list = field(default_factory=list)

    def write_pdf(self, document):
        self.made.append(document)
        return f"%PDF {len(self.made)}".encode()

    def pages(self, pdf, width):
        self.widths.append(width)
        height = round(width * 297 / 210)
        for number in range(1, self.pages_in_all + 1):
            heading = SimpleNamespace(text=f"{number}. Hoofdstuk", level=1, top=0.5)
            yield SimpleNamespace(width=width, height=height, rgba=b"\xee\xee\xee\xff" * (width * height),
                                  headings=(heading,))  # fmt: skip

    def note_export(self, assessment, purpose):
        self.noted.append((assessment.receipt, purpose))

    def tools(self):
        return {"write_pdf": self.write_pdf, "pages": self.pages, "note_export": self.note_export, "user": "T. Ester"}


@pytest.fixture
def paper():
    return Paper()


@pytest.fixture
def variant():
    """The café after its second term, with two hearings."""
    return read_dossier((EXAMPLES / "cafe-variant-1b.json").read_bytes())


@pytest.fixture
def advice(opened, variant, paper):
    """Step 9 of the variant, before the document was made."""
    found = opened("advice", variant, **paper.tools())
    found.page._preview.pause = 20
    return found
