# SPDX-License-Identifier: EUPL-1.2
"""C03 and C04: proportionality and conditions, per permit (art. 3 par. 5 to 7). Most rulings were lost here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from assessment.degree import Degree
from assessment.dossier.application import AGREEMENTS
from assessment.dossier.conclusion import Condition, Decision, Measure
from assessment.terms.heard import measures
from assessment.weighing.checks.case import ADVERSE, Case, Raised, raised, said
from assessment.weighing.options import Outcomes, is_deemed

_TEXTS: Final = ("interests", "fits_degree", "fits_seriousness")


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask for the texts without which a refusal or revocation does not hold, and for conditions that limit a danger."""
    for measure in case.negative:
        yield from _negative(case, measure)
    for measure in measures(case.dossier, {Decision.GRANT_WITH_CONDITIONS}):
        yield from _conditions(case, measure)
    yield from _granted(case)


def _granted(case: Case) -> Iterator[Raised]:
    """Refusal at a serious danger is a power and no duty; who leaves it unused says why (law.md 2.2; Awb 3:46)."""
    serious = any(case.recorded(ground) is Degree.SERIOUS for ground in case.adverse)
    for measure in measures(case.dossier, {Decision.GRANT}):
        if (serious or case.invokes) and not any(said(getattr(measure, name)) for name in _TEXTS):
            yield raised("C03-granted", measure.permit)


def missing_texts(case: Case, measure: Measure, names: Iterable[str]) -> str:
    """Name the texts of a measure that were not written, in words; empty when all were."""
    words = case.framework.reasons
    open_ = [name for name in names if not said(getattr(measure, name))]
    return "; ".join(words[f"measure-{name.replace('_', '-')}"].text for name in open_)


def _negative(case: Case, measure: Measure) -> Iterator[Raised]:
    # Par. 6 knows no degree of danger and opens no conditions: there the seriousness alone is weighed. A lesser degree
    # carries no refusal, so that one beside par. 6 leaves the refusal to par. 6.
    by_degree = not case.invokes or any(case.recorded(ground) is Degree.SERIOUS for ground in case.adverse)
    on_paper = _rests_on_refused_form(case, measure)
    left_out = {"fits_seriousness"} if on_paper else set() if by_degree else {"fits_degree"}
    missing = missing_texts(case, measure, [name for name in _TEXTS if name not in left_out])
    if missing:
        yield raised("C03-texts", measure.permit, missing=missing)
    if by_degree and not said(measure.conditions_considered):
        yield raised(_lighter(case, on_paper), measure.permit)


def _lighter(case: Case, on_paper: bool) -> str:
    """Name what asks for a lighter means: art. 3 par. 7 speaks of decisions, and of facts that make a danger."""
    if case.dossier.application.instrument in AGREEMENTS:
        return "C04-agreement"
    return "C04-refused-form" if on_paper else "C04-not-considered"


def _rests_on_refused_form(case: Case, measure: Measure) -> bool:
    """Whether the law deems the danger serious (art. 4 par. 1) and no fact is there of which to weigh how serious."""
    outcomes = Outcomes(case.weighing.a, case.weighing.b, case.weighing.c)
    permit = next((one for one in case.dossier.permits if one.id == measure.permit), None)
    return is_deemed(permit, case.dossier, outcomes) and not case.relied_on


def _conditions(case: Case, measure: Measure) -> Iterator[Raised]:
    if not measure.conditions:
        yield raised("C04-none", measure.permit)
    missing = missing_texts(case, measure, _TEXTS)
    if missing:
        yield raised("C03-conditions", measure.permit, missing=missing)
    for number, condition in enumerate(measure.conditions, 1):
        yield from _condition(case, measure, condition, number)


def _condition(case: Case, measure: Measure, condition: Condition, number: int) -> Iterator[Raised]:
    if not said(condition.text) or not said(condition.limits):
        yield raised("C04-limits", measure.permit, number=str(number))
    elif condition.limits in {"a", "b", "c"} and _is_none(case, str(condition.limits)):
        yield raised("C04-other-danger", measure.permit, number=str(number), ground=str(condition.limits))
    if not said(condition.reason) or not said(condition.test):
        yield raised("C04-test", measure.permit, number=str(number))


def _is_none(case: Case, ground: str) -> bool:
    """Whether a ground gives no danger for a condition to limit; par. 6 never does (art. 3 par. 6 and 7)."""
    if ground == "c":
        return True
    degree = case.recorded(ground) or case.ground(ground).indication
    return degree not in ADVERSE and degree is not Degree.UNDETERMINED
