# SPDX-License-Identifier: EUPL-1.2
"""Full-text search over what officers typed. All SQL that only SQLite knows stands here (and in the migrations).

The index holds one row per part of a dossier; the number of a part tells its dossier (see `tables.PART_BITS`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, bindparam, text
from sqlalchemy.sql import select

from storage import tables
from storage.prepared import Prepared

MOST_WORDS: Final = 16
LONGEST_WORD: Final = 64
_AT_ONCE: Final = 1000

_PUT: Final = Prepared(text("INSERT OR REPLACE INTO search(rowid, words) VALUES (:number, :words)"))
_DROP: Final = Prepared(text("DELETE FROM search WHERE rowid = :number"))

_NOT_TYPED: Final = frozenset(
    {
        "format", "id", "kind", "from", "to", "actor", "capacity", "party", "lender", "about", "sources", "permit",
        "instrument", "procedure", "trigger", "route", "role", "status", "purpose", "source_kind", "source_grade",
        "content_grade", "classification", "visible_to_subject", "forward", "evidence", "degree", "decision", "link",
        "suspicion", "subject", "offence_plausible", "verdict", "seal", "for_file", "invoked", "seen_source",
        "follows", "fact",
    }
)  # fmt: skip
"""Keys whose values are chosen from a list or lead to another record: nobody typed them."""

_FOLDED: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ĳ": "ij", "ß": "ss"}
)
"""Letters that the index does not fold by itself."""


def put(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index parts by number and body, in place of what was indexed of them before."""
    _PUT.run_all(connection, ({"number": number, "words": words_of(body)} for number, body in rows))


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Take parts out of the index."""
    _DROP.run_all(connection, ({"number": number} for number in numbers))


def rebuild(connection: Connection) -> None:
    """Index every part of every dossier, where nothing is indexed yet."""
    part = tables.part.c
    rows = connection.execute(select(part.number, part.body).execution_options(yield_per=_AT_ONCE))
    for some in rows.partitions():
        put(connection, ((row.number, row.body) for row in some))


def count(connection: Connection) -> tuple[int, int, int]:
    """Count what is indexed, the parts that are not, and what is indexed of parts that are not there.

    Whether the index fits the words in it, the library looks at with all other indexes (`audit.faults_of_file`).
    """
    asked = (
        "SELECT count(*) FROM search",
        "SELECT count(*) FROM part WHERE NOT EXISTS (SELECT 1 FROM search WHERE search.rowid = part.number)",
        "SELECT count(*) FROM search WHERE NOT EXISTS (SELECT 1 FROM part WHERE part.number = search.rowid)",
    )
    indexed, missing, left = (int(connection.execute(text(one)).scalar_one()) for one in asked)
    return indexed, missing, left


def other_words(connection: Connection) -> int:
    """Count the parts that are indexed with other words than stand in them."""
    asked = "SELECT part.body, search.words FROM part JOIN search ON search.rowid = part.number"
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(text(asked))
    return sum(words_of(body) != words for body, words in rows)


def all_occur(words: str) -> list[ColumnElement[bool]]:
    """Say of a dossier that each word begins a word somewhere in it; none of them when there is nothing to seek."""
    return [
        tables.dossier.c.number.in_(
            select(text(f"rowid >> {tables.PART_BITS}"))
            .select_from(text("search"))
            .where(text(f"search MATCH :word{number}").bindparams(**{f"word{number}": word}))
        )
        for number, word in enumerate(_phrases(words))
    ]


def parts_with(connection: Connection, words: str, limit: int, *, whole: bool) -> list[int]:
    """Give the parts in which each word stands whole there, or begins a word; newest first."""
    phrases = [one.removesuffix("*") if whole else one for one in _phrases(words)]
    if not phrases:
        return []
    asked = text("SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT :limit")
    joined = " AND ".join(phrases)
    return [int(one) for one in connection.execute(asked, {"words": joined, "limit": limit}).scalars()]


def parts_of(connection: Connection, word: str, dossiers: Iterable[int]) -> list[int]:
    """Give the parts of these dossiers in which a word begins a word."""
    asked = text("SELECT rowid FROM search WHERE search MATCH :words AND rowid >> :bits IN :dossiers")
    among = asked.bindparams(bindparam("dossiers", expanding=True))
    told = {"words": " AND ".join(_phrases(word)), "dossiers": list(dossiers), "bits": tables.PART_BITS}
    return [int(one) for one in connection.execute(among, told).scalars()]


def words_of(body: str) -> str:
    """Give the text of a part that is searched."""
    return fold("\n".join(typed(json.loads(body))))


def fold(words: str) -> str:
    """Give the letters under which a word is found; the index itself folds case and accents."""
    return words.lower().translate(_FOLDED)


def is_not_of_search(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
    """Whether Alembic may compare this: the tables behind the index are not ours."""
    return not (kind == "table" and (name or "").startswith("search"))


def typed(value: object) -> Iterator[str]:
    """Give the texts in a JSON value that an officer typed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from typed(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _NOT_TYPED:
                yield from typed(one)


def _phrases(words: str) -> list[str]:
    """Write each word so that nothing in it is read as a command of the query language; the end may be missing."""
    sought = [word[:LONGEST_WORD] for word in fold(words).split() if any(sign.isalnum() for sign in word)]
    return ['"{}"*'.format(word.replace('"', '""').replace("\0", "")) for word in sought[:MOST_WORDS]]
