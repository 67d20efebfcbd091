# SPDX-License-Identifier: EUPL-1.2
"""Norms against which the financing is held: what living costs, and what is usual in a branch.

Each bears its source and its year. A norm is a yardstick for a question, never proof; the municipality checks it and
puts its own in place. Where none is recorded, the program says so and computes nothing with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessment.catalogue.reading import Entry
from assessment.dossier.financing import Household

RATIOS: Final = ("purchase_share", "staff_share", "energy_share")
"""Figures of a business that a branch norm can speak of: costs as a share of the turnover."""


@dataclass(frozen=True, slots=True)
class LivingCost:
    """What a household needs to live on, in euro per month, as of a year."""

    household: Household
    year: int
    monthly: Decimal
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class BranchNorm:
    """The usual range of one ratio for one type of permit, as fractions of the turnover."""

    permit: str
    ratio: str
    year: int
    low: Decimal
    high: Decimal
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Norms:
    """All of `norms.yaml`; `unchecked` is what is said of a norm that the municipality has not checked yet."""

    living: tuple[LivingCost, ...] = ()
    branches: tuple[BranchNorm, ...] = ()
    unchecked: str = ""
    absent: str = ""

    def living_cost(self, household: Household, year: int) -> LivingCost | None:
        """Give the norm of a year, else the latest before it, else the earliest; None where there is none."""
        found = sorted((one for one in self.living if one.household is household), key=lambda one: one.year)
        before = [one for one in found if one.year <= year]
        return before[-1] if before else found[0] if found else None

    def branch(self, ratio: str, permits: tuple[str, ...]) -> BranchNorm | None:
        """Give the latest norm of a ratio for one of these types of permit."""
        found = [one for one in self.branches if one.ratio == ratio and one.permit in permits]
        return max(found, key=lambda one: one.year, default=None)

    def told(self, norm: LivingCost | BranchNorm | None) -> str:
        """Tell where a norm comes from, and that it is not checked; or that there is none."""
        if norm is None:
            return self.absent
        return f"{norm.source}, {norm.year}" if norm.is_checked else f"{norm.source}, {norm.year} ({self.unchecked})"


NO_NORMS: Final = Norms()


def read_norms(top: Entry) -> Norms:
    """Read `norms.yaml`; a list may be empty."""
    living = tuple(_living(entry) for entry in top.entries("living_costs"))
    branches = tuple(_branch(entry) for entry in top.entries("branches"))
    return Norms(living, branches, top.text("unchecked"), top.text("absent"))


def _living(entry: Entry) -> LivingCost:
    read = LivingCost(
        entry.choice("household", Household),
        int(entry.number("year")),
        entry.number("monthly"),
        entry.text("source"),
        entry.flag("checked"),
    )
    entry.close()
    return read


def _branch(entry: Entry) -> BranchNorm:
    ratio = entry.text("ratio")
    if ratio not in RATIOS:
        entry.fault("ratio", f"{ratio!r} staat niet in: {', '.join(RATIOS)}")
    read = BranchNorm(
        entry.text("permit"),
        ratio,
        int(entry.number("year")),
        entry.number("low"),
        entry.number("high"),
        entry.text("source"),
        entry.flag("checked"),
    )
    entry.close()
    return read
