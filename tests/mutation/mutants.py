# SPDX-License-Identifier: EUPL-1.2
"""The small faults that cosmic-ray can put into a file, less those that no test can notice.

Left out are faults in annotations (they are never evaluated), in decorators, and in texts that only document.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Mutant:
    """One fault: in which file, by which operator, at which of its places, and where that is."""

    path: Path
    operator: str
    occurrence: int
    line: int
    column: int

    def source(self) -> str | None:
        """Give the whole file with the fault in it; nothing where the operator made none."""
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator

        made: str | None = mutate_code(self.path.read_text("utf-8"), get_operator(self.operator)(), self.occurrence)
        return made


def mutants(path: Path) -> Iterator[Mutant]:
    """Give the faults of one file, from top to bottom."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    source = path.read_text("utf-8")
    spans, nodes = unseen(source), list(ast_nodes(get_ast(source)))
    found = []
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments():
            continue
        places = (start for node in nodes for start, _ in operator().mutation_positions(node))
        found += [
            Mutant(path, name, number, *start) for number, start in enumerate(places) if not is_unseen(start, spans)
        ]
    yield from sorted(found, key=lambda one: (one.line, one.column, one.operator))


def unseen(source: str) -> tuple[Span, ...]:
    """Give the places in a file where a fault changes nothing that runs."""
    return tuple(_spans(ast.parse(source)))


def _spans(tree: ast.AST) -> Iterator[Span]:
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        parts += getattr(node, "decorator_list", [])
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.append(node)
        for part in filter(None, parts):
            start, end = (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)
            yield (start[0], start[1] - isinstance(node, ast.ClassDef | ast.FunctionDef)), end


def is_unseen(at: tuple[int, int], spans: Sequence[Span]) -> bool:
    """Whether a fault stands in one of these places."""
    return any(start <= at < end for start, end in spans)
