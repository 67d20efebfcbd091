# SPDX-License-Identifier: EUPL-1.2
"""The names, addresses and accounts of all dossiers, kept beside their parts, so that they are found by sound too.

What is kept follows from the parts, and is made anew when the way of folding changed (`VERSION`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler
from sqlalchemy import ColumnElement, Connection, Engine, and_, bindparam, delete, func, insert, or_, select

from assessment.addresses import accounts_in
from assessment.matching import Key, compare, keys_of
from assessment.names import ALIKE, LONGEST_NAME, OF_SOMEBODY, NameKind, lender_in
from assessment.sound import sound_of
from storage import setting, tables

VERSION: Final = "1"
"""Raise it when another key is made of the same name: the names are then made anew at the next opening."""
MOST_FOLDED: Final = 500
"""Names nearly the same that are looked at."""
MOST_OF_A_PART: Final = 50
"""Names that are kept of one part."""
_AT_ONCE: Final = 2000

_COLUMNS: Final = ("part", "kind", "said", "folded", "sound")
_DROP: Final = delete(tables.name).where(tables.name.c.part == bindparam("of"))


def add(connection: Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Keep the names of new parts: number, kind and body of each."""
    told = [dict(zip(_COLUMNS, row, strict=True)) for row in _rows_of(rows)]
    if told:
        connection.execute(insert(tables.name), told)


def change(connection: Connection, rows: Sequence[tuple[int, str, str, str]]) -> None:
    """Keep the names of changed parts (number, kind, body before and after) in place of those of before.

    Most parts hold no names, or still the same: of those nothing is written. Of a part that goes they go with it.
    """
    other = [(number, kind, new) for number, kind, old, new in rows if names_of(kind, old) != names_of(kind, new)]
    if other:
        connection.execute(_DROP, [{"of": number} for number, _, _ in other])
        add(connection, other)


def is_built(connection: Connection) -> bool:
    """Whether the names are there, folded as this version folds."""
    return setting.read(connection, setting.NAMES) == VERSION


def rebuild(connection: Connection) -> None:
    """Make all names anew from the parts."""
    connection.execute(delete(tables.name))
    part = tables.part.c
    wanted = select(part.number, part.kind, part.body).order_by(part.number)
    for some in connection.execution_options(yield_per=_AT_ONCE).execute(wanted).partitions():
        add(connection, [(one.number, one.kind, one.body) for one in some])
    setting.write(connection, setting.NAMES, VERSION)


def differing(connection: Connection) -> tuple[int, int, int]:
    """Count what is kept, what is missing of what the parts would give, and what they would not give."""
    part, name = tables.part.c, tables.name.c
    wanted = select(part.number, part.kind, part.body).order_by(part.number)
    kept, missing, stray, done = 0, 0, 0, -1
    for some in connection.execution_options(yield_per=_AT_ONCE).execute(wanted).partitions():
        among = and_(name.part > done, name.part <= some[-1].number)
        done = some[-1].number
        there = Counter(map(tuple, connection.execute(select(*(name[one] for one in _COLUMNS)).where(among))))
        due = Counter(_rows_of((one.number, one.kind, one.body) for one in some))
        kept, missing, stray = kept + there.total(), missing + (due - there).total(), stray + (there - due).total()
    of_none = connection.scalar(select(func.count()).select_from(tables.name).where(name.part > done)) or 0
    return kept + of_none, missing, stray + of_none


def names_of(part_kind: str, body: str) -> tuple[tuple[NameKind, str], ...]:
    """Give the names in a part, each once: of a party, of a source of money, of the place of the activity, accounts."""
    accounts = ((NameKind.ACCOUNT, one) for one in accounts_in(body))
    reader = _READERS.get(part_kind)
    told = reader(json.loads(body)) if reader else ()
    found = dict.fromkeys((kind, said.strip()[:LONGEST_NAME]) for kind, said in (*told, *accounts) if said.strip())
    return tuple(found)[:MOST_OF_A_PART]


def alike(connection: Connection, kind: NameKind, asked: str, besides: int) -> list[Any]:
    """Give the names that are like this one in other dossiers than `besides`: part, kind, said."""
    keys = keys_of(kind, asked)
    if not keys:
        return []
    kinds = OF_SOMEBODY if kind in OF_SOMEBODY else (kind,)
    name = tables.name.c
    among = name.kind.in_([one.value for one in kinds])
    near = _near(connection, keys[0].folded, among) if kind in OF_SOMEBODY else ()
    folded = [one.folded for one in keys] + list(near)
    own = and_(name.part >= besides << tables.PART_BITS, name.part < besides + 1 << tables.PART_BITS)
    heard = name.sound.in_([one.sound for one in keys if one.sound])
    surname = [_holds(sound_of(keys[0].folded.rpartition(" ")[2]))] if kind in OF_SOMEBODY else []
    sought = or_(name.folded.in_(folded), heard, *surname)
    wanted = select(name.part, name.kind, name.said).where(among, ~own, sought)
    rows = connection.execute(wanted.distinct().order_by(name.part)).all()
    return [row for row in rows if compare(kind, asked, row.said) is not None]


def sounding(connection: Connection, words: Sequence[Key], limit: int) -> Sequence[Any]:
    """Give the names of persons and companies in which a word sounds like each of these: part, said; newest first."""
    name = tables.name.c
    of_somebody = name.kind.in_([one.value for one in OF_SOMEBODY])
    heard = [_holds(word.sound) for word in words]
    wanted = select(name.part, name.said).where(of_somebody, *heard)
    return connection.execute(wanted.distinct().order_by(name.part.desc()).limit(limit)).all()


def _holds(heard: str) -> ColumnElement[bool]:
    """Say of a name that one of its words sounds like this."""
    sound = tables.name.c.sound
    # That there is one says nothing new; it lets the database read the index of sounds instead of every row.
    return and_(sound > "", func.instr(" " + sound + " ", f" {heard} ") > 0)


def _near(connection: Connection, asked: str, among: Any) -> Iterator[str]:
    """Give the folded names nearly like this one, or of which one is the end of the other (`vries`, `jan vries`)."""
    all_ = connection.execute(select(tables.name.c.folded).where(among).distinct()).scalars().all()
    by_letters = process.extract(
        asked, all_, scorer=JaroWinkler.normalized_similarity, score_cutoff=ALIKE / 100, limit=MOST_FOLDED
    )
    by_words = process.extract(asked, all_, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=MOST_FOLDED)
    yield from dict.fromkeys(found[0] for found in (*by_letters, *by_words))
    yield from [one for one in all_ if one.endswith(f" {asked}") or asked.endswith(f" {one}")][:MOST_FOLDED]


def _rows_of(parts: Iterable[tuple[int, str, str]]) -> Iterator[tuple[Any, ...]]:
    """Give what is kept of parts, in the order of the columns."""
    for number, part_kind, body in parts:
        for kind, said in names_of(part_kind, body):
            for key in keys_of(kind, said):
                yield number, kind.value, said, key.folded, key.sound


def _of_party(party: dict[str, Any]) -> Iterator[tuple[NameKind, str]]:
    kind = NameKind.PERSON if party.get("kind") == "person" else NameKind.ORGANISATION
    yield kind, str(party.get("name") or "")
    yield NameKind.ADDRESS, str(party.get("address") or "")


def _of_source(source: dict[str, Any]) -> Iterator[tuple[NameKind, str]]:
    yield NameKind.LENDER, lender_in(str(source.get("label") or ""))


def _of_head(head: dict[str, Any]) -> Iterator[tuple[NameKind, str]]:
    application = head.get("application")
    place = application.get("location") if isinstance(application, dict) else None
    if isinstance(place, dict):
        told = (str(place.get(part) or "") for part in ("street", "postcode", "place"))
        yield NameKind.ADDRESS, ", ".join(filter(None, told))


_READERS: Final = {"party": _of_party, "source": _of_source, "head": _of_head}


def build(engine: Engine) -> None:
    """Make the names where they were never made, or in another way: after a migration, or of an older backup."""
    with engine.begin() as connection:
        rebuild(connection)
