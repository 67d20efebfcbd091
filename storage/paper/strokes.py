# SPDX-License-Identifier: EUPL-1.2
"""Shapes for pictures, in the inks and the typeface of the sheet; y counts upwards."""

from __future__ import annotations

from typing import Final, TypeAlias

from storage.paper.engine import HexColor, shapes
from storage.paper.sheet import Style, inks

Frame: TypeAlias = tuple[float, float, float, float]
"""Left lower corner, width and height."""

_HATCH: Final = 4.0
"""Distance of the lines of a hatched part."""


def ink(token: str) -> HexColor:
    """Give a colour by its token."""
    return HexColor(inks()[token])


def words(x: float, y: float, text: str, style: Style, anchor: str = "start") -> shapes.String:
    """Write a printable text; `anchor` is `start`, `middle` or `end`."""
    return shapes.String(
        x, y, text, fontName=str(style.face), fontSize=style.size, fillColor=ink(style.ink), textAnchor=anchor
    )


def box(frame: Frame, fill: str, thick: float = 0.8, rounded: float = 0.0) -> shapes.Rect:
    """Draw a box with an outline in ink; without an outline when it is 0 thick, and not filled without `fill`."""
    return shapes.Rect(
        *frame,
        rx=rounded,
        ry=rounded,
        fillColor=ink(fill) if fill else None,
        strokeColor=ink("text") if thick else None,
        strokeWidth=thick,
    )


def line(points: tuple[tuple[float, float], ...], *, dashed: bool = False) -> shapes.PolyLine:
    """Draw a line through points."""
    flat = [measure for point in points for measure in point]
    dash = [3, 2] if dashed else None
    return shapes.PolyLine(flat, strokeColor=ink("text"), strokeWidth=0.8, strokeDashArray=dash)


def hatching(frame: Frame) -> shapes.Path:
    """Hatch a box with slanting lines, so that it differs from a solid one without colour."""
    x, y, width, height = frame
    path = shapes.Path(strokeColor=ink("control"), strokeWidth=0.5, fillColor=None)
    start = x - height + _HATCH
    while start < x + width:
        low, high = max(start, x), min(start + height, x + width)
        if high > low:
            path.moveTo(low, y + low - start)
            path.lineTo(high, y + high - start)
        start += _HATCH
    return path
