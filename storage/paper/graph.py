# SPDX-License-Identifier: EUPL-1.2
"""Draw the picture of relations: parties as boxes, relations as arrows; shape and line say it, not colour."""

from __future__ import annotations

from math import atan2, cos, sin
from typing import Final

from assessment.telling.block import GraphPicture
from storage.paper import words
from storage.paper.engine import shapes
from storage.paper.graph_labels import EdgeLabel, Labels, place_labels
from storage.paper.graph_plan import EDGE, NODE, EdgeWay, GraphPlan, NodeSpot, Point, plan
from storage.paper.lines import break_lines
from storage.paper.runs import plain
from storage.paper.sheet import FULL, ROOM, RUNNING, Face, Style
from storage.paper.strokes import box, ink, line
from storage.paper.strokes import words as write
from storage.paper.typeface import advance

_SMALLEST: Final = 0.7
"""A picture that would have to be smaller than this to fit on a page cannot be read."""
_MOST_NODES: Final = 60
_LEGEND: Final = 24.0
_HIGHEST: Final = ROOM - 40
_HEAD: Final = 6.0
_SUBJECT: Final = Style(NODE.size, NODE.leading, Face.STRONG)


def draw_graph(picture: GraphPicture) -> shapes.Drawing | None:
    """Draw the graph, scaled to fit on one page; None when it would be too small to read, or empty."""
    if not 0 < len(picture.nodes) <= _MOST_NODES:
        return None
    places = plan(picture)
    labels = place_labels(places)
    notes = [one for note in labels.notes for one in break_lines(plain(note), FULL, EDGE.size)]
    height = _LEGEND + places.height + (len(notes) * EDGE.leading + 14 if notes else 0)
    scale = min(1.0, _HIGHEST / height)
    if scale < _SMALLEST:
        return None
    drawing = shapes.Drawing(FULL * scale, height * scale)
    sheet = shapes.Group(transform=(scale, 0, 0, scale, 0, 0))
    _draw_legend(sheet, height - 10)
    _draw_plan(sheet, places, labels, height - _LEGEND)
    for number, text in enumerate(reversed(notes)):
        sheet.add(write(0, 3 + number * EDGE.leading, text.text, EDGE))
    drawing.add(sheet)
    return drawing


def _draw_plan(sheet: shapes.Group, places: GraphPlan, labels: Labels, top: float) -> None:
    for way in places.edges:
        _draw_edge(sheet, way, top)
    for label in labels.labels:
        _draw_label(sheet, label, top)
    for spot in places.nodes:
        _draw_node(sheet, spot, top)


def _draw_node(sheet: shapes.Group, spot: NodeSpot, top: float) -> None:
    """Draw a box with a name; a person is rounded, the subject has a thick edge."""
    rect, node = spot.rect, spot.node
    foot = top - rect.y - rect.height
    rounded = 12.0 if node.is_person else 0.0
    thick = 2.0 if node.is_subject else 0.8
    sheet.add(box((rect.x, foot, rect.width, rect.height), "surface", thick, rounded))
    base = foot + (rect.height + len(spot.lines) * NODE.leading) / 2 - 8.5
    for one in spot.lines:
        sheet.add(write(rect.middle, base, one.text.rstrip(), _SUBJECT if node.is_subject else NODE, "middle"))
        base -= NODE.leading


def _draw_edge(sheet: shapes.Group, way: EdgeWay, top: float) -> None:
    """Draw a line with an arrow at its end; an ended relation is dashed."""
    points = tuple((x, top - y) for x, y in way.points)
    sheet.add(line(points, dashed=way.edge.ended))
    sheet.add(_arrow(points[-2], points[-1]))


def _arrow(start: Point, end: Point) -> shapes.Polygon:
    turn = atan2(end[1] - start[1], end[0] - start[0])
    flat = [end[0], end[1]]
    for side in (0.4, -0.4):
        flat += [end[0] - _HEAD * cos(turn + side), end[1] - _HEAD * sin(turn + side)]
    return shapes.Polygon(flat, fillColor=ink("text"), strokeColor=None)


def _draw_label(sheet: shapes.Group, label: EdgeLabel, top: float) -> None:
    """Write words on a white ground over their line."""
    rect = label.rect
    sheet.add(box((rect.x, top - rect.y - rect.height, rect.width, rect.height), "surface", thick=0))
    base = top - rect.y - EDGE.size
    for one in label.lines:
        sheet.add(write(rect.middle, base, one.text.rstrip(), EDGE, "middle"))
        base -= EDGE.leading


def _draw_legend(sheet: shapes.Group, y: float) -> None:
    """Say what rounded, thick and dashed mean."""
    x = 0.0
    for text, thick, rounded in ((words.PERSON, 0.8, 4.0), (words.ORGANISATION, 0.8, 0.0), (words.SUBJECT, 2.0, 0.0)):
        sheet.add(box((x + 1, y, 16, 8), "surface", thick, rounded))
        sheet.add(write(x + 23, y + 1, text, RUNNING))
        x += 23 + advance(text, Face.REGULAR, RUNNING.size) + 16
    sheet.add(line(((x, y + 4), (x + 22, y + 4)), dashed=True))
    sheet.add(write(x + 28, y + 1, words.ENDED, RUNNING))
