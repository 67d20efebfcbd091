# SPDX-License-Identifier: EUPL-1.2
"""From what the index and the names give to what is shown: where it stands, with a piece of the text as typed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from assessment.catalogue.reading import Faults
from assessment.dossier.information import Information
from assessment.found import FoundBy, Hit, Hits, Spot
from assessment.inquiry.gate import is_closed
from assessment.matching import Key
from assessment.names import fold, likeness
from assessment.ports import DossierId
from assessment.snippet import snippet
from assessment.sound import sound_of
from assessment.wire import from_wire
from storage import names, search, tables

MOST_OF_A_DOSSIER: Final = 5
"""Hits of one dossier, so that one does not fill the list."""
MOST_PARTS: Final = 2000
"""Parts that are taken from the index at once."""
MOST_SPREAD: Final = 40
"""Dossiers that are looked into of those in which the words stand in different records."""

_WORD: Final = re.compile(r"\w+")
_ORDER: Final = tuple(FoundBy)


def find(connection: Connection, words: str, limit: int) -> Hits:
    """Find by letters, and by sound what was not found so; at most `limit` hits, the surest first."""
    found = _by_letters(connection, words, limit)
    sounding = _heard(connection, words, MOST_PARTS)
    heard = {number: said for number, said in sounding.items() if number not in found}
    every = {**found, **dict.fromkeys(heard, FoundBy.SOUND)}
    kept = _of_each_dossier(every, limit)
    rows = {row.number: row for row in _rows(connection, kept)}
    hits = [_hit(rows[number], words, every[number], heard.get(number, "")) for number in sorted(rows)]
    best = {one.dossier: min(_ORDER.index(hit.by) for hit in hits if hit.dossier == one.dossier) for one in hits}
    changed = {row.id: row.changed_at.timestamp() for row in rows.values()}
    hits.sort(key=lambda one: (best[one.dossier], -changed[one.dossier], one.dossier, _ORDER.index(one.by)))
    return Hits(tuple(hits), is_all=len(kept) == len(every))


def sounding_dossiers(connection: Connection, words: str) -> list[int]:
    """Give the dossiers with a name that sounds like these words, newest first."""
    return list(dict.fromkeys(number >> tables.PART_BITS for number in _heard(connection, words, MOST_PARTS)))


def spots(connection: Connection, numbers: Iterable[int]) -> dict[int, Any]:
    """Give of some parts where they stand: the part, which of its kind it is, and its dossier."""
    return {row.number: row for row in _rows(connection, numbers)}


def spot_of(row: Row[Any]) -> Spot:
    """Say where a part stands."""
    return Spot(row.kind, row.key.partition("#")[0], row.at)


def _by_letters(connection: Connection, words: str, limit: int) -> dict[int, FoundBy]:
    """Find the parts with all words, whole or begun; where these are few, the parts of dossiers that have all."""
    found = dict.fromkeys(search.parts_with(connection, words, MOST_PARTS, whole=True), FoundBy.WORD)
    if len(found) < MOST_PARTS:
        for number in search.parts_with(connection, words, MOST_PARTS, whole=False):
            found.setdefault(number, FoundBy.BEGINNING)
    if len(found) < limit:
        for number in _spread(connection, words):
            found.setdefault(number, FoundBy.BEGINNING)
    return found


def _spread(connection: Connection, words: str) -> Iterator[int]:
    """Find the parts with one of the words in dossiers that have them all.

    A word that occurs everywhere is looked up only where the others are: reading all its places takes too long.
    """
    sought = [word for word in words.split() if any(sign.isalnum() for sign in word)][: search.MOST_WORDS]
    if len(sought) == 1:
        return
    parts = {word: search.parts_with(connection, word, MOST_PARTS, whole=True) for word in sought}
    for word, found in parts.items():
        if len(found) < MOST_PARTS:
            parts[word] = search.parts_with(connection, word, MOST_PARTS, whole=False)
    rare = [_dossiers(found) for found in parts.values() if len(found) < MOST_PARTS]
    shared = set.intersection(*(rare or [_dossiers(found) for found in parts.values()])) if parts else set()
    newest = sorted(shared, reverse=True)[:MOST_SPREAD]
    for word, found in parts.items():
        if rare and newest and len(found) == MOST_PARTS:
            parts[word] = search.parts_of(connection, word, newest)
    shared = set(newest).intersection(*(_dossiers(found) for found in parts.values()))
    for found in parts.values():
        yield from (number for number in found if number >> tables.PART_BITS in shared)


def _dossiers(parts: Iterable[int]) -> set[int]:
    return {number >> tables.PART_BITS for number in parts}


def _heard(connection: Connection, words: str, limit: int) -> dict[int, str]:
    """Find the parts with a name in which something sounds like each word, with that name; a letter has no sound."""
    sought = [Key(word, sound_of(word)) for word in fold(words).split() if len(word) > 2 and not word.isdecimal()]
    if not sought:
        return {}
    return {row.part: row.said for row in names.sounding(connection, sought, limit)}


def _of_each_dossier(numbers: Mapping[int, FoundBy], limit: int) -> list[int]:
    taken: Counter[int] = Counter()
    kept = []
    for number in sorted(numbers, key=lambda one: _ORDER.index(numbers[one])):
        taken[number >> tables.PART_BITS] += 1
        if taken[number >> tables.PART_BITS] <= MOST_OF_A_DOSSIER:
            kept.append(number)
    return kept[:limit]


def _rows(connection: Connection, numbers: Iterable[int]) -> Sequence[Any]:
    part, other, dossier = tables.part.c, tables.part.alias("other").c, tables.dossier.c
    before = (
        select(func.count())
        .where(other.dossier == part.dossier, other.kind == part.kind, other.position < part.position)
        .scalar_subquery()
    )
    wanted = select(
        part.number, part.kind, part.key, part.body, before.label("at"), dossier.id, dossier.reference,
        dossier.subject, dossier.changed_at,
    ).join(tables.dossier, part.dossier == dossier.number)  # fmt: skip
    return connection.execute(wanted.where(part.number.in_(list(numbers)))).all()


def _hit(row: Row[Any], words: str, by: FoundBy, said: str) -> Hit:
    dossier, spot = DossierId(row.id), spot_of(row)
    if by is FoundBy.SOUND:
        return Hit(dossier, row.reference, row.subject, spot, by, said, score=likeness(words, said))
    body = json.loads(row.body)
    if row.kind == "information" and _is_closed(body):
        return Hit(dossier, row.reference, row.subject, spot, by, "")
    text, ranges = snippet(search.typed(body), _WORD.findall(words)[: search.MOST_WORDS])
    return Hit(dossier, row.reference, row.subject, spot, by, text, ranges)


def _is_closed(body: Any) -> bool:
    """Whether an item may only be read where that is journalled; what cannot be read is not shown either."""
    item = from_wire(Information, body, "$", Faults())
    return not isinstance(item, Information) or is_closed(item)
