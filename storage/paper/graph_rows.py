# SPDX-License-Identifier: EUPL-1.2
"""Order a graph of numbered nodes in rows: who holds or leads stands above what is held; circles are allowed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Edges: TypeAlias = Sequence[tuple[int, int]]
Rows: TypeAlias = list[list[int]]

_SWEEPS: Final = 4
_END: Final = -1
"""No node has this number."""


def in_rows(ids: Sequence[int], edges: Edges, per_row: int) -> Rows:
    """Divide nodes over rows of `per_row` at most, so that edges run down wherever there is no circle."""
    layers = _layers(ids, _without_circles(ids, edges))
    rows: Rows = []
    for layer in range(max(layers.values(), default=-1) + 1):
        members = [one for one in ids if layers[one] == layer]
        parts = -(-len(members) // per_row)
        size = -(-len(members) // parts)
        rows += [members[start : start + size] for start in range(0, len(members), size)]
    return rows


def untangled(rows: Rows, edges: Edges) -> Rows:
    """Order each row by where its neighbours stand, so that fewer edges cross."""
    near: dict[int, list[int]] = {one: [] for row in rows for one in row}
    for first, second in edges:
        near[first].append(second)
        near[second].append(first)
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            places = {one: (number + 0.5) / len(line) for line in rows for number, one in enumerate(line)}
            row.sort(key=lambda one: _middle(one, near, places))
    return rows


def _middle(one: int, near: Mapping[int, Sequence[int]], places: Mapping[int, float]) -> float:
    beside = [places[other] for other in near[one]]
    return sum(beside) / len(beside) if beside else places[one]


def _layers(ids: Sequence[int], edges: Edges) -> dict[int, int]:
    """Give each node the length of the longest way down to it."""
    layers = dict.fromkeys(ids, 0)
    for _ in ids:
        moved = False
        for upper, lower in edges:
            if layers[lower] <= layers[upper]:
                layers[lower] = layers[upper] + 1
                moved = True
        if not moved:
            break
    return layers


def _without_circles(ids: Sequence[int], edges: Edges) -> list[tuple[int, int]]:
    """Leave out the edges that lead back to a node on the way from which one came."""
    below: dict[int, list[int]] = {one: [] for one in ids}
    for upper, lower in edges:
        below[upper].append(lower)
    kept: list[tuple[int, int]] = []
    done: set[int] = set()
    for start in _tops_first(ids, edges):
        if start in done:
            continue
        way, on_way = [(start, iter(below[start]))], {start}
        while way:
            here, rest = way[-1]
            lower = next(rest, _END)
            if lower == _END:
                done.add(here)
                on_way.discard(here)
                way.pop()
            elif lower not in on_way:
                kept.append((here, lower))
                if lower not in done:
                    on_way.add(lower)
                    way.append((lower, iter(below[lower])))
    return kept


def _tops_first(ids: Sequence[int], edges: Edges) -> list[int]:
    lower = {one for _, one in edges}
    return sorted(ids, key=lambda one: one in lower)
