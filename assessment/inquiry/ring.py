# SPDX-License-Identifier: EUPL-1.2
"""Rings of organisations that hold each other: which they are, and what holdings amount to inside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_NO_PIVOT: Final = Decimal("1e-9")

Shares = Mapping[str, Decimal]
"""Per holder: his share."""


def rings(edges: Mapping[str, Mapping[str, object]]) -> list[tuple[str, ...]]:
    """Group organisations into rings (Tarjan), each after everything that holds it; most rings have one member."""
    return list(_Search(edges).run())


class _Search:
    """Tarjan's search for strongly connected parts, without recursion: chains may be thousands long."""

    def __init__(self, edges: Mapping[str, Mapping[str, object]]) -> None:
        self._edges = edges
        self._number: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._stack: list[str] = []
        self._on_stack: set[str] = set()

    def run(self) -> Iterator[tuple[str, ...]]:
        for root in sorted(self._edges):
            if root not in self._number:
                yield from self._from(root)

    def _from(self, root: str) -> Iterator[tuple[str, ...]]:
        way = [(root, self._open(root))]
        while way:
            node, holders = way[-1]
            step = next(holders, None)
            if step is not None:
                self._look(node, step, way)
                continue
            way.pop()
            if way:
                above = way[-1][0]
                self._low[above] = min(self._low[above], self._low[node])
            if self._low[node] == self._number[node]:
                yield self._take(node)

    def _open(self, node: str) -> Iterator[str]:
        self._number[node] = self._low[node] = len(self._number)
        self._stack.append(node)
        self._on_stack.add(node)
        return iter(sorted(holder for holder in self._edges[node] if holder in self._edges))

    def _look(self, node: str, step: str, way: list[tuple[str, Iterator[str]]]) -> None:
        if step not in self._number:
            way.append((step, self._open(step)))
        elif step in self._on_stack:
            self._low[node] = min(self._low[node], self._number[step])

    def _take(self, node: str) -> tuple[str, ...]:
        members = []
        while True:
            member = self._stack.pop()
            self._on_stack.discard(member)
            members.append(member)
            if member == node:
                return tuple(sorted(members))


def solve(
    members: Sequence[str], inside: Mapping[str, Shares], given: Mapping[str, Shares]
) -> dict[str, dict[str, Decimal]] | None:
    """Solve `H[j] = given[j] + sum of inside[j][k] * H[k]` for all members at once; None when it has no solution.

    There is none when a ring holds all of itself, or when more than the whole was recorded. For a member as holder,
    what returns to himself is taken out: `H[j][p] / (1 + H[p][p])`.
    """
    rows = {j: {k: (_ONE if k == j else _ZERO) - inside[j].get(k, _ZERO) for k in members} for j in members}
    right = {j: dict(given[j]) for j in members}
    for member in members:
        own = inside[member].get(member)
        if own is not None:
            right[member][member] = own
    if not _eliminate(members, rows, right):
        return None
    returns = {p: _ONE + right[p].get(p, _ZERO) for p in members}
    return {j: {p: share / returns.get(p, _ONE) for p, share in right[j].items()} for j in members}


def _eliminate(
    members: Sequence[str], rows: dict[str, dict[str, Decimal]], right: dict[str, dict[str, Decimal]]
) -> bool:
    """Gauss-Jordan; no exchange of rows is needed, as the diagonal dominates wherever a solution makes sense."""
    for pivot in members:
        size = rows[pivot][pivot]
        if size <= _NO_PIVOT:
            return False
        rows[pivot] = {k: value / size for k, value in rows[pivot].items() if value}
        right[pivot] = {p: value / size for p, value in right[pivot].items()}
        for other in members:
            factor = rows[other].get(pivot, _ZERO)
            if other != pivot and factor:
                _subtract(rows[other], rows[pivot], factor)
                _subtract(right[other], right[pivot], factor)
    return True


def _subtract(row: dict[str, Decimal], pivot: Mapping[str, Decimal], factor: Decimal) -> None:
    for key, value in pivot.items():
        row[key] = row.get(key, _ZERO) - factor * value
