# SPDX-License-Identifier: EUPL-1.2
"""Permit types: where the Wet Bibob applies, through which gateway, and who decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PermitType:
    """One type of permit, contract, subsidy or property transaction (law.md 1.6, practice.md 2)."""

    code: str
    name: str
    activity: str
    legal_basis: str
    organ: str
    source: str
