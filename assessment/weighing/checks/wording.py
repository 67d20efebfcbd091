# SPDX-License-Identifier: EUPL-1.2
"""C13: wording that declares somebody guilty of what is a suspicion. The patterns stand in `checks.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assessment.catalogue.check import GuiltWords
from assessment.dossier.conclusion import GroundConclusion, ObtainConclusion
from assessment.dossier.fact import Status
from assessment.weighing.checks.case import Case, Raised, raised

CONVICTED: Final = frozenset({Status.CONVICTION, Status.CONVICTION_FINAL})
_SENTENCES: Final = re.compile(r"[^.!?;\n]+")
LONGEST: Final = 20_000
"""Characters of one text that are read; a longer text is no reasoning of an officer."""

_BEFORE: Final = 25
_BEHIND: Final = 12
"""Characters before and behind the guilty words in which a negation belongs to them."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Read the officer's texts; only where every fact rests on a conviction may a text say that it was done."""
    words = case.catalogue.checks.guilt
    suspected = [one for one in case.usable if one.fact.status not in CONVICTED]
    for one in suspected:
        for text in (one.fact.description, one.fact.suspicion_reason):
            if found := guilty_words(text, words):
                yield raised("C13-fact", one.id, words=found)
    if suspected:
        for place, told in officer_texts(case):
            if found := guilty_words(told, words):
                yield raised("C13-conclusion", place, words=found, place=_told(case, place))


def guilty_words(text: object, words: GuiltWords) -> str:
    """Give the first words that declare guilt in a sentence without any caution, or an empty text."""
    if not isinstance(text, str):
        return ""
    patterns = _patterns(words)
    for sentence in _SENTENCES.findall(text[:LONGEST]):
        found = _declared(sentence, patterns)
        if found:
            return found
    return ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    guilty: re.Pattern[str]
    cautious: re.Pattern[str]
    negations: re.Pattern[str]


def _declared(sentence: str, patterns: _Patterns) -> str:
    if patterns.cautious.search(sentence):
        return ""
    for found in patterns.guilty.finditer(sentence):
        around = sentence[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
        if not patterns.negations.search(around):
            return found[0].strip()
    return ""


@lru_cache(maxsize=8)
def _patterns(words: GuiltWords) -> _Patterns:
    def one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{one})\b" for one in patterns), re.IGNORECASE)

    return _Patterns(one_of(words.guilty), one_of(words.cautious), one_of(words.negations))


def _told(case: Case, place: str) -> str:
    """Name a part of the conclusion; what is no part of it is a permit with a measure."""
    found = case.framework.reasons.get(f"place-{place.replace('_', '-')}")
    return found.text if found else case.framework.reasons["place-measure"].filled(permit=place)


def officer_texts(case: Case) -> Iterator[tuple[str, object]]:
    """Give the texts of the conclusion, each with the part or the permit that it stands at."""
    conclusion = case.conclusion
    for name in ("a", "b", "c"):
        part = getattr(conclusion, name)
        if isinstance(part, GroundConclusion | ObtainConclusion):
            yield name, part.reasons
    yield "age_of_facts", conclusion.age_of_facts
    yield "deviation_reason", conclusion.deviation_reason
    for measure in conclusion.measure:
        for text in (measure.interests, measure.fits_degree, measure.fits_seriousness, measure.conditions_considered):
            yield measure.permit, text
