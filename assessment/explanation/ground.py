# SPDX-License-Identifier: EUPL-1.2
"""Why a ground has its indication: the row that spoke, the facts that count and that do not, and what is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.conclusion import Conclusion, GroundConclusion, ObtainConclusion
from assessment.dossier.dossier import Dossier
from assessment.explanation.fact import ARTICLE
from assessment.explanation.tree import Explained, FollowsFrom, JudgementOf, judged, of_reason
from assessment.known import NOT_KNOWN_WORD, Maybe
from assessment.money import show_number, show_percent
from assessment.outcome import Assessment, FactOutcome, GroundOutcome, ObtainOutcome, Reason

ARTICLES: Mapping[str, str] = {
    "a": "Wet Bibob art. 3 lid 2",
    "b": "Wet Bibob art. 3 lid 3",
    "c": "Wet Bibob art. 3 lid 6",
}
"""The criteria of each ground."""

CRITERIA: Final = {
    "suspicion": "ernst van het vermoeden",
    "relation": "aard van de relatie",
    "benefit": "grootte van het voordeel",
    "count": "aantal strafbare feiten",
}
"""The criteria of art. 3 par. 2 and 3 beside the facts themselves."""

COUNTING: Final = "counting"
NOT_COUNTING: Final = "not-counting"


def explain_ground(
    outcome: GroundOutcome, assessment: Assessment, dossier: Dossier, catalogue: Catalogue
) -> FollowsFrom:
    """Explain ground a or b."""
    row = catalogue.framework.rows.get(outcome.rule)
    low, high = (catalogue.word("degree", one) for one in (outcome.low, outcome.high))
    inputs = (
        ("feiten die meetellen", ", ".join(_counting(outcome.ground, assessment.facts))),
        *((name, str(outcome.criteria[key])) for key, name in CRITERIA.items() if key in outcome.criteria),
        ("marge", low if low == high else f"{low} – {high}"),
        ("draagt op", _sets(outcome.decisive)),
        ("hoger met", _sets(outcome.would_raise)),
        *values(outcome.ground, assessment, catalogue),
    )
    return FollowsFrom(
        outcome.rule,
        row.source if row else ARTICLES[outcome.ground],
        catalogue.word("degree", outcome.indication),
        tuple((name, value) for name, value in inputs if value),
        (
            *_parts(outcome.ground, outcome.reasons, assessment.facts),
            *_concluded(outcome.ground, dossier, catalogue),
        ),
        (outcome.ground,),
    )


def explain_obtaining(
    outcome: ObtainOutcome, assessment: Assessment, dossier: Dossier, catalogue: Catalogue
) -> FollowsFrom:
    """Explain par. 6: which elements are there, and what the officer said of it."""
    inputs = (("feiten", ", ".join(outcome.facts)), ("ontbreekt", ", ".join(outcome.missing)))
    return FollowsFrom(
        f"obtain-{outcome.indication}",
        ARTICLES["c"],
        catalogue.word("invoked", outcome.indication),
        tuple((name, value) for name, value in inputs if value),
        (*_parts("c", outcome.reasons, assessment.facts), *_concluded("c", dossier, catalogue)),
        ("c",),
    )


def _parts(ground: str, reasons: tuple[Reason, ...], facts: tuple[FactOutcome, ...]) -> Iterator[Explained]:
    """First why the indication is what it is; then per fact why it counts, and why it does not."""
    yield from (of_reason(one) for one in reasons)
    counting = tuple(_of_fact(one, _reasons_for(one, ground)) for one in facts if ground in one.counts_for)
    if counting:
        yield FollowsFrom(COUNTING, ARTICLES[ground], "telt mee", parts=counting)
    against = tuple(
        _of_fact(one, [why.reason for why in one.not_for if why.ground == ground])
        for one in facts
        if any(why.ground == ground for why in one.not_for)
    )
    if against:
        yield FollowsFrom(NOT_COUNTING, ARTICLES[ground], "telt niet mee", parts=against)


def _of_fact(fact: FactOutcome, reasons: Iterable[Reason]) -> FollowsFrom:
    return FollowsFrom("fact", ARTICLE, fact.id, parts=tuple(of_reason(one) for one in reasons), about=(fact.id,))


def _reasons_for(fact: FactOutcome, ground: str) -> list[Reason]:
    return [one for one in fact.reasons if one.rule in {f"counts-{ground}", "slight"}]


def _counting(ground: str, facts: tuple[FactOutcome, ...]) -> Iterator[str]:
    return (one.id for one in facts if ground in one.counts_for)


def _unexplained(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Give the part of the financing that is not shown; it can carry ground a in place of a large benefit."""
    for one in assessment.funding.figures if assessment.funding else ():
        if one.name == "not_evidenced_share":
            yield (
                "Deel van de investering dat niet is aangetoond",
                NOT_KNOWN_WORD if one.value is None else show_percent(one.value),
            )


def values(ground: str, assessment: Assessment, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give what the rows of a ground are held against: of a what was not shown, and the values of the framework."""
    yield from _unexplained(assessment) if ground == "a" else ()
    for one in catalogue.framework.settings.values():
        if ground in one.grounds:
            yield one.name, show_number(one.value)


def _sets(sets: tuple[tuple[str, ...], ...]) -> str:
    return "; ".join(" + ".join(one) for one in sets)


def _concluded(ground: str, dossier: Dossier, catalogue: Catalogue) -> Iterator[JudgementOf]:
    """What the officer concluded stands beside the indication, never in its place."""
    conclusion = dossier.conclusion
    if not isinstance(conclusion, Conclusion):
        return
    part: Maybe[GroundConclusion | ObtainConclusion] = {"a": conclusion.a, "b": conclusion.b, "c": conclusion.c}[ground]
    if isinstance(part, GroundConclusion):
        word = catalogue.word("degree", part.degree) if part.degree else ""
        yield from judged(_joined(word, part.reasons), ground)
    elif isinstance(part, ObtainConclusion):
        word = catalogue.word("yes-no", part.invoked) if part.invoked else ""
        yield from judged(_joined(word, part.reasons), ground)
    yield from judged(conclusion.deviation_reason, ground)


def _joined(word: str, reasons: Maybe[str]) -> str:
    """Tell the word that the officer chose with the reasons that he gave."""
    given = reasons.strip() if isinstance(reasons, str) else ""
    return ": ".join(filter(None, (word, given)))
