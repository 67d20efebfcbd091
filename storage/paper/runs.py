# SPDX-License-Identifier: EUPL-1.2
"""From the spans of a document to runs that can be set: printable text, faces, links to places that exist."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.telling.block import Cell, Span
from storage.paper.lines import Run
from storage.paper.sheet import Face
from storage.paper.tags import Element
from storage.paper.typeface import legible


def runs_of(spans: Iterable[Span], anchors: frozenset[str], face: Face = Face.REGULAR) -> tuple[Run, ...]:
    """Make runs of spans; a target that no block bears is no link."""
    return tuple(_run(span, span.target if span.target in anchors else "", _face(span, face)) for span in spans)


def plain(text: str, face: Face = Face.REGULAR) -> tuple[Run, ...]:
    """Make a run of a text without links."""
    return (Run(legible(text), face),)


def runs_of_cell(cell: Cell, anchors: frozenset[str], face: Face) -> tuple[Run, ...]:
    """Make the runs of a cell: its spans if it has them, else its text; struck where it is struck."""
    face = Face.STRONG if cell.bold else face
    runs = runs_of(cell.spans or (Span(cell.text, target=cell.target),), anchors, face)
    return tuple(_struck(run) for run in runs) if cell.struck else runs


def _face(span: Span, face: Face) -> Face:
    if span.bold:
        return Face.STRONG
    return Face.ITALIC if span.italic and face is Face.REGULAR else face


def _run(span: Span, target: str, face: Face) -> Run:
    return Run(legible(span.text), face, target, inside=Element("Link") if target else None)


def _struck(run: Run) -> Run:
    inside = run.inside or Element("Span")
    inside.attributes["Layout"] = {"TextDecorationType": "LineThrough"}
    return Run(run.text, run.face, run.target, struck=True, inside=inside)
