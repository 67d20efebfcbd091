# SPDX-License-Identifier: EUPL-1.2
"""Small changes of a file, by chance: of its bytes, or of what stands in it as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any, Final

ODD: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, -(2**63), 10**30, 0.5, 1e308, "", " ", "0", "nee", "\x00", "ı",
    "é" * 40, "2026-02-30", "9999-12-31", "0001-01-01", "2026-13", "-1.00", "1e9", "Infinity", "NaN", "\ud7ff", [], {},
    [[]], {"": ""}, "a" * 5000,
)  # fmt: skip
"""Values where a reader expects another one."""

ODD_BYTES: Final = (b'"', b"{", b"[" * 500, b"\xff\xfe", b"\x00", b": ", b"\n", b"\xef\xbb\xbf", b"1" * 5000)

MOST: Final = 64 * 1024
"""Bytes; what has grown beyond that is cut."""


def of_bytes(text: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """Change some bytes: flip, take away, repeat, put in, or go on with another file."""
    found = bytearray(text)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.choice((1, 1, 2, 8, 64, 512)))
        part = bytes(found[start:end])
        found[start:end] = chance.choice((
            lambda part=part: bytes(byte ^ (1 << chance.randrange(8)) for byte in part),
            lambda: b"",
            lambda part=part: part * chance.choice((2, 3, 20)),
            lambda part=part: bytes(chance.randrange(256) for _ in part),
            lambda: chance.choice(ODD_BYTES),
            lambda start=start: chance.choice(others)[start:],
        ))()  # fmt: skip
    return bytes(found[:MOST])


def of_json(text: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """Change values in a JSON document; bytes that are none are changed as bytes."""
    try:
        value, other = json.loads(text), json.loads(chance.choice(others))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            value = _changed(value, [*ODD, *(one for _, one in _places(other))], chance)
    except (ValueError, RecursionError):
        return of_bytes(text, others, chance)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")[:MOST]


def _changed(value: Any, values: Sequence[Any], chance: Random) -> Any:
    """Set, take away or repeat what stands at one place."""
    places = [put for put, _ in _places(value)]
    if not places:
        return deepcopy(chance.choice(values))
    chance.choice(places)(deepcopy(chance.choice(values)), chance)
    return value


Put = Callable[[Any, Random], None]


def _places(value: Any) -> Iterator[tuple[Put, Any]]:
    """List every place in a document with what stands there."""
    if isinstance(value, dict):
        for key in list(value):
            yield lambda new, chance, value=value, key=key: _put_key(value, key, new, chance), value[key]
            yield from _places(value[key])
    elif isinstance(value, list):
        for number in range(len(value)):
            yield lambda new, chance, value=value, at=number: _put_item(value, at, new, chance), value[number]
            yield from _places(value[number])


def _put_key(value: dict[str, Any], key: str, new: Any, chance: Random) -> None:
    what = chance.randrange(4)
    if what == 0:
        value.pop(key, None)
    elif what == 1 and key in value:
        value[str(new)[:40]] = value.pop(key)
    else:
        value[key] = new


def _put_item(value: list[Any], at: int, new: Any, chance: Random) -> None:
    what = chance.randrange(4)
    if what == 0:
        del value[at : at + 1]
    elif what == 1:
        value[at:at] = value[at : at + 1] * chance.choice((1, 2, 30))
    else:
        value[at : at + 1] = [new]
