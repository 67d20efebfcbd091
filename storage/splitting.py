# SPDX-License-Identifier: EUPL-1.2
"""Taking a dossier apart, with a look at each part whether it would come back as it is.

A dossier that an officer works on is kept again and again with one change in it: what did not change since the last
time is not written and looked at anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from itertools import repeat
from operator import attrgetter, is_
from typing import Any, TypeAlias, cast, get_args, get_type_hints

from assessment.catalogue.reading import Faults
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing
from assessment.errors import Fault, FaultyFile
from assessment.wire import LONGEST_LIST, reader_of, to_wire
from storage.mapping import HEAD, ROWS, SINGLES, Part, RowOf, place_of, read_shape

Getter: TypeAlias = Callable[[Any], Any]


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
        head, *singles = self._of_rest(dossier)
        return (head, *found, *singles)

    def _of(self, row: RowOf, records: tuple[Any, ...]) -> tuple[Part, ...]:
        before, parts = self._rows.get(row.kind, ((), ()))
        if before is not records:
            # `before` holds on to the records: while it does, no other record has the identity of one of them.
            parts = tuple(_written_row(row, records, dict(zip(map(id, before), parts, strict=True))))
            self._rows[row.kind] = records, parts
        return parts

    def _of_rest(self, dossier: Dossier) -> tuple[Part, ...]:
        values = _rest(dossier)
        before, parts = self._rest
        if len(before) != len(values) or not all(map(is_, before, values)):
            parts = _head_and_singles(_emptied(dossier))
            self._rest = values, parts
        return parts


def split(dossier: Dossier) -> tuple[Part, ...]:
    """Take a dossier apart; raises FaultyFile for what could not be read back."""
    return Written().parts(dossier)


def _written_row(row: RowOf, records: tuple[Any, ...], known: dict[int, Part]) -> Iterator[Part]:
    """Write the records of a kind but for those, told by their identity, that were written before."""
    if len(records) > LONGEST_LIST:
        raise FaultyFile((Fault(f"$.{'.'.join(row.path)}", f"deze lijst is langer dan {LONGEST_LIST}"),))
    for number, (name, one) in enumerate(zip(_names(row, records), records, strict=True)):
        part = known.get(id(one))
        yield part if part and part.key == name else Part(row.kind, name, _body(row, number, one))


def _names(row: RowOf, records: tuple[Any, ...]) -> Iterable[str | None]:
    """Give each record a name of its own; none where the records of the kind are nameless."""
    if row.name is None:
        return repeat(None, len(records))
    names = [str(one) for one in map(attrgetter(row.name), records)]
    return names if len(set(names)) == len(names) else _unique(names)


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


def _getters(record: type, *block: str) -> tuple[Getter, Getter]:
    """Give what takes the lists of records out of a dossier or a block of it, and what takes the other values."""
    lists = {row.path[-1] for row in ROWS if row.path[:-1] == block}
    blocks = {row.path[0] for row in ROWS if len(row.path) > len(block) + 1}
    others = [one.name for one in fields(record) if one.name not in lists | blocks]
    return attrgetter(*sorted(lists)), attrgetter(*others)


_LISTS, _OWN = _getters(Dossier)
_LISTS_OF_FINANCING, _OWN_OF_FINANCING = _getters(Financing, "financing")


def _listed(dossier: Dossier, row: RowOf) -> tuple[Any, ...]:
    """Give the records of a kind; none where the block that holds them is not there."""
    value: Any = dossier
    for step in row.path:
        value = getattr(value, step, ())
    return cast("tuple[Any, ...]", value)


def _rest(dossier: Dossier) -> tuple[object, ...]:
    """Give what is left without the records, value by value, also of the financing."""
    own, financing = (*_OWN(dossier), *map(_empty, _LISTS(dossier))), dossier.financing
    if not isinstance(financing, Financing):
        return (*own, financing)
    return (*own, *_OWN_OF_FINANCING(financing), *map(_empty, _LISTS_OF_FINANCING(financing)))


def _empty(records: tuple[Any, ...]) -> tuple[Any, ...]:
    return () if records else records


def _singles(wire: dict[str, Any]) -> Iterator[Part]:
    for row in SINGLES:
        place = place_of(wire, row)
        if row.path[-1] in place:
            yield Part(row.kind, row.kind, _written(place.pop(row.path[-1])))


def _unique(names: Iterable[str]) -> Iterator[str]:
    """Tell apart records that bear the same name."""
    seen: set[str] = set()
    for name in names:
        other, turn = name, 2
        while other in seen:
            other, turn = f"{name}#{turn}", turn + 1
        seen.add(other)
        yield other


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
