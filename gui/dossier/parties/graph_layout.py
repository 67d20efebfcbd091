# SPDX-License-Identifier: EUPL-1.2
"""Where each party stands in the picture: below the one through whom it is tied to the subject, as near as it can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gui.dossier.parties.links import Link


@dataclass(frozen=True, slots=True)
class Node:
    """A party with its row and depth, and the link by which it hangs below another (none for who stands on top)."""

    party: str
    at: int
    level: int
    above: str = ""
    link: Link | None = None


def tree(parties: Sequence[str], subjects: Sequence[str], links: Sequence[Link]) -> tuple[Node, ...]:
    """Put everybody in a row; the same dossier always gives the same picture."""
    hangs, reached = _hangs(parties, subjects, links)
    alone = [one for one in parties if one not in reached]
    tops = [one for one in parties if one in reached and one not in hangs]
    found: list[tuple[str, int]] = []
    for top in (*tops, *alone):
        found.extend(_below(top, 0, hangs, parties))
    return tuple(
        Node(party, at, level, hangs[party].other(party), hangs[party]) if party in hangs else Node(party, at, level)
        for at, (party, level) in enumerate(found)
    )


def crossing(nodes: Sequence[Node], links: Sequence[Link]) -> tuple[Link, ...]:
    """Give the links by which nobody hangs: they run beside the tree."""
    used = {id(node.link) for node in nodes}
    there = {node.party for node in nodes}
    return tuple(one for one in links if id(one) not in used and {one.first, one.second} <= there)


def _hangs(parties: Sequence[str], subjects: Sequence[str], links: Sequence[Link]) -> tuple[dict[str, Link], set[str]]:
    """Walk outwards from the subjects, so that everybody hangs by a shortest way."""
    near: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        near[link.first].append(link)
        near[link.second].append(link)
    level = [one for one in parties if one in subjects]
    reached, hangs = set(level), {}
    while level:
        further = []
        for party in level:
            for link in near[party]:
                other = link.other(party)
                if other not in reached:
                    reached.add(other)
                    hangs[other] = link
                    further.append(other)
        level = further
    return hangs, reached


def _below(top: str, level: int, hangs: dict[str, Link], parties: Sequence[str]) -> Iterator[tuple[str, int]]:
    """List a party and all that hangs below it; no recursion, because chains may be long."""
    children: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        if party in hangs:
            children[hangs[party].other(party)].append(party)
    waiting = [(top, level)]
    while waiting:
        party, depth = waiting.pop()
        yield party, depth
        waiting.extend((one, depth + 1) for one in reversed(children[party]))
