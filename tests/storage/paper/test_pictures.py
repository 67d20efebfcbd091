# SPDX-License-Identifier: EUPL-1.2
"""Bars and graphs: what they show is right, readable without colour, and nothing lies over anything else."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessment.telling.block import Bar, BarPicture, GraphEdge, GraphNode, GraphPicture
from storage.paper import text_of, write_pdf
from storage.paper.bars import draw_bars
from storage.paper.engine import shapes
from storage.paper.graph import draw_graph
from storage.paper.graph_labels import place_labels
from storage.paper.graph_plan import Rect, plan
from storage.paper.graph_rows import in_rows
from storage.paper.sheet import FULL, ROOM
from storage.paper.strokes import ink
from tests.storage.paper.sample import EDGES, NODES, document


def drawn(shape) -> Iterator[shapes.Shape]:
    for one in getattr(shape, "contents", ()):
        yield one
        yield from drawn(one)


def bars(*values: tuple[int, int]) -> BarPicture:
    return BarPicture("", "alt", tuple(Bar(f"post {n}", Decimal(a), Decimal(b)) for n, (a, b) in enumerate(values)))


def graph(count: int, edges: list[tuple[int, int]], words: str = "bestuurder") -> GraphPicture:
    nodes = tuple(GraphNode(f"p{n}", f"Partij {n}", n == 0, n % 2 == 0) for n in range(count))
    return GraphPicture("", "alt", nodes, tuple(GraphEdge(f"p{a}", f"p{b}", words, ended=a > b) for a, b in edges))


GRAPHS = st.integers(1, 14).flatmap(
    lambda count: st.builds(
        graph,
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=20),
        st.sampled_from(("", "bestuurder", "feitelijk leidinggevende", "woord " * 60)),
    )
)


def test_bars_are_on_one_scale_and_the_proven_part_is_solid():
    (drawing,) = draw_bars(bars((200, 50), (100, 100)))
    boxes = [one for one in drawn(drawing) if isinstance(one, shapes.Rect) and one.height == 11]
    outlines = [round(one.width) for one in boxes if one.fillColor is None]
    solid = [round(one.width) for one in boxes if one.fillColor == ink("accent")]
    assert outlines == [round(FULL), round(FULL / 2)]
    assert solid == [round(FULL / 4), round(FULL / 2)]


def test_amounts_stand_in_words():
    found = " ".join(text_of(write_pdf(document(bars((75000, 22400))))))
    assert "€ 75.000,00, bewezen € 22.400,00" in found
    assert "niet bewezen" in found


@given(st.lists(st.tuples(st.integers(-(10**11), 10**11), st.integers(-(10**11), 10**11)), max_size=25))
def test_bars_stay_on_the_sheet(values):
    drawings = draw_bars(bars(*values))
    assert len(drawings) == -(-len(values) // 10)
    for drawing in drawings:
        assert drawing.height < ROOM - 40
        for one in drawn(drawing):
            if isinstance(one, shapes.Rect):
                assert 0 <= one.x <= one.x + one.width <= FULL + 0.01


def test_very_long_label_leaves_room_for_the_amount():
    (drawing,) = draw_bars(BarPicture("", "", (Bar("woord " * 400, Decimal(1), Decimal(0)),)))
    assert drawing.height < 100


def test_owner_stands_above_what_is_owned():
    places = {spot.node.id: spot.rect.y for spot in plan(GraphPicture("", "", NODES, EDGES[:5])).nodes}
    assert places["p4"] < places["p1"] < places["p3"] < places["p2"]
    assert places["p5"] < places["p2"]


def test_circle_of_owners_still_has_rows():
    rows = in_rows((0, 1, 2), [(0, 1), (1, 2), (2, 0)], 3)
    assert rows == [[0], [1], [2]]


@given(GRAPHS)
@example(graph(7, [(0, 1)] * 9, ""))
@example(graph(13, [(0, 2), (0, 2), (0, 2), (0, 3), (0, 3), (0, 3), (1, 0), (1, 3)]))
def test_nothing_lies_over_anything_else(picture):
    places = plan(picture)
    nodes = [spot.rect for spot in places.nodes]
    labels = [label.rect for label in place_labels(places).labels]
    assert not any(first.overlaps(second) for first, second in combinations(nodes, 2))
    full = [label for label in place_labels(places).labels if not label.lines[0].text.isdecimal()]
    for label in full:
        assert not any(label.rect.overlaps(other) for other in nodes)
        assert sum(label.rect.overlaps(other) for other in labels) == 1
        assert 0 <= label.rect.x <= label.rect.x + label.rect.width <= FULL


@given(GRAPHS)
def test_every_relation_is_drawn_from_party_to_party(picture):
    places = plan(picture)
    spots = {spot.node.id: spot.rect for spot in places.nodes}
    assert len(places.edges) == sum(edge.from_ != edge.to for edge in picture.edges)
    for way in places.edges:
        for (x, y), party in ((way.points[0], way.edge.from_), (way.points[-1], way.edge.to)):
            rect = spots[party]
            assert rect.x <= x <= rect.x + rect.width
            assert y in (rect.y, rect.y + rect.height)


@given(GRAPHS)
def test_lines_do_not_run_through_parties(picture):
    places = plan(picture)
    rects = [spot.rect.wider(-1) for spot in places.nodes]
    for way in places.edges:
        assert not any(rect.is_crossed_by(*leg) for rect in rects for leg in pairwise(way.points))


@given(GRAPHS)
def test_graph_fits_on_a_page_or_is_told(picture):
    drawing = draw_graph(picture)
    if drawing:
        assert drawing.width <= FULL + 0.01
        assert drawing.height < ROOM - 30


def test_words_that_find_no_place_become_a_note():
    labels = place_labels(plan(graph(2, [(0, 1)], "woord " * 60)))
    assert labels.labels[0].lines[0].text == "1"
    assert labels.notes == (f"1. Partij 0 → Partij 1: {('woord ' * 60).strip()}",)


def test_kinds_differ_without_colour():
    shown = list(drawn(draw_graph(GraphPicture("", "", NODES, EDGES))))
    party = [one for one in shown if isinstance(one, shapes.Rect) and one.strokeColor and one.height > 10]
    assert {(one.rx > 0, one.strokeWidth > 1) for one in party} == {
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    }
    dashes = [one.strokeDashArray for one in shown if isinstance(one, shapes.PolyLine)]
    assert [3, 2] in dashes
    assert None in dashes


def test_graph_that_is_too_large_is_told_in_words():
    found = " ".join(" ".join(text_of(write_pdf(document(graph(80, []))))).split())
    assert "De tekening is te groot voor dit blad. In woorden: alt" in found


def test_relation_with_a_party_that_is_not_drawn_is_left_to_the_table():
    picture = GraphPicture("", "", NODES[:1], (GraphEdge("p1", "weg", "x", ended=False),))
    assert plan(picture).edges == ()


@pytest.mark.parametrize(
    ("start", "end", "crossed"),
    [((0, 5), (20, 5), True), ((0, 0), (20, 0), False), ((15, -5), (15, 30), True), ((0, 30), (30, 31), False)],
)
def test_line_through_a_rectangle(start, end, crossed):
    assert Rect(10, 2, 10, 10).is_crossed_by(start, end) is crossed
