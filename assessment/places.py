# SPDX-License-Identifier: EUPL-1.2
"""Finding the values at a place in a JSON value, such as `facts[].links[].permit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Found(NamedTuple):
    """One value and its JSON path."""

    where: str
    value: Any


def found(raw: Any, place: str, where: str = "$") -> Iterator[Found]:
    """Give every value at a place; what is missing or of another shape is passed over."""
    head, _, rest = place.partition(".")
    key, in_list = head.removesuffix("[]"), head.endswith("[]")
    if not isinstance(raw, Mapping) or key not in raw:
        return
    inner = raw[key]
    if not in_list:
        yield from _further(inner, rest, f"{where}.{key}")
    elif isinstance(inner, list):
        for number, one in enumerate(inner):
            yield from _further(one, rest, f"{where}.{key}[{number}]")


def _further(raw: Any, rest: str, where: str) -> Iterator[Found]:
    if rest:
        yield from found(raw, rest, where)
    else:
        yield Found(where, raw)


def texts(raw: Any, *places: str) -> set[str]:
    """Give the texts that stand at these places."""
    return {one.value for place in places for one in found(raw, place) if isinstance(one.value, str)}
