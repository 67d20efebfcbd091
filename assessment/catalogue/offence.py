# SPDX-License-Identifier: EUPL-1.2
"""Offences and fineable infringements (Wet Bibob art. 1 par. 5), with their gravity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.catalogue.reading import Entry, by_id


class Gravity(StrEnum):
    """From the maximum penalty; heavy is six years or more (weighing.md)."""

    LIGHT = "light"
    MODERATE = "moderate"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class Offence:
    """One offence: its article, group, gravity, and whether it can yield money."""

    code: str
    name: str
    article: str
    group: str
    max_years: int
    gravity: Gravity
    profit_making: bool
    activities: tuple[str, ...]
    source: str


def read_offences(top: Entry) -> dict[str, Offence]:
    """Read `offences.yaml`."""
    return by_id(top, "offences", _read_offence)


def _read_offence(entry: Entry, code: str) -> Offence:
    return Offence(
        code=code,
        name=entry.text("name"),
        article=entry.text("article"),
        group=entry.text("group"),
        max_years=int(entry.number("max_years")),
        gravity=entry.choice("gravity", Gravity),
        profit_making=entry.flag("profit_making"),
        activities=entry.texts("activities"),
        source=entry.text("source"),
    )
