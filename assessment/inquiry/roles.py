# SPDX-License-Identifier: EUPL-1.2
"""What a role amounts to under Wet Bibob art. 3 par. 4 (weighing.md no. 4).

Landlord, family, adviser, employee, seller, supplier, subcontractor and equated are in none of these: alone they are
never a relation.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessment.dossier.relation import Role


class Bearing(StrEnum):
    """How one party bears on another, from closest to weakest; a chain is as strong as its weakest link."""

    LEADS = "leads"
    CONTROLS = "controls"
    FINANCES = "finances"


LEADING: Final = frozenset(
    {Role.DIRECTOR, Role.MANAGER, Role.FACTUAL_MANAGER, Role.NAMED_ON_PERMIT, Role.PARTNER_IN_FIRM}
)
HOLDING: Final = frozenset({Role.SHAREHOLDER, Role.HOLDER_OF_VOTING_RIGHTS})
"""Controls only above the share that the catalogue names; computed along chains."""

BEARINGS: Final = {
    **dict.fromkeys(LEADING, Bearing.LEADS),
    Role.UBO: Bearing.CONTROLS,
    Role.FINANCIER: Bearing.FINANCES,
    Role.LIMITED_PARTNER: Bearing.FINANCES,
}

SOLE: Final = Decimal("0.5")
"""Whoever has more than half decides alone (weighing.md, `control_share`); a majority is no policy."""
