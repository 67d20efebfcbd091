# SPDX-License-Identifier: EUPL-1.2
"""C05, C10 and C11: the Bureau's advice was not verified, is out of date, or is left without reasons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assessment.dates import When, years_between
from assessment.degree import ORDER, Degree
from assessment.dossier.bureau_advice import BureauAdvice, DegreePerGround, ForFile, YesNo
from assessment.known import known
from assessment.weighing.checks.case import ADVERSE, GROUNDS, Case, Raised, ids, raised, said
from assessment.weighing.standing import Standing


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask what the authority itself did with an advice; it is input and never the outcome (Awb 3:9, 3:50)."""
    if case.is_adverse:
        for advice in case.dossier.bureau_advices:
            yield from _verified(case, advice)
        yield from _fresh(case)
    yield from _deviation(case)


def _verified(case: Case, advice: BureauAdvice) -> Iterator[Raised]:
    if not advice.verified:
        open_ = [one for one in ids(case.claimed) if one not in _anywhere(case)]
        rests = not _anywhere(case) or case.needs(open_)
        if _is_burdening(advice) and (open_ or rests):
            yield raised("C05-nothing" if rests else "C05-fact-beside", advice.id, *open_)
        return
    poor = [one.fact for one in advice.verified if one.seen_source is not YesNo.YES or one.follows is not YesNo.YES]
    relied = poor if case.is_bare else [one for one in poor if one in ids(case.claimed)]
    if relied:
        yield raised("C05-fact" if case.needs(relied) else "C05-fact-beside", advice.id, *relied)
    from_bureau = [one.id for one in case.relied_on if one.id not in _anywhere(case) and _is_from_bureau(case, one)]
    if from_bureau:
        yield raised("C05-fact" if case.needs(from_bureau) else "C05-fact-beside", advice.id, *from_bureau)


def _anywhere(case: Case) -> set[str]:
    return {one.fact for advice in case.dossier.bureau_advices for one in advice.verified}


def _is_from_bureau(case: Case, standing: Standing) -> bool:
    """Whether a fact is known from the Bureau alone."""
    sources = [case.information[id_] for id_ in standing.fact.sources if id_ in case.information]
    return bool(sources) and all(one.basis == "bibob-9" for one in sources)


def _is_burdening(advice: BureauAdvice) -> bool:
    """Whether an advice found a danger, or does not say what it found."""
    if not isinstance(advice.degree, DegreePerGround):
        return True
    degrees = {advice.degree.a, advice.degree.b}
    return bool(degrees & ADVERSE) or not degrees <= {Degree.NONE}


def _fresh(case: Case) -> Iterator[Raised]:
    advice = case.newest_advice
    for one in case.dossier.bureau_advices:
        if one.for_file is ForFile.OTHER:
            yield raised("C10-other", one.id)
    if advice is None:
        return
    issued = known(advice.issued_on)
    if issued is None:
        yield raised("C10-undated", advice.id)
        return
    years = years_between(issued.first, case.on)
    told = f"{years:.1f}".replace(".", ",")
    if Decimal(str(years)) > case.framework.value("advice_use_years"):
        yield raised("C10-old", advice.id, years=told)
    elif Decimal(str(years)) > case.framework.value("advice_fresh_years"):
        yield raised("C10-ageing", advice.id, years=told)
    since = [one for one in case.relied_on if _came_after(case, one, issued)]
    if since:
        yield raised("C10-since", advice.id, *ids(since), facts=", ".join(ids(since)))


def _came_after(case: Case, standing: Standing, issued: When) -> bool:
    sources = [case.information[id_] for id_ in standing.fact.sources if id_ in case.information]
    received = [known(one.received_on) for one in sources]
    days = [one.first for one in received if one is not None]
    return bool(days) and min(days) > issued.last


def _deviation(case: Case) -> Iterator[Raised]:
    reasoned = said(case.conclusion.deviation_reason)
    for ground in GROUNDS:
        recorded = case.recorded(ground)
        if recorded is None or recorded not in ORDER:
            continue
        advised = _advised(case, ground)
        if advised is not None and advised is not recorded and not reasoned:
            heavier = ORDER.index(recorded) > ORDER.index(advised)
            yield raised("C11-advice" if heavier else "C11-advice-lighter", ground, **_words(case, advised, recorded))
        indication = case.ground(ground).indication
        if indication is not recorded and not reasoned and advised is not recorded:
            yield from _from_indication(case, ground, indication, recorded)
    for measure in case.negative:
        if not said(measure.comparable_cases):
            yield raised("C11-comparable", measure.permit)


def _advised(case: Case, ground: str) -> Degree | None:
    advice = case.newest_advice
    if advice is None or not isinstance(advice.degree, DegreePerGround):
        return None
    degree = known(advice.degree.a if ground == "a" else advice.degree.b)
    return degree if degree in ORDER else None


def _from_indication(case: Case, ground: str, indication: Degree, recorded: Degree) -> Iterator[Raised]:
    """An indication `undetermined` beside the officer's `none` is a hint, never more (weighing.md no. 16)."""
    open_beside_none = indication is Degree.UNDETERMINED and recorded is Degree.NONE
    text = "C11-open" if open_beside_none else "C11-indication"
    yield raised(text, ground, **_words(case, indication, recorded))


def _words(case: Case, expected: Degree, recorded: Degree) -> dict[str, str]:
    return {"expected": case.catalogue.word("degree", expected), "recorded": case.catalogue.word("degree", recorded)}
