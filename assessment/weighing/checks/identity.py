# SPDX-License-Identifier: EUPL-1.2
"""X06, X16 and L19: the only checks that read who somebody is. They ask whether a record is right, nothing else.

Whether two records are one party cannot be seen without names, numbers and dates of birth. Nothing that weighs may
read them (law.md N2; blueprint principle 10).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from assessment.dates import When
from assessment.dossier.party import Party, Person
from assessment.inquiry.lasting import Lasting, anchor_of
from assessment.known import known
from assessment.numbers import REPRESENTING, representatives
from assessment.weighing.checks.case import Case, Raised, raised

_ALIKE: Final = 0.85
"""How much of two names must agree."""

_ALIKE_BORN: Final = 0.75
"""How much is enough for two persons who were born on the same day."""

_SAME_WORD: Final = 0.7
"""Below this it is another word and not another spelling: `Vink Horeca` is not `Vink Beheer`."""

_ROMAN: Final = frozenset("ivx")


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look for one party recorded twice, and for numbers without a basis."""
    same = set(_same(case))
    for pair in sorted(same):
        yield raised("X06-same", *pair)
    for pair in sorted(set(_spellings(case)) - same):
        yield raised("X16-spelling", *pair)
    yield from _citizen_numbers(case)


def _same(case: Case) -> Iterator[tuple[str, ...]]:
    """Two records that are probably one party: the same number, or the same name in another order or notation."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for party in case.whole.parties:
        for mark in _marks(party):
            groups[mark].add(party.id)
    for group in groups.values():
        if len(group) > 1:
            yield tuple(sorted(group))


def _marks(party: Party) -> Iterator[Hashable]:
    name = plain_name(party.name)
    if isinstance(party, Person):
        if known(party.bsn):
            yield "bsn", party.bsn
        if name:
            yield "person", name, str(known(party.born) or "")
    else:
        if known(party.kvk):
            yield "kvk", party.kvk
        if name:
            yield "organisation", name


def plain_name(name: str) -> tuple[str, ...]:
    """Write a name without case, accents, points, hyphens and order of words."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(one if one.isalnum() else " " for one in letters if not unicodedata.combining(one) and one != ".")
    return tuple(sorted(plain.split()))


def _spellings(case: Case) -> Iterator[tuple[str, ...]]:
    """Compare each name with its neighbour among those with the same initials, and among those with the same date.

    Neighbours only, so that thousands of parties stay quick; a spelling that changes an initial is seen by its date.
    """
    blocks: dict[Hashable, list[tuple[tuple[str, ...], Party]]] = defaultdict(list)
    for party in case.whole.parties:
        name = plain_name(party.name)
        if name:
            blocks[party.kind, tuple(sorted(word[0] for word in name))].append((name, party))
        if name and isinstance(party, Person) and isinstance(party.born, When):
            blocks[party.kind, party.born].append((name, party))
    for block in blocks.values():
        block.sort(key=lambda one: (one[0], one[1].id))
        for (name, one), (other_name, other) in pairwise(block):
            if one.id != other.id and _is_alike(name, one, other_name, other):
                yield tuple(sorted((one.id, other.id)))


def _is_alike(name: tuple[str, ...], one: Party, other_name: tuple[str, ...], other: Party) -> bool:
    """Whether two names differ in spelling only; other numbers or dates make them two parties."""
    if name == other_name or _numbers(name) != _numbers(other_name):
        return False
    first, second = _date(one), _date(other)
    if first is not None and second is not None and first != second:
        return False
    both = (_likeness(name, other_name), _likeness(other_name, name))
    whole, least = (min(part) for part in zip(*both, strict=True))
    if isinstance(one, Person) and first is not None and first == second:
        return whole >= _ALIKE_BORN
    return whole >= _ALIKE and least >= _SAME_WORD


def _likeness(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, float]:
    """Give how much of a name is found in another, and how well its worst word is."""
    found = [(len(word), max(SequenceMatcher(None, word, one).ratio() for one in other)) for word in name]
    whole = sum(length * part for length, part in found) / sum(length for length, _ in found)
    return whole, min(part for _, part in found)


def _numbers(name: tuple[str, ...]) -> list[str]:
    """Give the words that count: `Beheer II` is another company than `Beheer I`."""
    return [word for word in name if any(one.isdigit() for one in word) or set(word) <= _ROMAN]


def _date(party: Party) -> When | None:
    return known(party.born) if isinstance(party, Person) else known(party.founded_on)


def _citizen_numbers(case: Case) -> Iterator[Raised]:
    """Art. 7a par. 2 under c gives a basis for subject and representative only (law.md N12).

    Whoever had left before the application came in represented nobody in it.
    """
    dossier, anchor = case.whole, anchor_of(case.dossier)
    directing = [
        (one.from_, one.to)
        for one in dossier.relations
        if one.role in REPRESENTING and Lasting(one.since, one.until).is_running(anchor, case.on)
    ]
    organisations = [one.id for one in dossier.parties if not one.is_person]
    allowed = {*dossier.subject, *representatives(dossier.subject, organisations, directing)}
    numbered = (one.id for one in dossier.parties if isinstance(one, Person) and isinstance(one.bsn, str))
    others = [id_ for id_ in numbered if id_ not in allowed]
    if others:
        yield raised("L19-number", *others)
