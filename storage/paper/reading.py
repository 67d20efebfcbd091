# SPDX-License-Identifier: EUPL-1.2
"""Look at a finished PDF: its pages as pictures for the preview, and its text as a reader gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assessment.errors import FileOutOfReach

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_UNREADABLE: Final = "het bestand is beschadigd of met een wachtwoord beveiligd, en is hier niet te tonen."
_BROKEN: Final = re.compile("[\u00ad\u200b\ufffe\x02]\r?\n?")
"""What stands where a word was broken, in the forms that the reading library gives it."""
_WIDEST: Final = 4096
_HIGHEST: Final = 8192
"""Pixels; a page from elsewhere can say that it is any size."""


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A bookmark: its text, its level (0 is the title of the document), and how far down its page (0 to 1)."""

    text: str
    level: int
    top: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: width and height in pixels, and four bytes per pixel (red, green, blue, opacity).

    `headings` are the bookmarks that lead to this page.
    """

    width: int
    height: int
    rgba: bytes
    headings: tuple[PlacedHeading, ...] = ()


class PdfPages:
    """The pages of a PDF in memory, drawn one at a time; close it, or use it in a `with` block.

    Raises FileOutOfReach for what is no PDF that can be read: it may come from elsewhere.
    """

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument as Opened
        from pypdfium2 import PdfiumError

        try:
            self._document: PdfDocument = Opened(pdf)
        except PdfiumError as error:
            raise FileOutOfReach("Deze pdf", _UNREADABLE) from error

    def __enter__(self) -> PdfPages:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the document."""
        self.close()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def image(self, number: int, width: int) -> PageImage:
        """Draw a page (counted from 1) so many pixels wide; raises IndexError for a page that is not there."""
        page = self._page(number)
        scale = min(min(max(width, 1), _WIDEST) / page.get_width(), _HIGHEST / page.get_height())
        bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_rgba())
        headings = self._headings(number, page.get_height())
        image = PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer), headings)
        bitmap.close()
        page.close()
        return image

    def text(self, number: int) -> str:
        """Give the text of a page (counted from 1) in reading order, with broken words joined again."""
        page = self._page(number)
        found = page.get_textpage()
        text = found.get_text_range()
        found.close()
        page.close()
        return _BROKEN.sub("", text).replace("\r\n", "\n")

    def _page(self, number: int) -> PdfPage:
        if not 1 <= number <= self.count:
            raise IndexError(number)
        return self._document[number - 1]

    def _headings(self, number: int, height: float) -> tuple[PlacedHeading, ...]:
        """Give the bookmarks of a page, in the order of the document."""
        found = []
        for mark in self._document.get_toc():
            place = mark.get_dest()
            if place is not None and place.get_index() == number - 1:
                _, view = place.get_view()
                top = 1 - view[1] / height if len(view) > 1 else 0.0
                found.append(PlacedHeading(mark.get_title(), mark.level, min(max(top, 0.0), 1.0)))
        return tuple(found)

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


def pages(pdf: bytes, width: int) -> Iterator[PageImage]:
    """Draw all pages, each when it is asked for."""
    with PdfPages(pdf) as opened:
        for number in range(1, opened.count + 1):
            yield opened.image(number, width)


def text_of(pdf: bytes) -> list[str]:
    """Give the text of each page."""
    with PdfPages(pdf) as opened:
        return [opened.text(number) for number in range(1, opened.count + 1)]


def _rgba() -> int:
    from pypdfium2.raw import FPDFBitmap_BGRA

    return int(FPDFBitmap_BGRA)
