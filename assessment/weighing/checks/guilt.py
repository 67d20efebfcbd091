# SPDX-License-Identifier: EUPL-1.2
"""Words that declare somebody guilty, read clause by clause (C13). The patterns stand in `checks.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assessment.catalogue.check import GuiltWords

LONGEST: Final = 20_000
"""Characters of one text that are read; a longer text is no reasoning of an officer."""

_ENDS: Final = re.compile(r"[;\n]|[.!?](?=\s|$)(?<![A-Z]\.)(?<!\bdhr\.)(?<!\bmevr\.)(?<!\b(?:mw|mr|nr)\.)(?<!\bart\.)")
"""Where a sentence ends: not at the point in `B.V.`, in `80.000`, behind an initial or `art.`."""

_QUOTED: Final = re.compile(r"“[^“”\n]{0,600}”|\"[^\"\n]{0,600}\"|«[^«»\n]{0,600}»|‘[^‘’\n]{0,600}’(?!\w)")
_LEAST_QUOTED: Final = 3
"""Words between quotation marks from which they are what another said; one or two are the officer's own emphasis."""

_BEFORE: Final = 25
_BEHIND: Final = 8
"""Characters before and behind the guilty words, within one comma, in which a negation belongs to them."""


def guilty_words(text: object, words: GuiltWords) -> str:
    """Give the first words that declare guilt in a clause without any caution, or an empty text."""
    if not isinstance(text, str):
        return ""
    patterns = _patterns(words)
    own = _QUOTED.sub(_without_quote, text[:LONGEST])
    return next((found for clause in _clauses(own, patterns) if (found := _declared(clause, patterns))), "")


@dataclass(frozen=True, slots=True)
class _Patterns:
    guilty: re.Pattern[str]
    cautious: re.Pattern[str]
    negations: re.Pattern[str]
    turns: re.Pattern[str]


def _without_quote(quote: re.Match[str]) -> str:
    """Leave out what somebody else said; a word in quotation marks for emphasis stays the officer's own."""
    inner = quote[0][1:-1]
    return " … " if len(inner.split()) >= _LEAST_QUOTED else inner


def _clauses(text: str, patterns: _Patterns) -> Iterator[str]:
    """Cut where a new assertion begins, which the caution of what stands before it does not reach."""
    for sentence in _ENDS.split(text):
        start = 0
        for turn in patterns.turns.finditer(sentence):
            yield sentence[start : turn.start()]
            start = turn.start()
        yield sentence[start:]


def _declared(clause: str, patterns: _Patterns) -> str:
    if patterns.cautious.search(clause):
        return ""
    for found in patterns.guilty.finditer(clause):
        before = clause[max(0, found.start() - _BEFORE) : found.start()].rpartition(",")[2]
        behind = clause[found.end() : found.end() + _BEHIND].partition(",")[0]
        if not patterns.negations.search(f"{before}{found[0]}{behind}"):
            return found[0].strip()
    return ""


@lru_cache(maxsize=8)
def _patterns(words: GuiltWords) -> _Patterns:
    def one_of(patterns: tuple[str, ...], end: str = r"(?!\w)") -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{one}){end}" for one in patterns), re.IGNORECASE)

    guilty, cautious, negations = (one_of(one) for one in (words.guilty, words.cautious, words.negations))
    return _Patterns(guilty, cautious, negations, one_of(words.turns, end=""))
