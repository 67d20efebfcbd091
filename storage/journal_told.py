# SPDX-License-Identifier: EUPL-1.2
"""Lines of the journal with what they say in words: a part before and after, and what somebody typed with it.

The words stand beside the journal, so that they go with their dossier. What a part became is not kept twice: it is what
the next line about that part says it was, or what the part is now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Connection, select, tuple_

from assessment.journal import JournalEntry
from storage import tables
from storage.chain import about_part

_AT_ONCE: Final = 500
_LEAVES: Final = frozenset({"part.added", "part.changed"})
"""Actions after which the part is there."""


def told(connection: Connection, lines: Sequence[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Fill in what is still kept of the words of these lines."""
    kept = _words(connection, [line.seq for line in lines])
    became = _became(connection, [line for line in lines if line.action in _LEAVES])
    return tuple(_filled(line, kept, became) for line in lines)


def _filled(line: JournalEntry, kept: Mapping[int, tuple[str, str]], became: Mapping[int, str]) -> JournalEntry:
    old, words = kept.get(line.seq, ("", ""))
    return replace(line, old=old, words=words, new=became.get(line.seq, ""))


def _words(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    words = tables.journal_words.c
    found = {}
    for some in _batches(numbers):
        rows = connection.execute(select(words.seq, words.old, words.words).where(words.seq.in_(some)))
        found.update({row.seq: (row.old or "", row.words or "") for row in rows})
    return found


def _became(connection: Connection, lines: Sequence[JournalEntry]) -> dict[int, str]:
    """Give what the part of each line became, by the number of the line."""
    abouts = list(dict.fromkeys(line.about for line in lines))
    later, present = _later(connection, abouts), _present(connection, abouts)
    found = {}
    for line in lines:
        own = later.get(line.about, [])
        after = bisect_right(own, line.seq, key=itemgetter(0))
        found[line.seq] = own[after][1] if after < len(own) else present.get(line.about, "")
    return found


def _later(connection: Connection, abouts: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Give of each part the lines about it in order, with what each says the part was."""
    line, words = tables.journal.c, tables.journal_words.c
    beside = tables.journal.outerjoin(tables.journal_words, line.seq == words.seq)
    found: dict[str, list[tuple[int, str]]] = {}
    for some in _batches(abouts):
        wanted = select(line.seq, line.about, words.old).select_from(beside).where(line.about.in_(some))
        for row in connection.execute(wanted.where(line.action.like("part.%")).order_by(line.seq)):
            found.setdefault(row.about, []).append((row.seq, row.old or ""))
    return found


def _present(connection: Connection, abouts: Iterable[str]) -> dict[str, str]:
    """Give what is in each of these parts now."""
    part, dossier = tables.part.c, tables.dossier.c
    beside = tables.part.join(tables.dossier, part.dossier == dossier.number)
    found = {}
    for some in _batches(abouts):
        paths = [tuple(path) for path in (one.split("/", 2) for one in some) if len(path) == 3]
        wanted = select(dossier.id, part.kind, part.key, part.body).select_from(beside)
        for row in connection.execute(wanted.where(tuple_(dossier.id, part.kind, part.key).in_(paths))):
            found[about_part(row.id, row.kind, row.key)] = row.body
    return found


def _batches(several: Iterable[Any]) -> Iterator[list[Any]]:
    whole = list(several)
    return (whole[at : at + _AT_ONCE] for at in range(0, len(whole), _AT_ONCE))
