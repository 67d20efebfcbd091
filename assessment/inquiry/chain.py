# SPDX-License-Identifier: EUPL-1.2
"""Chains of links that exist on one day; a chain is as strong as its weakest link (weighing.md no. 4)."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assessment.inquiry.lasting import Lasting, overlap
from assessment.inquiry.link import Link
from assessment.inquiry.roles import Bearing

BEARING_ORDER: Final = (Bearing.LEADS, Bearing.CONTROLS, Bearing.FINANCES)


@dataclass(frozen=True, slots=True)
class Chain:
    """One or more links, each beginning where the one before it ends."""

    links: tuple[Link, ...]

    @property
    def path(self) -> tuple[str, ...]:
        """All parties along the chain."""
        return (*self.links[0].path, *(party for link in self.links[1:] for party in link.path[1:]))

    @property
    def mark(self) -> tuple[object, ...]:
        """What tells it from other chains, whatever the day."""
        return tuple(link.mark for link in self.links)

    @property
    def bearing(self) -> Bearing:
        """The bearing of the weakest link."""
        return max((link.bearing for link in self.links), key=BEARING_ORDER.index)

    @property
    def lasting(self) -> Lasting:
        """The time in which all links existed together."""
        return overlap(link.lasting for link in self.links)

    @property
    def is_possible(self) -> bool:
        """Whether it depends on a share that is not known."""
        return any(link.is_possible for link in self.links)


def chains_to(targets: Sequence[str], links: Sequence[Link]) -> Iterator[Chain]:
    """Give for everybody who bears on a target the shortest chain per bearing, and every chain of one link.

    Of targets that are equally near, the one that is named first is taken.
    """
    yield from (Chain((link,)) for link in links if link.to in targets and link.from_ not in targets)
    ordered = _in_order(links)
    for most in BEARING_ORDER:
        yield from _search(targets, _allowed(ordered, most), backward=True)


def chains_from(starts: Sequence[str], links: Sequence[Link]) -> Iterator[Chain]:
    """Give for everybody on whom a start bears the shortest chain per bearing, and every chain of one link."""
    yield from (Chain((link,)) for link in links if link.from_ in starts and link.to not in starts)
    ordered = _in_order(links)
    for most in BEARING_ORDER:
        yield from _search(starts, _allowed(ordered, most), backward=False)


def _in_order(links: Sequence[Link]) -> list[Link]:
    """Put the shortest first, and what is certain before the rest; the order of the dossier does not matter."""
    return sorted(links, key=lambda link: (len(link.path), link.path, link.is_possible, link.records))


def _allowed(links: Sequence[Link], most: Bearing) -> list[Link]:
    """Keep the links that are not weaker than `most`."""
    kept = BEARING_ORDER[: BEARING_ORDER.index(most) + 1]
    return [link for link in links if link.bearing in kept]


def _search(roots: Sequence[str], links: list[Link], *, backward: bool) -> Iterator[Chain]:
    """Walk in breadth from the roots; two holdings never follow each other, as their product is a link by itself."""
    at: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        at[link.to if backward else link.from_].append(link)
    waiting: deque[tuple[str, tuple[Link, ...]]] = deque((root, ()) for root in roots)
    seen = {(root, by_share) for root in roots for by_share in (False, True)}
    reached: set[str] = set()
    while waiting:
        node, way = waiting.popleft()
        after_share = bool(way) and way[0 if backward else -1].by_share
        for link in at[node]:
            step = link.from_ if backward else link.to
            if (after_share and link.by_share) or (step, link.by_share) in seen or _is_on(way, step):
                continue
            seen.add((step, link.by_share))
            longer = (link, *way) if backward else (*way, link)
            waiting.append((step, longer))
            if step not in reached:
                reached.add(step)
                yield Chain(longer)


def _is_on(way: tuple[Link, ...], party: str) -> bool:
    return any(party in (link.from_, link.to) for link in way)
