# SPDX-License-Identifier: EUPL-1.2
"""How a term was counted: its steps, the days to which they lead, and the sentences that explain the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.term import TermRules
from assessment.catalogue.wording import Sentence
from assessment.explanation.tree import FollowsFrom
from assessment.outcome import Term

DECIDING: Final = "Awb art. 4:13"
"""The article of a term that has no steps."""
NOTE: Final = "note"
"""The rule of a note that no sentence of the catalogue gave."""


def explain_term(term: Term, catalogue: Catalogue) -> FollowsFrom:
    """Explain a term: the row of its steps, the three days to which they lead, and its notes."""
    ends = (
        ("einde", str(term.raw_end)),
        ("wettelijk einde", str(term.statutory_end)),
        ("veilig einde", str(term.safe_end)),
    )
    steps = tuple(
        FollowsFrom(one.rule, one.rule, one.text or one.rule, (("van", str(one.from_)), ("tot", str(one.until))))
        for one in term.steps
    )
    article = steps[0].article if steps else DECIDING
    notes = tuple(_note(one, article, catalogue) for one in term.notes)
    return FollowsFrom(term.id, article, catalogue.word("term", term.id), ends, (*steps, *notes), (term.id,))


def told_by(note: str, rules: TermRules) -> tuple[str, Sentence] | None:
    """Find the sentence of the catalogue that a note was made of: its id (of a reading: that of the reading)."""
    return next((one for one in _sentences(rules) if _pattern(one[1].text).fullmatch(note)), None)


def _note(note: str, article: str, catalogue: Catalogue) -> FollowsFrom:
    found = told_by(note, catalogue.terms)
    return FollowsFrom(found[0], found[1].source, note) if found else FollowsFrom(NOTE, article, note)


def _sentences(rules: TermRules) -> Iterator[tuple[str, Sentence]]:
    yield from rules.notes.items()
    for id_, reading in rules.readings.items():
        yield from ((id_, text) for text in reading.texts.values())


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Give a sentence as a pattern in which anything may stand in its places."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)))
