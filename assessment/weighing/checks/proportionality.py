# SPDX-License-Identifier: EUPL-1.2
"""C03 and C04: proportionality and conditions, per permit (art. 3 par. 5 to 7). Most rulings were lost here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.degree import Degree
from assessment.dossier.conclusion import Condition, Decision, Measure
from assessment.terms.heard import measures
from assessment.weighing.checks.case import ADVERSE, Case, Raised, raised, said

_TEXTS: Final = ("interests", "fits_degree", "fits_seriousness")


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask for the texts without which a refusal or revocation does not hold, and for conditions that limit a danger."""
    for measure in case.negative:
        yield from _negative(case, measure)
    for measure in measures(case.dossier, {Decision.GRANT_WITH_CONDITIONS}):
        yield from _conditions(case, measure)


def _negative(case: Case, measure: Measure) -> Iterator[Raised]:
    # Par. 6 knows no degree of danger and opens no conditions: there the seriousness alone is weighed.
    by_degree = bool(case.adverse) or not case.invokes
    needed = [name for name in _TEXTS if by_degree or name != "fits_degree"]
    missing = [name for name in needed if not said(getattr(measure, name))]
    if missing:
        words = case.framework.reasons
        told = "; ".join(words[f"measure-{name.replace('_', '-')}"].text for name in missing)
        yield raised("C03-texts", measure.permit, missing=told)
    if by_degree and not said(measure.conditions_considered):
        yield raised("C04-not-considered", measure.permit)


def _conditions(case: Case, measure: Measure) -> Iterator[Raised]:
    if not measure.conditions:
        yield raised("C04-none", measure.permit)
    if not said(measure.interests):
        yield raised("C03-conditions", measure.permit)
    for number, condition in enumerate(measure.conditions, 1):
        yield from _condition(case, measure, condition, number)


def _condition(case: Case, measure: Measure, condition: Condition, number: int) -> Iterator[Raised]:
    if not said(condition.text) or not said(condition.limits):
        yield raised("C04-limits", measure.permit, number=str(number))
    elif condition.limits in {"a", "b"} and _is_none(case, str(condition.limits)):
        yield raised("C04-other-danger", measure.permit, number=str(number), ground=str(condition.limits))
    if not said(condition.reason) or not said(condition.test):
        yield raised("C04-test", measure.permit, number=str(number))


def _is_none(case: Case, ground: str) -> bool:
    degree = case.recorded(ground) or case.ground(ground).indication
    return degree not in ADVERSE and degree is not Degree.UNDETERMINED
