# SPDX-License-Identifier: EUPL-1.2
"""What no question may turn into a finding: who somebody is, and in which neighbourhood (law.md N2; principle 10).

Rules cannot read such a thing, so an answer must not bring it in by another way. An area may be a reason to look, or
stand in the background; it never counts, keeps no degree open, and no other question hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assessment.catalogue.checklist import AREA_THEME, COUNTING_KINDS, Question
from assessment.catalogue.condition import questions_in
from assessment.catalogue.policy import NotAsked


def blind_faults(question: Question, questions: Mapping[str, Question], never: NotAsked) -> Iterator[tuple[str, str]]:
    """Give the key and the fault of what would let an area weigh, or of what asks who somebody is."""
    weighs = question.kind in COUNTING_KINDS or bool(question.decisive_for)
    for key, text in (("text", question.text), ("finding", question.finding)):
        if word := _first(text, never.persons):
            yield key, f"{word!r} weegt nooit mee: wie iemand is, wordt nooit gevraagd ({never.source})"
        elif weighs and (word := _first(text, never.places)):
            what = f"een wijk of buurt telt nooit mee ({never.source}); kies trigger of context"
            yield key, f"{word!r} weegt nooit mee: {what}"
    if not weighs:
        return
    if question.theme == AREA_THEME:
        yield "kind", "een vraag over het gebied is alleen aanleiding of achtergrond; zij weegt nooit mee"
    for other in sorted(questions_in(question.when)):
        if other in questions and questions[other].theme == AREA_THEME:
            yield "when", f"{other} gaat over het gebied; daar hangt geen vraag van af die meeweegt"


def _first(text: str, patterns: tuple[str, ...]) -> str:
    found = (re.search(one, text, re.IGNORECASE) for one in patterns)
    return next((one[0] for one in found if one), "")
