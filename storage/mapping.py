# SPDX-License-Identifier: EUPL-1.2
"""Between a dossier and the parts that it is kept in: one per record, and a head for the rest.

The parts are JSON, as in a dossier file. A list leaves an empty list in the head; so an absent list, an empty one and
`null` stay three different things, and the dossier comes back as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from assessment.catalogue.reading import Faults
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile
from assessment.wire import from_wire, to_wire

HEAD: Final = "head"


@dataclass(frozen=True, slots=True)
class Part:
    """One record as JSON; `key` is None where records have no name of their own."""

    kind: str
    key: str | None
    body: str


@dataclass(frozen=True, slots=True)
class _Row:
    """Where the records of a kind stand in the dossier, and which of their keys names them."""

    kind: str
    path: tuple[str, ...]
    name: str | None = None


_ROWS: Final = (
    _Row("party", ("parties",), "id"),
    _Row("relation", ("relations",), "id"),
    _Row("information", ("information",), "id"),
    _Row("fact", ("facts",), "id"),
    _Row("need", ("financing", "need")),
    _Row("source", ("financing", "sources")),
    _Row("document", ("documents",), "id"),
    _Row("answer", ("answers",), "question"),
    _Row("event", ("events",)),
    _Row("bureau_advice", ("bureau_advices",), "id"),
    _Row("hearing", ("hearings",), "id"),
    _Row("review", ("reviews",)),
)
_SINGLES: Final = (
    _Row("operations", ("financing", "operations")),
    _Row("conclusion", ("conclusion",)),
    _Row("signals", ("signals",)),
    _Row("plan", ("plan",)),
)


def split(dossier: Dossier) -> tuple[Part, ...]:
    """Take a dossier apart; raises FaultyFile for what could not be read back."""
    wire = to_wire(dossier)
    if to_wire(_read(json.loads(json.dumps(wire), parse_float=Decimal))) != wire:
        raise ValueError("a dossier that would not come back as it is")
    parts = [*_records(wire), *_singles(wire)]
    return (Part(HEAD, HEAD, _written(wire)), *parts)


def join(parts: Iterable[Part]) -> Dossier:
    """Put a dossier together again, parts of a kind in their order; raises FaultyFile, or KeyError without a head."""
    found: dict[str, list[Any]] = {}
    for part in parts:
        found.setdefault(part.kind, []).append(json.loads(part.body, parse_float=Decimal))
    wire = found[HEAD][0]
    for row in _SINGLES:
        if row.kind in found:
            _place(wire, row)[row.path[-1]] = found[row.kind][0]
    for row in _ROWS:
        if row.kind in found:
            _place(wire, row)[row.path[-1]] = found[row.kind]
    return _read(wire)


def _read(wire: Any) -> Dossier:
    """Read the shape only: a dossier in progress may speak of what is not there yet."""
    faults = Faults()
    dossier = from_wire(Dossier, wire, "$", faults)
    if faults.found or not isinstance(dossier, Dossier):
        raise FaultyFile(tuple(faults.found))
    return dossier


def _records(wire: dict[str, Any]) -> Iterator[Part]:
    """Take the records out and leave empty lists behind."""
    for row in _ROWS:
        place = _place(wire, row)
        if place.get(row.path[-1]):
            records, place[row.path[-1]] = place[row.path[-1]], []
            names = _unique(str(record[row.name]) if row.name else None for record in records)
            yield from (Part(row.kind, name, _written(one)) for name, one in zip(names, records, strict=True))


def _singles(wire: dict[str, Any]) -> Iterator[Part]:
    for row in _SINGLES:
        place = _place(wire, row)
        if row.path[-1] in place:
            yield Part(row.kind, row.kind, _written(place.pop(row.path[-1])))


def _place(wire: dict[str, Any], row: _Row) -> dict[str, Any]:
    """Find the block that holds the records; an empty one when there is none."""
    place = wire
    for step in row.path[:-1]:
        inner = place.get(step)
        place = inner if isinstance(inner, dict) else {}
    return place


def _unique(names: Iterable[str | None]) -> Iterator[str | None]:
    """Tell apart records that bear the same name; the nameless stay nameless."""
    seen: set[str] = set()
    for name in names:
        other, turn = name, 2
        while other is not None and other in seen:
            other, turn = f"{name}#{turn}", turn + 1
        if other is not None:
            seen.add(other)
        yield other


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
