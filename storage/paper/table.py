# SPDX-License-Identifier: EUPL-1.2
"""A table on paper: cells that wrap, rows that break across pages, a head that is repeated, horizontal lines only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final, Self

from storage.paper.lines import Line
from storage.paper.pen import Pen
from storage.paper.sheet import FULL, LEFT, Style
from storage.paper.tags import Element

PADDING: Final = 4.0
"""White above and below the text of a row."""
_SHORT: Final = 2
"""A first cell of up to so many lines is shown again where its row goes on."""
_WHOLE: Final = 8
"""A row of up to so many lines is not broken across pages."""
_TOGETHER: Final = 120.0
"""A table up to this height is not broken across pages."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its text set: its lines, its place from the left edge, its width and its element."""

    lines: tuple[Line, ...]
    x: float
    width: float
    style: Style
    element: Element
    right: bool = False
    anchor: str = ""

    def draw(self, pen: Pen, top: float, *, tagged: bool) -> None:
        """Write the lines; without a tag they belong to what is open."""
        pen.anchor(self.anchor, top)
        base = top - self.style.drop
        for line in self.lines:
            x = LEFT + self.x + (self.width - line.width if self.right else 0)
            pen.write(self.element if tagged else None, x, base, line, self.style)
            base -= self.style.leading


@dataclass(frozen=True, slots=True)
class Row:
    """A row of set cells; a total is set apart by a line above it. `whole` is false for the part before a break.

    `names` is true for a row that names those below it: it never ends a page.
    """

    cells: tuple[SetCell, ...]
    total: bool = False
    whole: bool = True
    names: bool = False
    again: SetCell | None = None
    """The first cell of a row that began on an earlier page, shown again so that one sees which row it is."""
    height: float = field(init=False)
    """The highest cell and the white around it; kept, because a long table asks for it on each page."""

    def __post_init__(self) -> None:
        """Measure the row."""
        highest = max((len(cell.lines) * cell.style.leading for cell in self.cells), default=0.0)
        object.__setattr__(self, "height", highest + 2 * PADDING)

    @property
    def least(self) -> float:
        """The whole row when it is short, else its first two lines."""
        if max((len(cell.lines) for cell in self.cells), default=0) <= _WHOLE:
            return self.height
        return 2 * max(cell.style.leading for cell in self.cells) + 2 * PADDING

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Break a long row so that its first part fits in `room`."""
        if room < self.least or self.least == self.height:
            return None
        fits = [int((room - 2 * PADDING) / cell.style.leading) for cell in self.cells]
        pairs = list(zip(self.cells, fits, strict=True))
        first = tuple(replace(cell, lines=cell.lines[:count]) for cell, count in pairs)
        rest = tuple(replace(cell, lines=cell.lines[count:], anchor="") for cell, count in pairs)
        again = self.again or (self.cells[0] if len(self.cells[0].lines) <= _SHORT else None)
        return replace(self, cells=first, whole=False), replace(self, cells=rest, total=False, again=again)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table or the part of it on one page; the head of a later part is an artifact."""

    rows: tuple[Row, ...]
    head: Row | None = None
    repeated: bool = False
    before: float = 0.0
    after: float = 14.0
    keep: bool = False

    @property
    def height(self) -> float:
        """Head and rows."""
        return self._head_height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The head and the beginning of the first row, or all of a small table."""
        if self.height <= _TOGETHER:
            return self.height
        naming = list(takewhile(lambda row: row.names, self.rows))
        following = self.rows[len(naming) :][:1]
        return self._head_height + sum(row.height for row in naming) + sum(row.least for row in following)

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0.0

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Break between rows, or within a row that is too long to stand whole; a small table stays together."""
        if self.height <= _TOGETHER:
            return None
        left, fits = room - self._head_height, 0
        for row in self.rows:
            if row.height > left:
                break
            left -= row.height
            fits += 1
        first, rest = list(self.rows[:fits]), list(self.rows[fits:])
        parts = rest[0].split(left) if rest else None
        if parts:
            first.append(parts[0])
            rest[0] = parts[1]
        while len(first) > 1 and rest and all(row.total for row in rest) and not parts:
            rest.insert(0, first.pop())
        while len(first) > 1 and rest and first[-1].names:
            rest.insert(0, first.pop())
        if not first or not rest:
            return None
        return replace(self, rows=tuple(first), after=0.0), replace(self, rows=tuple(rest), repeated=True)

    def draw(self, pen: Pen, top: float) -> None:
        """Write head and rows, then the lines between them."""
        rules: list[tuple[float, float, str]] = []
        if self.head:
            if self.repeated:
                pen.outside(pagination=True)
            self._draw_row(pen, self.head, top, tagged=not self.repeated)
            top -= self.head.height
            rules.append((top, 0.8, "text"))
        for row in self.rows:
            if row.total:
                rules.append((top, 0.8, "text"))
            self._draw_row(pen, row, top, tagged=True)
            top -= row.height
            if row.whole:
                rules.append((top, 0.5, "line"))
        pen.outside()
        for y, thick, ink in rules:
            pen.rule(LEFT, y, FULL, thick, ink)

    @staticmethod
    def _draw_row(pen: Pen, row: Row, top: float, *, tagged: bool) -> None:
        if row.again:
            pen.outside(pagination=True)
            replace(row.again, style=replace(row.again.style, ink="muted"), anchor="").draw(
                pen, top - PADDING, tagged=False
            )
        for cell in row.cells:
            cell.draw(pen, top - PADDING, tagged=tagged)
