# SPDX-License-Identifier: EUPL-1.2
"""Where the words along the lines stand: beside no party and no other words; else a number with the words below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import Final

from storage.paper.graph_plan import EDGE, EdgeWay, GraphPlan, Point, Rect
from storage.paper.lines import Line, break_lines, set_line
from storage.paper.runs import plain
from storage.paper.sheet import FULL
from storage.paper.typeface import one_line

_WIDEST: Final = 96.0
_MOST_LINES: Final = 3
_MARGIN: Final = 3.0
"""White between words and what stands beside them."""
_STEPS: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
_SHIFTS: Final = (0.0, -0.5, 0.5)
"""How far beside its line a text may stand, in parts of its own width."""
_NUMBER_SHIFTS: Final = (0.0, -1.0, 1.0)
_CROWDED_STEPS: Final = tuple((30 + way * step) / 60 for step in range(30) for way in (1, -1))
_CROWDED_SHIFTS: Final = (*_NUMBER_SHIFTS, -2.0, 2.0, -3.0, 3.0)
"""Where a number may stand when each place is taken or crossed: over a line, if need be, but not over words."""


@dataclass(frozen=True, slots=True)
class EdgeLabel:
    """Words along a line, or the number of the note that holds them."""

    rect: Rect
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """All words along lines, and the notes that did not fit there, each with its number in front."""

    labels: tuple[EdgeLabel, ...]
    notes: tuple[str, ...]


def place_labels(plan: GraphPlan) -> Labels:
    """Find a place for the words of each line that has any."""
    ground = _Ground([spot.rect.wider(_MARGIN) for spot in plan.nodes], plan.edges)
    labels: list[EdgeLabel] = []
    notes: list[str] = []
    names = {spot.node.id: one_line(spot.node.label) for spot in plan.nodes}
    for way in plan.edges:
        text = one_line(way.edge.label)
        if not text:
            continue
        lines = break_lines(plain(text), _WIDEST, EDGE.size)
        found = ground.find(way, lines, _SHIFTS) if len(lines) <= _MOST_LINES else None
        if found is None:
            number = str(len(notes) + 1)
            lines = (set_line(plain(number), EDGE.size),)
            found = ground.find(way, lines, _NUMBER_SHIFTS) or ground.find_in_crowd(way, lines)
            notes.append(f"{number}. {names[way.edge.from_]} → {names[way.edge.to]}: {text}")
        ground.taken.append(found.wider(_MARGIN))
        labels.append(EdgeLabel(found, lines))
    return Labels(tuple(labels), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is taken already, and the lines of the picture."""

    taken: list[Rect]
    ways: tuple[EdgeWay, ...]

    def find(self, way: EdgeWay, lines: tuple[Line, ...], shifts: Sequence[float]) -> Rect | None:
        """Find a free place along a line, through which no other line runs."""
        places = _candidates(way, lines, _STEPS, shifts)
        return next((one for one in places if not self._is_taken(one) and not self._is_crossed(one, way)), None)

    def find_in_crowd(self, way: EdgeWay, lines: tuple[Line, ...]) -> Rect:
        """Find a place that is at least not over words or a party; if there is none, the middle of the line."""
        places = _candidates(way, lines, _CROWDED_STEPS, _CROWDED_SHIFTS)
        return next((one for one in places if not self._is_taken(one)), _rect(_along(way.points, 0.5), lines, 0))

    def _is_taken(self, rect: Rect) -> bool:
        return any(map(rect.overlaps, self.taken))

    def _is_crossed(self, rect: Rect, own: EdgeWay) -> bool:
        others = (way for way in self.ways if way is not own)
        return any(rect.is_crossed_by(*leg) for way in others for leg in pairwise(way.points))


def _candidates(
    way: EdgeWay, lines: tuple[Line, ...], steps: Sequence[float], shifts: Sequence[float]
) -> Iterator[Rect]:
    for shift in shifts:
        for step in steps:
            rect = _rect(_along(way.points, step), lines, shift)
            if rect.x >= 0 and rect.x + rect.width <= FULL:
                yield rect


def _rect(middle: Point, lines: tuple[Line, ...], shift: float) -> Rect:
    width = max(line.width for line in lines) + 6
    height = len(lines) * EDGE.leading + 2
    return Rect(middle[0] - width / 2 + shift * width, middle[1] - height / 2, width, height)


def _along(points: Sequence[Point], part: float) -> Point:
    """Give the point at a part of the whole length of a line."""
    legs = list(pairwise(points))
    left = part * sum(dist(*leg) for leg in legs)
    for start, end in legs:
        length = dist(start, end)
        if left <= length and length:
            return start[0] + (end[0] - start[0]) * left / length, start[1] + (end[1] - start[1]) * left / length
        left -= length
    return points[-1]
