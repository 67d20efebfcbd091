# SPDX-License-Identifier: EUPL-1.2
"""What has to be written so that the parts that are kept become the parts of the dossier as it now is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count, groupby
from operator import attrgetter, itemgetter
from typing import TypeAlias

from storage.mapping import Part

KeptRow: TypeAlias = tuple[int, int, str, str, str]
"""Number, position, kind, key and body of a part, as the store gives them."""

_KIND_OF_ROW, _KEY_OF_ROW, _BODY_OF_ROW = map(itemgetter, (2, 3, 4))
_KIND, _KEY, _BODY = map(attrgetter, ("kind", "key", "body"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A part as it stands in the store."""

    number: int
    position: int
    part: Part


@dataclass(frozen=True, slots=True)
class Difference:
    """What to add (place, part), to change (as it is, place, as it becomes) and to remove; kinds in another order."""

    added: tuple[tuple[int, Part], ...]
    changed: tuple[tuple[Kept, int, Part], ...]
    removed: tuple[Kept, ...]
    reordered: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.added or self.changed or self.removed)


def unlike(rows: Iterable[KeptRow], wanted: Iterable[Part]) -> tuple[list[Kept], list[Part]]:
    """Leave out what is the same on both sides and in the same order: nearly all of a dossier, each time it is kept.

    What is left differs in the same way as the whole does. The rows must come in the order of their positions.
    """
    before: dict[str, list[KeptRow]] = defaultdict(list)
    after: dict[str, list[Part]] = defaultdict(list)
    for kind, of_kind in groupby(rows, key=_KIND_OF_ROW):
        before[kind] += of_kind
    for kind, parts in groupby(wanted, key=_KIND):
        after[kind] += parts
    pairs = [_unlike_of_kind(before.get(kind, []), after.get(kind, [])) for kind in {**after, **before}]
    kept = [Kept(own, place, Part(kind, key, body)) for old, _ in pairs for own, place, kind, key, body in old]
    return kept, [part for _, new in pairs for part in new]


def _unlike_of_kind(rows: list[KeptRow], parts: list[Part]) -> tuple[list[KeptRow], list[Part]]:
    if len(rows) != len(parts):
        return rows, parts
    is_named = parts[0].key is not None
    if is_named and list(map(_KEY_OF_ROW, rows)) != list(map(_KEY, parts)):
        return rows, parts
    if list(map(_BODY_OF_ROW, rows)) == list(map(_BODY, parts)):
        return [], []
    if not is_named:  # which of the nameless became which is told by their content
        return rows, parts
    other = [(row, part) for row, part in zip(rows, parts, strict=True) if row[4] != part.body]
    return [row for row, _ in other], [part for _, part in other]


def difference(kept: Iterable[Kept], wanted: Iterable[Part]) -> Difference:
    """Compare part by part; a part whose content and place are the same is not touched."""
    before = {(one.part.kind, one.part.key): one for one in kept}
    added: list[tuple[int, Part]] = []
    changed: list[tuple[Kept, int, Part]] = []
    stay: dict[str, list[Kept]] = defaultdict(list)
    for position, part in _placed(_named(before, wanted), before):
        one = before.pop((part.kind, part.key), None)
        if one is None:
            added.append((position, part))
            continue
        stay[part.kind].append(one)
        if (one.position, one.part.body) != (position, part.body):
            changed.append((one, position, part))
    reordered = tuple(kind for kind, ones in stay.items() if ones != sorted(ones, key=lambda one: one.position))
    return Difference(tuple(added), tuple(changed), tuple(before.values()), reordered)


def _named(before: dict[tuple[str, str | None], Kept], wanted: Iterable[Part]) -> Iterable[Part]:
    """Give records without a name the number under which the same content, or else the next one, is kept."""
    for kind, group in groupby(wanted, key=lambda part: part.kind):
        parts = list(group)
        if parts[0].key is not None:
            yield from parts
            continue
        there = sorted((one for one in before.values() if one.part.kind == kind), key=lambda one: one.position)
        yield from _numbered(parts, [one.part for one in there])


def _numbered(parts: list[Part], there: list[Part]) -> Iterable[Part]:
    free = list(there)
    keys: list[str | None] = []
    for part in parts:
        same = next((one for one in free if one.body == part.body), None)
        if same:
            free.remove(same)
        keys.append(same.key if same else None)
    fresh = count(1 + max((int(one.key or 0) for one in there), default=0))
    spare = iter([one.key for one in free])
    for part, key in zip(parts, keys, strict=True):
        yield Part(part.kind, key or next(spare, None) or str(next(fresh)), part.body)


def _placed(parts: Iterable[Part], before: dict[tuple[str, str | None], Kept]) -> Iterable[tuple[int, Part]]:
    """Give each part a place behind the one before it, the place it has where that is so."""
    last: dict[str, int] = defaultdict(lambda: -1)
    for part in list(parts):
        one = before.get((part.kind, part.key))
        place = one.position if one and one.position > last[part.kind] else last[part.kind] + 1
        last[part.kind] = place
        yield place, part
