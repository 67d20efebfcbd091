# SPDX-License-Identifier: EUPL-1.2
"""Draws on the pages of one document, and writes down what each stroke means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from storage.paper.engine import HexColor, new_canvas, renderPDF, shapes
from storage.paper.lines import Line, Run
from storage.paper.sheet import HEIGHT, WIDTH, Face, Style, inks
from storage.paper.tags import Element, Link, Mark

_PAGINATION: Final = "/Artifact <</Type /Pagination>> BDC"
_LAYOUT: Final = "/Artifact <</Type /Layout>> BDC"


@dataclass(frozen=True, slots=True)
class Place:
    """A place to jump to: page (from 0) and height on it in points."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the table of contents beside the pages; level 1 is the outermost."""

    level: int
    title: str
    place: Place


class Pen:
    """One pen for one document; heights count upwards from the foot of the page, as in PDF.

    Everything drawn belongs to an element or is an artifact, and no stretch lies inside another.
    """

    def __init__(self) -> None:
        self.anchors: dict[str, Place] = {}
        self.bookmarks: list[Bookmark] = []
        self._bytes = BytesIO()
        self._canvas = new_canvas(self._bytes, (WIDTH, HEIGHT), Face.REGULAR)
        self._open: Element | str | None = None
        self._page = self._marks = 0

    def within(self, element: Element) -> None:
        """Let what follows belong to an element."""
        if self._open is not element:
            self._close()
            element.kids.append(Mark(self._page, self._marks))
            self._canvas.addLiteral(f"/{element.role} <</MCID {self._marks}>> BDC")
            self._marks += 1
            self._open = element

    def outside(self, *, pagination: bool = False) -> None:
        """Let what follows be an artifact: of every page (header, footer, repeated head) or of the layout."""
        kind = _PAGINATION if pagination else _LAYOUT
        if self._open != kind:
            self._close()
            self._canvas.addLiteral(kind)
            self._open = kind

    def write(self, element: Element | None, x: float, base: float, line: Line, style: Style) -> None:
        """Write a line; with no element it belongs to what is open."""
        for segment in line.segments:
            run = segment.run
            if element:
                self._enter(element, run)
            self.text(x, base, run.text, replace(style, face=run.face, ink="accent" if run.target else style.ink))
            if run.struck:
                self._strike(x, base + style.size * 0.24, segment.width, style)
            if run.target and run.inside:
                box = (x, base - style.size * 0.25, x + segment.width, base + style.size * 0.75)
                run.inside.kids.append(Link(self._page, box, run.target, run.text.strip()))
            x += segment.width

    def text(self, x: float, base: float, text: str, style: Style, spaced: float = 0) -> None:
        """Write a text to what is open; `spaced` opens up the letters."""
        self._canvas.setFont(style.face, style.size)
        self._canvas.setFillColor(HexColor(inks()[style.ink]))
        self._canvas.drawString(x, base, text, charSpace=spaced)

    def rule(self, x: float, y: float, width: float, thick: float, ink: str) -> None:
        """Draw a horizontal line; the caller says to what it belongs."""
        self._canvas.setStrokeColor(HexColor(inks()[ink]))
        self._canvas.setLineWidth(thick)
        self._canvas.line(x, y, x + width, y)

    def scales(self, x: float, base: float) -> None:
        """Draw a balance, ten points wide, to what is open."""
        self._canvas.setStrokeColor(HexColor(inks()["muted"]))
        self._canvas.setLineWidth(0.8)
        strokes = [(5, -0.5, 5, 7.5), (2.5, -0.5, 7.5, -0.5), (1.5, 6.5, 8.5, 6.5)]
        for middle in (1.8, 8.2):
            foot = middle - 1.8, middle + 1.8
            strokes += [(middle, 6.5, foot[0], 2.8), (middle, 6.5, foot[1], 2.8), (foot[0], 2.8, foot[1], 2.8)]
        self._canvas.lines([(x + a, base + b, x + c, base + d) for a, b, c, d in strokes])

    def picture(self, element: Element, drawing: shapes.Drawing, x: float, foot: float) -> None:
        """Draw a picture with its lower left corner at the place given."""
        self.within(element)
        box = (x, foot, x + drawing.width, foot + drawing.height)
        element.attributes["Layout"] = {"BBox": box, "Placement": "Block"}
        renderPDF.draw(drawing, self._canvas, x, foot)

    def anchor(self, name: str, top: float) -> None:
        """Let a name stand for this place; the first of two keeps it."""
        if name:
            self.anchors.setdefault(name, Place(self._page, top))

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Put a heading in the table of contents beside the pages."""
        self.bookmarks.append(Bookmark(level, title, Place(self._page, top)))

    def next_page(self) -> None:
        """Close the page and begin the next."""
        self._close()
        self._canvas.showPage()
        self._page += 1
        self._marks = 0

    def lift(self) -> bytes:
        """Close the document and give its bytes, not yet tagged."""
        self._close()
        self._canvas.save()
        return self._bytes.getvalue()

    def _enter(self, element: Element, run: Run) -> None:
        self.within(element.adopt(run.inside) if run.inside else element)

    def _strike(self, x: float, y: float, width: float, style: Style) -> None:
        self.rule(x, y, width, style.size * 0.07, style.ink)

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None
