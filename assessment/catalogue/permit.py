# SPDX-License-Identifier: EUPL-1.2
"""Permit types: where the Wet Bibob applies, through which gateway, and who decides."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.reading import Entry, by_id


@dataclass(frozen=True, slots=True)
class PermitType:
    """One type of permit, contract, subsidy or property transaction (law.md 1.6, practice.md 2)."""

    code: str
    name: str
    activity: str
    legal_basis: str
    organ: str
    source: str


def read_permits(top: Entry) -> dict[str, PermitType]:
    """Read `permits.yaml`."""
    return by_id(top, "permits", _read_permit)


def _read_permit(entry: Entry, code: str) -> PermitType:
    return PermitType(
        code=code,
        name=entry.text("name"),
        activity=entry.text("activity"),
        legal_basis=entry.text("legal_basis"),
        organ=entry.text("organ"),
        source=entry.text("source"),
    )
