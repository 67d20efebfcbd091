# SPDX-License-Identifier: EUPL-1.2
"""Between a dossier and the parts that it is kept in: one per record, and a head for the rest.

The parts are JSON, as in a dossier file. A list leaves an empty list in the head; so an absent list, an empty one and
`null` stay three different things, and the dossier comes back as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from assessment.catalogue.reading import Faults
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile
from assessment.wire import from_wire

HEAD: Final = "head"


@dataclass(frozen=True, slots=True)
class Part:
    """One record as JSON; `key` is None where records have no name of their own."""

    kind: str
    key: str | None
    body: str


@dataclass(frozen=True, slots=True)
class RowOf:
    """Where the records of a kind stand in the dossier, and which of their keys names them."""

    kind: str
    path: tuple[str, ...]
    name: str | None = None


ROWS: Final = (
    RowOf("party", ("parties",), "id"),
    RowOf("relation", ("relations",), "id"),
    RowOf("information", ("information",), "id"),
    RowOf("fact", ("facts",), "id"),
    RowOf("need", ("financing", "need")),
    RowOf("source", ("financing", "sources")),
    RowOf("document", ("documents",), "id"),
    RowOf("answer", ("answers",), "question"),
    RowOf("event", ("events",)),
    RowOf("bureau_advice", ("bureau_advices",), "id"),
    RowOf("hearing", ("hearings",), "id"),
    RowOf("review", ("reviews",)),
)
SINGLES: Final = (
    RowOf("operations", ("financing", "operations")),
    RowOf("conclusion", ("conclusion",)),
    RowOf("signals", ("signals",)),
    RowOf("plan", ("plan",)),
)


def join(parts: Iterable[Part]) -> Dossier:
    """Put a dossier together again, parts of a kind in their order; raises FaultyFile, or KeyError without a head."""
    found: dict[str, list[Any]] = {}
    for part in parts:
        found.setdefault(part.kind, []).append(json.loads(part.body, parse_float=Decimal))
    wire = found[HEAD][0]
    for row in SINGLES:
        if row.kind in found:
            place_of(wire, row)[row.path[-1]] = found[row.kind][0]
    for row in ROWS:
        if row.kind in found:
            place_of(wire, row)[row.path[-1]] = found[row.kind]
    return read_shape(wire)


def read_shape(wire: Any) -> Dossier:
    """Read the shape only: a dossier in progress may speak of what is not there yet."""
    faults = Faults()
    dossier = from_wire(Dossier, wire, "$", faults)
    if faults.found or not isinstance(dossier, Dossier):
        raise FaultyFile(tuple(faults.found))
    return dossier


def place_of(wire: dict[str, Any], row: RowOf) -> dict[str, Any]:
    """Find the block that holds the records; an empty one when there is none."""
    place = wire
    for step in row.path[:-1]:
        inner = place.get(step)
        place = inner if isinstance(inner, dict) else {}
    return place
