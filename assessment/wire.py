# SPDX-License-Identifier: EUPL-1.2
"""Between frozen records and JSON values, driven by the types of the records.

Reading reports every fault with its JSON path instead of stopping at the first. An absent key,
`null` and an empty list stay three different things (see `assessment.known`), so that what was
read is written back without loss.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from assessment.catalogue.reading import Faults
from assessment.dates import Period, When
from assessment.dossier.application import Permit
from assessment.known import NOT_KNOWN, NOT_LISTED, NotKnown, Opaque
from assessment.money import Fraction, Money
from assessment.wire_values import BAD, PLAIN, Reader, bad, scalar, told

LONGEST_LIST = 100_000


def wire_name(attribute: str) -> str:
    """Give the key of an attribute: `from_` is written as `from`."""
    return attribute.rstrip("_")


def to_wire(value: object) -> Any:
    """Give the JSON value of a record or of anything in it."""
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, tuple):
        return [to_wire(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, When | date):
        return str(value)
    if isinstance(value, Period):
        return str(value.first) if value.last is None else [str(value.first), str(value.last)]
    if isinstance(value, Permit) and value.is_plain:
        return value.type
    return _record_to_wire(value)


_AS_THEY_ARE = frozenset({str, bool, int})
Writer = Callable[[Any], Any]


def _record_to_wire(record: Any) -> dict[str, Any]:
    kind = getattr(type(record), "kind", None)
    out: dict[str, Any] = {}
    for name, attribute, writer in _writers(cast(Hashable, type(record))):
        value = getattr(record, attribute)
        if value is NOT_KNOWN or value is NOT_LISTED:
            continue
        out[name] = writer(value)
        if name == "id" and isinstance(kind, str):
            out["kind"] = kind
    return out


@cache
def _writers(record: Hashable) -> tuple[tuple[str, str, Writer], ...]:
    """Find the key, the attribute and the writer of each field of a record type, once."""
    return tuple((wire_name(one.name), one.name, _writer_of(hint)) for one, hint in _shape(record))


def _writer_of(hint: object) -> Writer:
    parts = {hint, *get_args(hint)}
    if Opaque in parts:
        return _opaque_to_wire
    if Money in parts:
        return lambda value: None if value is None else f"{value:.2f}"
    return _number_to_wire if parts & {Fraction, Decimal} else to_wire


def _opaque_to_wire(value: Any) -> Any:
    if isinstance(value, tuple):
        return [json.loads(one) for one in value]
    return None if value is None else json.loads(value)


def _number_to_wire(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return to_wire(value)
    return int(value) if value.as_tuple().exponent == 0 else float(value)


@cache
def _shape(record: Hashable) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(record)
    return tuple((one, hints[one.name]) for one in fields(cast("type[Any]", record)))


def from_wire(kind: type, raw: Any, where: str, faults: Faults) -> Any:
    """Read a record of a type; gives None when a fault makes it impossible to build."""
    found = _record(kind)(raw, where, faults)
    return None if found is BAD else found


@cache
def _record(kind: type) -> Reader:
    readers = {wire_name(one.name): (one, reader_of(hint)) for one, hint in _shape(kind)}
    told_kind = getattr(kind, "kind", None)

    def read(raw: Any, where: str, faults: Faults) -> Any:
        if not isinstance(raw, Mapping):
            return bad(faults, where, "hier hoort een blok met sleutels te staan")
        values: dict[str, Any] = {}
        for key in raw:
            if key not in readers and not (key == "kind" and isinstance(told_kind, str)):
                faults.add(f"{where}.{key}", "deze sleutel is onbekend")
        for key, (one, reader) in readers.items():
            if key in raw:
                values[one.name] = reader(raw[key], f"{where}.{key}", faults)
            elif one.default is MISSING and one.default_factory is MISSING:
                faults.add(f"{where}.{key}", "deze sleutel ontbreekt")
                values[one.name] = BAD
        return BAD if BAD in values.values() else kind(**values)

    return read


@cache
def reader_of(hint: Any) -> Reader:
    """Find the reader for a type as it stands in a record."""
    if hint is Permit:
        return _permit
    if get_origin(hint) in (Union, types.UnionType):
        return _choice(hint)
    if get_origin(hint) is tuple:
        return _row(reader_of(get_args(hint)[0]))
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    raise TypeError(f"no reader for {hint!r}")


def _permit(raw: Any, where: str, faults: Faults) -> Any:
    """Read a permit: its bare code, or a record whose id is the code unless it says otherwise."""
    if isinstance(raw, str):
        return Permit(raw, raw)
    if isinstance(raw, Mapping) and "id" not in raw and "type" in raw:
        raw = {"id": raw["type"], **raw}
    return _record(Permit)(raw, where, faults)


def _choice(hint: Any) -> Reader:
    options = tuple(one for one in get_args(hint) if one is not NotKnown and one is not type(None))
    none_allowed = type(None) in get_args(hint)
    inner = reader_of(options[0]) if len(options) == 1 else _one_of(options)

    def read(raw: Any, where: str, faults: Faults) -> Any:
        if raw is None:
            return None if none_allowed else bad(faults, where, "null heeft hier geen betekenis; laat de sleutel weg")
        return inner(raw, where, faults)

    return read


def _one_of(options: tuple[Any, ...]) -> Reader:
    """Read one of several records, told apart by their `kind`; or a bare value."""
    kinds: dict[str, Reader] = {one.kind: _record(one) for one in options if hasattr(one, "kind")}
    if not kinds:
        return scalar

    def read(raw: Any, where: str, faults: Faults) -> Any:
        kind = raw.get("kind") if isinstance(raw, Mapping) else None
        if not isinstance(kind, str) or kind not in kinds:
            return bad(faults, f"{where}.kind", f"{told(kind)} kan hier niet; kies uit: {', '.join(kinds)}")
        return kinds[kind](raw, where, faults)

    return read


def _row(inner: Reader) -> Reader:
    def read(raw: Any, where: str, faults: Faults) -> Any:
        if not isinstance(raw, list):
            return bad(faults, where, "hier hoort een lijst te staan")
        if len(raw) > LONGEST_LIST:
            return bad(faults, where, f"deze lijst is te lang (meer dan {LONGEST_LIST})")
        values = tuple(inner(one, f"{where}[{number}]", faults) for number, one in enumerate(raw))
        return BAD if BAD in values else values

    return read


def _word(kind: type[Enum]) -> Reader:
    words = {one.value: one for one in kind}

    def read(raw: Any, where: str, faults: Faults) -> Any:
        if isinstance(raw, str) and raw in words:
            return words[raw]
        return bad(faults, where, f"{told(raw)} kan hier niet; kies uit: {', '.join(words)}")

    return read
