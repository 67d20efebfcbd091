# SPDX-License-Identifier: EUPL-1.2
"""Numbers by which persons and organisations are known, and who may be known by which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Role
from assessment.errors import Fault

_KVK = re.compile(r"\d{8}", re.ASCII)
_REPRESENTS = (Role.DIRECTOR, Role.PARTNER_IN_FIRM)


def is_bsn(text: str) -> bool:
    """Whether this is a citizen number of nine digits that passes the eleven test; RSIN follows the same test."""
    return len(text) == 9 and text.isascii() and bool(bsn.is_valid(text))


def is_kvk(text: str) -> bool:
    """Whether this is a Chamber of Commerce number: eight digits."""
    return bool(_KVK.fullmatch(text))


def may_keep_bsn(dossier: Dossier, party: str) -> bool:
    """Whether the citizen number may be kept: of subject and representative only (art. 7a par. 2 under c)."""
    if party in dossier.subject:
        return True
    return any(
        one.from_ == party and one.to in dossier.subject and one.role in _REPRESENTS for one in dossier.relations
    )


def wrong_numbers(dossier: Dossier) -> Iterator[Fault]:
    """Name numbers that cannot exist and citizen numbers that may not be kept."""
    for number, party in enumerate(dossier.parties):
        where = f"$.parties[{number}]"
        if isinstance(party, Person) and isinstance(party.bsn, str):
            yield from _of_person(dossier, party, party.bsn, where)
        if isinstance(party, Organisation):
            yield from _of_organisation(party, where)


def _of_person(dossier: Dossier, person: Person, number: str, where: str) -> Iterator[Fault]:
    if not is_bsn(number):
        yield Fault(f"{where}.bsn", "dit burgerservicenummer kan niet bestaan")
    if not may_keep_bsn(dossier, person.id):
        yield Fault(
            f"{where}.bsn",
            "het burgerservicenummer mag alleen van betrokkene en vertegenwoordiger worden vastgelegd"
            " (Wet Bibob art. 7a lid 2 onder c)",
        )


def _of_organisation(party: Organisation, where: str) -> Iterator[Fault]:
    if isinstance(party.rsin, str) and not is_bsn(party.rsin):
        yield Fault(f"{where}.rsin", "dit RSIN kan niet bestaan")
    if isinstance(party.kvk, str) and not is_kvk(party.kvk):
        yield Fault(f"{where}.kvk", "een KVK-nummer heeft acht cijfers")
