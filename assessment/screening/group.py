# SPDX-License-Identifier: EUPL-1.2
"""Of which parties a question is asked one by one: read from relations and financing, never copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from assessment.catalogue.checklist import Per
from assessment.dossier.blind import RuleDossier
from assessment.dossier.financing import Financing
from assessment.dossier.relation import Role
from assessment.inquiry.roles import BEARINGS, HOLDING, LEADING, Bearing

_OWN: Final = frozenset({*LEADING, *HOLDING, Role.UBO})
"""Roles by which an organisation belongs to the subject's own business, for the asking; not a relation in law."""

_FINANCING: Final = frozenset(role for role, bearing in BEARINGS.items() if bearing is Bearing.FINANCES)


def group(per: Per, dossier: RuleDossier) -> tuple[str, ...]:
    """Give the ids of the parties of a kind around the subject, each once; also those whose relation has ended."""
    there = {one.id for one in dossier.parties}
    return tuple(one for one in dict.fromkeys(_MEMBERS[per](dossier, _circle(dossier))) if one in there)


def _circle(dossier: RuleDossier) -> dict[str, None]:
    """Give the subjects and the organisations that they lead or hold, directly or along a chain, in that order."""
    organisations = {one.id for one in dossier.parties if not one.is_person}
    circle = dict.fromkeys(dossier.subject)
    todo = list(circle)
    while todo:
        holder = todo.pop(0)
        held = [one.to for one in dossier.relations if one.from_ == holder and one.role in _OWN]
        found = [one for one in dict.fromkeys(held) if one in organisations and one not in circle]
        circle.update(dict.fromkeys(found))
        todo += found
    return circle


def _lenders(dossier: RuleDossier, circle: Mapping[str, None]) -> Iterator[str]:
    money = dossier.financing
    lines = money.sources if isinstance(money, Financing) else ()
    yield from (line.lender for line in lines if line.lender and line.lender not in dossier.subject)
    yield from _standing(_FINANCING, dossier, circle)


def _standing(roles: frozenset[Role], dossier: RuleDossier, circle: Mapping[str, None]) -> Iterator[str]:
    """Give who has one of these roles in the subject's business; of the subject itself other questions are asked."""
    for one in dossier.relations:
        if one.role in roles and one.to in circle and one.from_ not in dossier.subject:
            yield one.from_


def _organisations(dossier: RuleDossier, circle: Mapping[str, None]) -> Iterator[str]:
    """Give the organisations among them; a sole trader's firm is the trader himself (weighing.md no. 5)."""
    for one in dossier.parties:
        if not one.is_person and one.id in circle and one.form != "eenmanszaak":
            yield one.id


_MEMBERS: Final[Mapping[Per, Callable[[RuleDossier, Mapping[str, None]], Iterator[str]]]] = {
    Per.LENDER: _lenders,
    Per.MANAGER: lambda dossier, circle: _standing(LEADING, dossier, circle),
    Per.LANDLORD: lambda dossier, circle: _standing(frozenset({Role.LANDLORD}), dossier, circle),
    Per.ORGANISATION: _organisations,
}
