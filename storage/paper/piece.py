# SPDX-License-Identifier: EUPL-1.2
"""What a page is filled with: pieces that know how high they are, where they may be broken, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, Self

from storage.paper.engine import shapes
from storage.paper.lines import Line
from storage.paper.pen import Pen
from storage.paper.sheet import FULL, LEFT, Style
from storage.paper.tags import Element


class Piece(Protocol):
    """Something on a page; all measures in points."""

    @property
    def before(self) -> float:
        """White above it, not at the head of a page."""
        ...

    @property
    def after(self) -> float:
        """White below it."""
        ...

    @property
    def keep(self) -> bool:
        """Whether it may not be the last on a page, as a heading."""
        ...

    @property
    def height(self) -> float:
        """How high it is."""
        ...

    @property
    def least(self) -> float:
        """How much of it must stand together at its beginning."""
        ...

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Break it so that the first part fits in `room`; None when it cannot be broken there."""
        ...

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        ...


@dataclass(frozen=True, slots=True)
class Label:
    """What stands left of the first line: a mark, a bullet or a number; `scales` draws a balance before it."""

    line: Line
    style: Style
    element: Element
    x: float
    scales: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Set lines of one element: a heading, a paragraph or an item of a list."""

    lines: tuple[Line, ...]
    style: Style
    element: Element
    x: float = 0.0
    keep: bool = False
    label: Label | None = None
    anchor: str = ""
    bookmark: int = 0
    title: str = ""
    ruled: bool = False

    @property
    def before(self) -> float:
        """White above."""
        return self.style.before

    @property
    def after(self) -> float:
        """White below."""
        return self.style.after

    @property
    def height(self) -> float:
        """The lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Two lines, or all when there are three at most."""
        return (2 if len(self.lines) > 3 else len(self.lines)) * self.style.leading

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Break between lines, with two lines at least on either side."""
        fits = min(int(room / self.style.leading), len(self.lines) - 2)
        if fits < 2:
            return None
        first = replace(self, lines=self.lines[:fits], style=replace(self.style, after=0), ruled=False)
        rest = replace(self, lines=self.lines[fits:], style=replace(self.style, before=0))
        return first, replace(rest, label=None, anchor="", bookmark=0)

    def draw(self, pen: Pen, top: float) -> None:
        """Write the label, then line after line."""
        pen.anchor(self.anchor, top)
        if self.bookmark:
            pen.bookmark(self.bookmark, self.title, top)
        base = top - self.style.drop
        if self.label:
            _draw_label(pen, self.label, base)
        for line in self.lines:
            pen.write(self.element, LEFT + self.x, base, line, self.style)
            base -= self.style.leading
        if self.ruled:
            pen.outside()
            pen.rule(LEFT, top - self.height - 5, FULL, 1.5, "accent")


def _draw_label(pen: Pen, label: Label, base: float) -> None:
    """Write a label; the balance before it is an ornament, for the word says the same."""
    x = LEFT + label.x
    if label.scales:
        pen.outside()
        pen.scales(x, base)
        x += 13
    pen.write(label.element, x, base, label.line, label.style)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands whole on one page."""

    drawing: shapes.Drawing
    element: Element
    before: float = 2.0
    after: float = 12.0
    keep: bool = False

    @property
    def height(self) -> float:
        """As it was drawn."""
        return float(self.drawing.height)

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float) -> None:  # noqa: ARG002 - a picture cannot be broken, whatever the room
        """Say that it cannot be broken."""
        return

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it."""
        pen.picture(self.element, self.drawing, LEFT, top - self.height)
