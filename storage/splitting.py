# SPDX-License-Identifier: EUPL-1.2
"""Taking a dossier apart, with a look at each part whether it would come back as it is.

A dossier that an officer works on is kept again and again with one change in it: what did not change since the last
time is not written and looked at anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from assessment.catalogue.reading import Faults
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing
from assessment.errors import Fault, FaultyFile
from assessment.wire import LONGEST_LIST, reader_of, to_wire
from storage.mapping import HEAD, ROWS, SINGLES, Part, RowOf, place_of, read_shape


class Written:
    """How the records of the dossier that was split last were written, so that a change costs what changed.

    Records are frozen; the same object is written the same way, and what was read back once can be read back again.
    """

    def __init__(self) -> None:
        self._rows: dict[str, tuple[tuple[Any, ...], tuple[Part, ...]]] = {}
        self._rest: tuple[tuple[object, ...], tuple[Part, ...]] = ((), ())

    def forget(self) -> None:
        """Let go of all of it."""
        self._rows, self._rest = {}, ((), ())

    def parts(self, dossier: Dossier) -> tuple[Part, ...]:
        """Take a dossier apart; raises FaultyFile for what could not be read back."""
        found = [part for row in ROWS for part in self._of(row, _listed(dossier, row))]
        head, *singles = self._of_rest(_emptied(dossier))
        return (head, *found, *singles)

    def _of(self, row: RowOf, records: tuple[Any, ...]) -> tuple[Part, ...]:
        before, parts = self._rows.get(row.kind, ((), ()))
        if before is not records:
            known = {id(one): (one, part) for one, part in zip(before, parts, strict=True)}
            parts = tuple(_written_row(row, records, known))
            self._rows[row.kind] = records, parts
        return parts

    def _of_rest(self, rest: Dossier) -> tuple[Part, ...]:
        values = (*_values(rest), *_values(rest.financing))
        before, parts = self._rest
        if len(before) != len(values) or any(one is not other for one, other in zip(before, values, strict=True)):
            parts = _head_and_singles(rest)
            self._rest = values, parts
        return parts


def split(dossier: Dossier) -> tuple[Part, ...]:
    """Take a dossier apart; raises FaultyFile for what could not be read back."""
    return Written().parts(dossier)


def _written_row(row: RowOf, records: tuple[Any, ...], known: dict[int, tuple[Any, Part]]) -> Iterator[Part]:
    """Write the records of a kind but for those, told by their identity, that were written before."""
    if len(records) > LONGEST_LIST:
        raise FaultyFile((Fault(f"$.{'.'.join(row.path)}", f"deze lijst is langer dan {LONGEST_LIST}"),))
    names = _unique(str(getattr(one, row.name)) if row.name else None for one in records)
    for number, (name, one) in enumerate(zip(names, records, strict=True)):
        _, part = known.get(id(one), (None, None))
        if part is None or part.key != name:
            part = Part(row.kind, name, _body(row, number, one))
        yield part


def _body(row: RowOf, number: int, record: object) -> str:
    """Write a record, after a look whether it would come back as it is; raises FaultyFile."""
    wire, faults = to_wire(record), Faults()
    body = _written(wire)
    again = reader_of(_kind(row.path))(
        json.loads(body, parse_float=Decimal), f"$.{'.'.join(row.path)}[{number}]", faults
    )
    if faults.found:
        raise FaultyFile(tuple(faults.found))
    if to_wire(again) != wire:
        raise ValueError("a record that would not come back as it is")
    return body


@cache
def _kind(path: tuple[str, ...]) -> Any:
    """Find the type of the records that stand there."""
    hint = get_type_hints(Dossier if len(path) == 1 else Financing)[path[-1]]
    return get_args(hint)[0]


def _head_and_singles(rest: Dossier) -> tuple[Part, ...]:
    wire = to_wire(rest)
    if to_wire(read_shape(json.loads(json.dumps(wire), parse_float=Decimal))) != wire:
        raise ValueError("a dossier that would not come back as it is")
    singles = tuple(_singles(wire))
    return (Part(HEAD, HEAD, _written(wire)), *singles)


def _emptied(dossier: Dossier) -> Dossier:
    """Leave an empty list where records were; an absent list stays absent."""
    emptied: dict[str, Any] = {row.path[0]: () for row in ROWS if len(row.path) == 1 and _listed(dossier, row)}
    if isinstance(dossier.financing, Financing):
        inner: dict[str, Any] = {row.path[1]: () for row in ROWS if len(row.path) > 1 and _listed(dossier, row)}
        emptied["financing"] = replace(dossier.financing, **inner)
    return replace(dossier, **emptied)


def _listed(dossier: Dossier, row: RowOf) -> tuple[Any, ...]:
    """Give the records of a kind; none where the block that holds them is not there."""
    value: Any = dossier
    for step in row.path:
        value = getattr(value, step, ())
    return cast("tuple[Any, ...]", value)


def _values(record: object) -> tuple[object, ...]:
    """Give what stands in a record but the financing, of which the values are looked at one by one."""
    if not is_dataclass(record):
        return (record,)
    return tuple(getattr(record, one.name) for one in fields(record) if one.name != "financing")


def _singles(wire: dict[str, Any]) -> Iterator[Part]:
    for row in SINGLES:
        place = place_of(wire, row)
        if row.path[-1] in place:
            yield Part(row.kind, row.kind, _written(place.pop(row.path[-1])))


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
