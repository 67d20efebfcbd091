# SPDX-License-Identifier: EUPL-1.2
"""What no question may turn into a finding: who somebody is, and in which neighbourhood (law.md N2; principle 10).

Rules cannot read such a thing, so an answer must not bring it in by another way. An area may be a reason to look, or
stand in the background; it never counts, keeps no degree open, and no other question hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from assessment.catalogue.checklist import AREA_THEME, COUNTING_KINDS, Question
from assessment.catalogue.condition import questions_in

_WHO_AND_WHERE: Final = re.compile(
    r"\b(nationaliteit\w*|geboorteland|geboorteplaats|afkomst|etnisch\w*|etniciteit|huidskleur|godsdienst\w*|"
    r"geloof|geloofsovertuiging|migratieachtergrond|buurt\w*|wijk|(?:aandachts|achterstands|woon)wijk(?:en)?|postcode\w*)\b",
    re.IGNORECASE,
)


def blind_faults(question: Question, questions: Mapping[str, Question]) -> Iterator[tuple[str, str]]:
    """Give the key and the fault of what would let an area, or who somebody is, weigh."""
    weighs = question.kind in COUNTING_KINDS or bool(question.decisive_for)
    if not weighs:
        return
    if question.theme == AREA_THEME:
        yield "kind", "een vraag over het gebied is alleen aanleiding of achtergrond; zij weegt nooit mee"
    for key, text in (("text", question.text), ("finding", question.finding)):
        if found := _WHO_AND_WHERE.search(text):
            yield key, f"{found[0]!r} weegt nooit mee; stel deze vraag niet, of alleen als aanleiding of achtergrond"
    for other in sorted(questions_in(question.when)):
        if other in questions and questions[other].theme == AREA_THEME:
            yield "when", f"{other} gaat over het gebied; daar hangt geen vraag van af die meeweegt"
