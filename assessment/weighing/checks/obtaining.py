# SPDX-License-Identifier: EUPL-1.2
"""C09: a false form. Five elements, or par. 6 cannot be invoked."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import ObtainConclusion
from assessment.outcome import Invoked
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.proportionality import missing_texts


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold the officer's word about par. 6 against its elements."""
    outcome = case.weighing.c
    if case.invokes and outcome.indication is not Invoked.INVOKED:
        facts = [one.fact for one in case.weighing.elements]
        if not facts:
            yield raised("C09-no-fact", "c")
            return
        words = case.framework.reasons
        told = "; ".join(words[f"element-{name.replace('_', '-')}"].text for name in outcome.missing)
        yield raised("C09-elements", *facts, missing=told)
    elif case.invokes:
        yield from _proportionate(case)
    elif outcome.indication is Invoked.INVOKED:
        yield raised("C09-left" if _was_decided(case) else "C09-undecided", *outcome.facts)


def _proportionate(case: Case) -> Iterator[Raised]:
    """Par. 6 has a proportionality of its own: to the suspicion and to the offence."""
    for measure in case.negative:
        missing = missing_texts(case, measure, ("interests", "fits_seriousness"))
        if missing:
            yield raised("C09-proportionate", measure.permit, missing=missing)


def _was_decided(case: Case) -> bool:
    conclusion = case.conclusion.c
    return isinstance(conclusion, ObtainConclusion) and isinstance(conclusion.invoked, YesNo)
