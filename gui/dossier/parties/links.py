# SPDX-License-Identifier: EUPL-1.2
"""Relations as lines between two parties: what is told about a pair, and in which direction."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from gui.dossier.parties.relation_rows import RelationRow, rows


@dataclass(frozen=True, slots=True)
class Link:
    """All that one pair of parties is to each other: what the first is of the second, and the other way round."""

    first: str
    second: str
    forward: str
    back: str
    is_over: bool

    def other(self, party: str) -> str:
        """Give the party at the other end."""
        return self.second if party == self.first else self.first

    def sentence(self, party: str, other: str) -> str:
        """Say it of one of both, `other` being the name of the other: `is financier van Jan Fictie`."""
        mine, theirs = (self.forward, self.back) if party == self.first else (self.back, self.forward)
        parts = [f"is {mine} van {other}" if mine else "", f"{other} is {theirs}" if theirs else ""]
        words = "; ".join(part for part in parts if part)
        return f"{words} (geëindigd)" if self.is_over else words


def links(dossier: Dossier, catalogue: Catalogue) -> tuple[Link, ...]:
    """Join the relations of each pair; a party that stands in relation to itself is left to the table."""
    pairs: dict[frozenset[str], list[RelationRow]] = {}
    for row in rows(dossier, catalogue):
        ends = frozenset((row.relation.from_, row.relation.to))
        if len(ends) == 2:
            pairs.setdefault(ends, []).append(row)
    return tuple(_link(found) for found in pairs.values())


def _link(found: list[RelationRow]) -> Link:
    first, second = found[0].relation.from_, found[0].relation.to
    is_over = all(row.is_over for row in found)
    return Link(first, second, _words(found, first, is_over), _words(found, second, is_over), is_over)


def _words(found: list[RelationRow], party: str, is_over: bool) -> str:
    """Name each role once; one that ended while another lasts says so itself."""
    told = [
        f"{row.role} {row.share}".strip() + (" (geëindigd)" if row.is_over and not is_over else "")
        for row in found
        if row.relation.from_ == party
    ]
    return " en ".join(dict.fromkeys(told))
