# SPDX-License-Identifier: EUPL-1.2
"""The path of a holding in words: who is what of whom, for how much, and what other paths add."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.holding import Holding, edges_of
from assessment.inquiry.holdings import Stake
from assessment.money import show_percent

_SAME: Final = Decimal("0.00005")
"""Shares that are told alike, to two decimals of a percent."""

_DECIMALS: Final = 2
_CAPITAL_FIRST: Final = (Role.SHAREHOLDER, Role.HOLDER_OF_VOTING_RIGHTS)


class Steps(dict[tuple[str, str], str]):
    """The steps of which paths are made, in words; each is put into words when it is first asked for."""

    def __init__(self, relations: Collection[Relation], catalogue: Catalogue) -> None:
        """Take the relations that exist on the day."""
        super().__init__()
        self._catalogue = catalogue
        self._edges = {role: edges_of(relations, role) for role in _CAPITAL_FIRST}

    def told(self, held: Holding, along: Decimal | None) -> str:
        """Tell the path of a holding; where other paths count too, what this one gives and what all give."""
        path = "; ".join(map(self.__getitem__, pairwise(held.path)))
        if held.share is None or not held.has_other_paths:
            return path
        if along is None or abs(along - held.share) < _SAME:
            return path
        told = self._catalogue.inquiry["path-sum"]
        return f"{path}. {told.filled(along=_percent(along), share=_percent(held.share))}"

    def along(self, held: Holding) -> Decimal | None:
        """Give what the path that is told gives by itself; None where a share on it is not known."""
        if held.share is None or not (held.has_other_paths or held.is_lower_bound):
            return held.share
        return self._product(held)

    def told_roles(self, pair: tuple[str, str], roles: Iterable[Role]) -> str:
        """Tell in which roles somebody stands to an organisation of which he holds nothing."""
        return self._sentence(pair, [self._catalogue.word("role", role) for role in sorted(roles)])

    def __missing__(self, step: tuple[str, str]) -> str:
        """Put one step into words."""
        stakes = ((role, self._stake(step, role)) for role in _CAPITAL_FIRST)
        told = self[step] = self._sentence(step, [self._part(role, one) for role, one in stakes if one])
        return told

    def _part(self, role: Role, stake: Stake) -> str:
        """Name one kind of holding with its share; what was recorded without a share is said."""
        parts = [_percent(stake.share)] if stake.share or not stake.is_open else []
        parts += [self._catalogue.inquiry["path-open"].text] if stake.is_open else []
        return f"{self._catalogue.word('role', role)} ({', '.join(parts)})"

    def _sentence(self, step: tuple[str, str], parts: Iterable[str]) -> str:
        told = self._catalogue.inquiry["path-step"]
        return told.filled(party=step[0], over=step[1], roles=" en ".join(parts))

    def _stake(self, step: tuple[str, str], role: Role) -> Stake | None:
        return self._edges[role].get(step[1], {}).get(step[0])

    def _product(self, held: Holding) -> Decimal | None:
        product = Decimal(1)
        for step in pairwise(held.path):
            by_votes = held.by_votes and step[1] in self._edges[Role.HOLDER_OF_VOTING_RIGHTS]
            stake = self._stake(step, Role.HOLDER_OF_VOTING_RIGHTS if by_votes else Role.SHAREHOLDER)
            if stake is None or stake.is_open:
                return None
            product *= stake.share
        return product


@lru_cache(maxsize=1024)
def _percent(share: Decimal) -> str:
    return show_percent(share, _DECIMALS)
