# SPDX-License-Identifier: EUPL-1.2
"""How old a fact is; shown and reasoned about, never a reason to drop it (law.md 2.4, N17)."""

from __future__ import annotations

from datetime import date

from assessment.dates import Period, years_between
from assessment.dossier.fact import Fact


def age_years(fact: Fact, on: date) -> float | None:
    """Count the years to one decimal from the first day of the last date (weighing.md no. 9); None: date not known.

    Negative for a fact that is dated after `on`; that is a mistake in the dossier, and a check tells it.
    """
    if not isinstance(fact.committed, Period):
        return None
    return years_between(fact.committed.end.first, on)
