# SPDX-License-Identifier: EUPL-1.2
"""C02: the age of the facts is not reasoned. There is no cut-off; the older the newest fact, the more is asked."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.weighing.checks.case import Case, Raised, ids, raised, said


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask for a text on lapse of time when the newest fact that carries the conclusion is not recent."""
    if said(case.conclusion.age_of_facts):
        return
    ages = sorted((one.age, one.id) for one in case.claimed if one.age is not None)
    if not ages:
        if case.claimed:
            yield raised("C02-undated", *ids(case.claimed))
        return
    years, newest = ages[0]
    told = f"{years:.1f}".replace(".", ",")
    if years >= case.framework.value("recent_years"):
        yield raised("C02-old", newest, years=told)
    elif years >= case.framework.value("short_text_years"):
        yield raised("C02-short", newest, years=told)
