# SPDX-License-Identifier: EUPL-1.2
"""What one party is to another, since when and until when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe
from assessment.money import Fraction


class Role(StrEnum):
    """What the first party is to the second (dossier-format; law.md 1.2 and 1.3)."""

    DIRECTOR = "director"
    MANAGER = "manager"
    NAMED_ON_PERMIT = "named-on-permit"
    FACTUAL_MANAGER = "factual-manager"
    SHAREHOLDER = "shareholder"
    HOLDER_OF_VOTING_RIGHTS = "holder-of-voting-rights"
    UBO = "ubo"
    FINANCIER = "financier"
    LANDLORD = "landlord"
    BUSINESS_PARTNER = "business-partner"
    EQUATED = "equated"
    PARTNER_IN_FIRM = "partner-in-firm"
    LIMITED_PARTNER = "limited-partner"
    SUBCONTRACTOR = "subcontractor"
    FAMILY = "family"
    ADVISER = "adviser"
    EMPLOYEE = "employee"
    SELLER = "seller"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class Relation:
    """`from_` is `role` of `to`; `until` is None while it lasts, NOT_KNOWN when nobody knows."""

    id: str
    from_: str
    to: str
    role: Role
    share: Maybe[Fraction] = NOT_KNOWN
    since: Maybe[When] = NOT_KNOWN
    until: Maybe[When] = NOT_KNOWN
    sources: tuple[str, ...] = NOT_LISTED
    indicators: tuple[str, ...] = NOT_LISTED
    note: Maybe[str] = NOT_KNOWN

    @property
    def is_shown(self) -> bool:
        """Whether it is recorded from what it appears; spaces say nothing."""
        return any(one.strip() for one in self.indicators)
