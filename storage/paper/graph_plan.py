# SPDX-License-Identifier: EUPL-1.2
"""Where the parties, the lines and their words stand in the picture of relations; y counts downwards from the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Final, TypeAlias

from assessment.telling.block import GraphEdge, GraphNode, GraphPicture
from storage.paper.graph_rows import Edges, Rows, in_rows, untangled
from storage.paper.lines import Line, break_lines
from storage.paper.runs import plain
from storage.paper.sheet import FULL, Face, Style

Point: TypeAlias = tuple[float, float]

NODE: Final = Style(9, 11)
EDGE: Final = Style(8, 9.5)
_MANY: Final = 12
"""From more nodes on, four stand in a row instead of three."""
_BETWEEN: Final = 62.0
"""Height between two rows, in which the words along the lines stand."""
_NODE_LINES: Final = 4
_PASSAGE: Final = 12.0
"""Width that a line takes which passes a row."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its left upper corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Rect) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def is_crossed_by(self, start: Point, end: Point) -> bool:
        """Whether a straight line runs through it (Liang and Barsky)."""
        enters, leaves = 0.0, 1.0
        run, fall = end[0] - start[0], end[1] - start[1]
        left, above = start[0] - self.x, start[1] - self.y
        sides = ((-run, left), (run, self.width - left), (-fall, above), (fall, self.height - above))
        for speed, room in sides:
            if speed < 0:
                enters = max(enters, room / speed)
            elif speed > 0:
                leaves = min(leaves, room / speed)
            elif room < 0:
                return False
        return enters < leaves

    def wider(self, margin: float) -> Rect:
        """Give the rectangle with a margin around it."""
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class NodeSpot:
    """A party with its place and its name, set in lines."""

    node: GraphNode
    rect: Rect
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EdgeWay:
    """A relation with the points that its line runs through, from the first party to the second."""

    edge: GraphEdge
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class GraphPlan:
    """All places of a picture, and its height."""

    nodes: tuple[NodeSpot, ...]
    edges: tuple[EdgeWay, ...]
    height: float


def plan(picture: GraphPicture) -> GraphPlan:
    """Find places; relations of a party with itself or with one that is not drawn are left to the table."""
    number = {node.id: place for place, node in enumerate(picture.nodes)}
    edges = [edge for edge in picture.edges if edge.from_ != edge.to and {edge.from_, edge.to} <= number.keys()]
    per_row = 3 if len(number) <= _MANY else 4
    width = FULL * 0.8 / per_row
    pairs = [(number[edge.from_], number[edge.to]) for edge in edges]
    rows = in_rows(tuple(number.values()), pairs, per_row)
    chains = _chains(rows, pairs)
    rows = untangled(rows, [pair for chain in chains for pair in pairwise(chain)])
    labels = {place: _name(picture.nodes[place], width) for place in number.values()}
    places, height = _places(rows, labels, width)
    spots = tuple(NodeSpot(picture.nodes[one], places[one], lines) for one, lines in labels.items())
    return GraphPlan(spots, _ways(edges, chains, places), height)


def _name(node: GraphNode, width: float) -> tuple[Line, ...]:
    face = Face.STRONG if node.is_subject else Face.REGULAR
    return break_lines(plain(node.label, face), width - 12, NODE.size)[:_NODE_LINES]


def _chains(rows: Rows, edges: Edges) -> list[list[int]]:
    """Name, for each edge, the nodes and the passages through other rows that it visits; adds these to the rows."""
    row_of = {one: number for number, row in enumerate(rows) for one in row}
    passages = count(-1, -1)
    chains: list[list[int]] = []
    for upper, lower in edges:
        step = 1 if row_of[lower] > row_of[upper] else -1
        chain = [upper]
        for passed in range(row_of[upper] + step, row_of[lower], step):
            chain.append(next(passages))
            rows[passed].append(chain[-1])
        chains.append([*chain, lower])
    return chains


def _places(rows: Rows, labels: dict[int, tuple[Line, ...]], width: float) -> tuple[dict[int, Rect], float]:
    """Spread each row over the width, nodes and passages alike."""
    places: dict[int, Rect] = {}
    y = 0.0
    for row in rows:
        nodes = [one for one in row if one in labels]
        height = 14 + NODE.leading * max((len(labels[one]) for one in nodes), default=1)
        free = (FULL - width * len(nodes)) / 2  # the other half stays white, so that nothing touches
        passage = min(_PASSAGE, free / max(len(row) - len(nodes), 1))
        widths = [width if one in labels else passage for one in row]
        gap = (FULL - sum(widths)) / (len(row) + 1)
        x = gap
        for one, wide in zip(row, widths, strict=True):
            places[one] = Rect(x, y, wide, height)
            x += wide + gap
        y += height + _BETWEEN
    return places, max(y - _BETWEEN, 0.0)


def _ways(edges: Sequence[GraphEdge], chains: list[list[int]], places: dict[int, Rect]) -> tuple[EdgeWay, ...]:
    """Draw each chain from port to port; the ports of a side stand beside each other in the order of the ends."""
    ports: dict[tuple[int, bool], list[tuple[float, int]]] = {}
    for number, chain in enumerate(chains):
        for here, there in ((chain[0], chain[1]), (chain[-1], chain[-2])):
            below = places[there].y >= places[here].y
            ports.setdefault((here, below), []).append((places[there].middle, number))
    ways: list[EdgeWay] = []
    for number, (edge, chain) in enumerate(zip(edges, chains, strict=True)):
        points = [_port(chain[0], chain[1], number, ports, places)]
        for passage in chain[1:-1]:
            rect = places[passage]
            ends = [(rect.middle, rect.y), (rect.middle, rect.y + rect.height)]
            points += ends if places[chain[-1]].y > places[chain[0]].y else reversed(ends)
        points.append(_port(chain[-1], chain[-2], number, ports, places))
        ways.append(EdgeWay(edge, tuple(points)))
    return tuple(ways)


def _port(
    here: int, there: int, number: int, ports: dict[tuple[int, bool], list[tuple[float, int]]], places: dict[int, Rect]
) -> Point:
    rect = places[here]
    below = places[there].y >= rect.y
    order = sorted(ports[here, below])
    at = next(place for place, (_, one) in enumerate(order) if one == number)
    step = min(24.0, rect.width * 0.8 / len(order))
    x = rect.middle + (at - (len(order) - 1) / 2) * step
    return x, rect.y + rect.height if below else rect.y
