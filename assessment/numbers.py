# SPDX-License-Identifier: EUPL-1.2
"""Numbers by which persons and organisations are known, and of whom a citizen number may be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from stdnum.nl import bsn

from assessment.dossier.relation import Role
from assessment.errors import Fault
from assessment.places import found, texts

_KVK = re.compile(r"\d{8}", re.ASCII)
_REPRESENTS = (Role.DIRECTOR, Role.PARTNER_IN_FIRM)


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
    allowed = representatives(raw) | texts(raw, "subject[]")
    for where, party in found(raw, "parties[]"):
        if isinstance(party, dict) and isinstance(party.get("bsn"), str) and party.get("id") not in allowed:
            yield Fault(
                f"{where}.bsn",
                "een burgerservicenummer mag alleen van betrokkene en vertegenwoordiger worden vastgelegd"
                " (Wet Bibob art. 7a lid 2 onder c)",
            )


def representatives(raw: Any) -> set[str]:
    """Give the parties that represent a subject: its directors and partners in the firm."""
    subjects = texts(raw, "subject[]")
    return {
        str(one.get("from"))
        for _, one in found(raw, "relations[]")
        if isinstance(one, dict) and one.get("role") in _REPRESENTS and one.get("to") in subjects
    }
