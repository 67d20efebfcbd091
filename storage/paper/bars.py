# SPDX-License-Identifier: EUPL-1.2
"""Horizontal bars on one scale: the proven part solid, the rest outlined and hatched, the amounts in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from assessment.money import show_euro
from assessment.telling.block import Bar, BarPicture
from storage.paper import words
from storage.paper.engine import shapes
from storage.paper.lines import Line, break_lines
from storage.paper.runs import plain
from storage.paper.sheet import CELL, FULL, RUNNING, Face, Style
from storage.paper.strokes import box, hatching, line
from storage.paper.strokes import words as write
from storage.paper.typeface import advance, one_line

_THICK: Final = 11.0
_BETWEEN: Final = 10.0
_LEGEND: Final = 22.0
_LABEL: Final = FULL * 0.52
_LONGEST_LABEL: Final = 3
"""A label has so many lines at most; the table beside the picture has all of it."""
_PER_PICTURE: Final = 10
"""Bars in one drawing, so that it stands on one page whatever the labels."""
_AMOUNT: Final = Style(CELL.size, CELL.leading, Face.STRONG)


def draw_bars(picture: BarPicture) -> list[shapes.Drawing]:
    """Draw the bars, in several drawings on one scale when there are many."""
    scale = FULL / float(max((abs(bar.value) for bar in picture.bars), default=Decimal(0)) or 1)
    groups = [picture.bars[start : start + _PER_PICTURE] for start in range(0, len(picture.bars), _PER_PICTURE)]
    return [_drawing(group, scale) for group in groups]


def _drawing(bars: Sequence[Bar], scale: float) -> shapes.Drawing:
    labels = [_label(bar.label) for bar in bars]
    height = _LEGEND + sum(len(lines) * CELL.leading + _THICK + _BETWEEN + 2 for lines in labels)
    drawing = shapes.Drawing(FULL, height)
    _draw_legend(drawing, height - _THICK)
    y = height - _LEGEND
    for bar, lines in zip(bars, labels, strict=True):
        y = _draw_bar(drawing, bar, lines, y, scale) - _BETWEEN
    return drawing


def _label(text: str) -> tuple[Line, ...]:
    return break_lines(plain(one_line(text)), _LABEL, CELL.size)[:_LONGEST_LABEL]


def _draw_legend(drawing: shapes.Drawing, y: float) -> None:
    """Say what solid and hatched mean."""
    drawing.add(box((0, y, 18, 8), "accent", 0.6))
    drawing.add(write(23, y + 1, words.PROVEN, RUNNING))
    x = 23 + advance(words.PROVEN, Face.REGULAR, RUNNING.size) + 16
    drawing.add(hatching((x, y, 18, 8)))
    drawing.add(box((x, y, 18, 8), ""))
    drawing.add(write(x + 23, y + 1, words.NOT_PROVEN, RUNNING))


def _draw_bar(drawing: shapes.Drawing, bar: Bar, label: tuple[Line, ...], y: float, scale: float) -> float:
    """Draw label, amounts and bar below `y`; gives the height of the foot of the bar."""
    for one in label:
        y -= CELL.leading
        drawing.add(write(0, y + 3.5, one.text, CELL))
    amount = words.AMOUNT.format(value=show_euro(bar.value), solid=show_euro(bar.solid))
    drawing.add(write(FULL, y + 3.5, amount, _AMOUNT, "end"))
    y -= _THICK + 2
    length = min(max(float(bar.value), 0.0) * scale, FULL)
    solid = min(max(float(bar.solid), 0.0) * scale, length)
    if length > solid:
        drawing.add(hatching((solid, y, length - solid, _THICK)))
    if not length:
        drawing.add(line(((0, y), (0, y + _THICK))))
    else:
        drawing.add(box((0, y, length, _THICK), ""))
    if solid:
        drawing.add(box((0, y, solid, _THICK), "accent"))
    return y
