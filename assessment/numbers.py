# SPDX-License-Identifier: EUPL-1.2
"""Numbers by which persons and organisations are known, and of whom a citizen number may be kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any, Final

from stdnum.nl import bsn

from assessment.dossier.party import Organisation
from assessment.dossier.relation import Role
from assessment.errors import Fault
from assessment.places import found, texts

_KVK = re.compile(r"\d{8}", re.ASCII)
REPRESENTING: Final = frozenset({Role.DIRECTOR, Role.PARTNER_IN_FIRM})


def is_bsn(text: str) -> bool:
    """Whether this can be a citizen number: nine digits that pass the eleven test. RSIN follows the same test."""
    return len(text) == 9 and text.isascii() and bool(bsn.is_valid(text))


def is_kvk(text: str) -> bool:
    """Whether this can be a Chamber of Commerce number: eight digits."""
    return bool(_KVK.fullmatch(text))


def wrong_numbers(raw: Any) -> Iterator[Fault]:
    """Name numbers that cannot exist, citizen numbers that may not be kept, and shares above the whole."""
    for where, number in found(raw, "parties[].bsn"):
        if isinstance(number, str) and not is_bsn(number):
            yield Fault(where, "dit burgerservicenummer kan niet bestaan")
    for where, number in found(raw, "parties[].rsin"):
        if isinstance(number, str) and not is_bsn(number):
            yield Fault(where, "dit RSIN kan niet bestaan")
    for where, number in found(raw, "parties[].kvk"):
        if isinstance(number, str) and not is_kvk(number):
            yield Fault(where, "een KVK-nummer heeft acht cijfers")
    for where, share in found(raw, "relations[].share"):
        if isinstance(share, int | float | Decimal) and share > 1:
            yield Fault(where, "een aandeel is hoogstens 1 (het geheel)")
    yield from _not_to_be_kept(raw)


def _not_to_be_kept(raw: Any) -> Iterator[Fault]:
    """Wet Bibob art. 7a par. 2 under c: of subject and representative only."""
    subjects = texts(raw, "subject[]")
    allowed = subjects | representatives(subjects, _organisations(raw), _directing(raw))
    for where, party in found(raw, "parties[]"):
        if isinstance(party, dict) and isinstance(party.get("bsn"), str) and str(party.get("id")) not in allowed:
            yield Fault(
                f"{where}.bsn",
                "een burgerservicenummer mag alleen van betrokkene en vertegenwoordiger worden vastgelegd"
                " (Wet Bibob art. 7a lid 2 onder c)",
            )


def _organisations(raw: Any) -> set[str]:
    parties = (one for _, one in found(raw, "parties[]") if isinstance(one, dict))
    return {str(one.get("id")) for one in parties if one.get("kind") == Organisation.kind}


def _directing(raw: Any) -> set[tuple[str, str]]:
    relations = (one for _, one in found(raw, "relations[]") if isinstance(one, dict))
    return {(str(one.get("from")), str(one.get("to"))) for one in relations if str(one.get("role")) in REPRESENTING}


def representatives(
    subjects: Collection[str], organisations: Collection[str], directing: Collection[tuple[str, str]]
) -> set[str]:
    """Give who represents a subject: its directors and partners, and those of an organisation among them.

    `directing` holds who directs what, or is partner in it. A company is often directed by another one, and signs
    through the person behind that.
    """
    reached: set[str] = set()
    waiting = set(subjects)
    while waiting:
        new = {from_ for from_, to in directing if to in waiting} - reached
        reached |= new
        waiting = new & set(organisations)
    return reached
