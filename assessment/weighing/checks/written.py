# SPDX-License-Identifier: EUPL-1.2
"""Everything that an officer wrote in his own words: what he concludes, answers, and says of a fact.

What others said - the content of information, the view that somebody gave, an answer on the form - is not his.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.dossier.conclusion import Conclusion, GroundConclusion, Measure, ObtainConclusion, RegularGrounds
from assessment.dossier.fact import Benefit, Fact, ToObtain
from assessment.weighing.checks.case import Case


@dataclass(frozen=True, slots=True)
class Written:
    """One text, what it is about, and the sentence of the framework that names its place."""

    about: str
    text: object
    place: str


def concluded(case: Case) -> Iterator[Written]:
    """Give the texts of the conclusion, of the answers to views, and of the answers to checks."""
    conclusion = case.conclusion
    for name in ("a", "b", "c"):
        part = getattr(conclusion, name)
        if isinstance(part, GroundConclusion | ObtainConclusion):
            yield Written(name, part.reasons, f"place-{name}")
    yield Written("conclusion.age_of_facts", conclusion.age_of_facts, "place-age-of-facts")
    yield Written("conclusion.deviation_reason", conclusion.deviation_reason, "place-deviation-reason")
    for measure in conclusion.measure:
        yield from (Written(measure.permit, text, "place-measure") for text in _of_measure(measure))
    yield from _beside(conclusion)
    for hearing in case.dossier.hearings:
        yield Written(hearing.id, hearing.response, "place-response")


def _of_measure(measure: Measure) -> Iterator[object]:
    yield from (measure.interests, measure.fits_degree, measure.fits_seriousness, measure.conditions_considered)
    for condition in measure.conditions:
        yield from (condition.text, condition.reason)


def _beside(conclusion: Conclusion) -> Iterator[Written]:
    if isinstance(conclusion.regular_grounds, RegularGrounds):
        yield Written("conclusion.regular_grounds", conclusion.regular_grounds.outcome, "place-regular-grounds")
    for answer in conclusion.check_answers:
        yield Written(answer.check, answer.text, "place-check-answer")


def told_of(fact: Fact) -> Iterator[object]:
    """Give the texts in which the officer tells one fact."""
    yield from (fact.description, fact.suspicion_reason, fact.why_still)
    yield from (link.reason for link in fact.links)
    if isinstance(fact.benefit, Benefit):
        yield from (fact.benefit.method, fact.benefit.money_path)
    if isinstance(fact.to_obtain, ToObtain):
        yield from (fact.to_obtain.truth, fact.to_obtain.intent, fact.to_obtain.relevance)
