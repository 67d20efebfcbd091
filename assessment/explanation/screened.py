# SPDX-License-Identifier: EUPL-1.2
"""Why a question has its finding, what is still open, and which duty an event brought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.explanation.tree import FollowsFrom, JudgementOf, judged
from assessment.outcome import Duty, Finding, OpenPoint
from assessment.screening.findings import ONLY_WEAK
from assessment.truth import Truth

CAREFUL: Final = "Awb art. 3:2"
"""What is not known is sought: the article of a task that no question of the checklist names."""

OPEN: Final = "open-point"

_WORDS: Final = {Truth.YES: JA, Truth.NO: NEE, Truth.UNKNOWN: ONBEKEND}


def explain_finding(finding: Finding, dossier: Dossier, catalogue: Catalogue) -> FollowsFrom:
    """Explain a finding: the answer that was given, and what the officer wrote beside it."""
    question = catalogue.questions.get(finding.id)
    answer = dossier.answer_to(finding.id, finding.about) or dossier.answer_to(finding.id)
    inputs = (
        ("antwoord", answer.said if answer else ""),
        ("bevinding", _WORDS[finding.holds]),
        ("soort", catalogue.word("kind", finding.kind)),
        ("gronden", ", ".join(finding.grounds)),
        ("steunt op", ", ".join(finding.rests_on)),
    )
    about = tuple(filter(None, (finding.id, finding.about)))
    return FollowsFrom(
        finding.id,
        question.legal_basis if question else CAREFUL,
        _told(finding, question),
        tuple((name, value) for name, value in inputs if value),
        (*_weak(finding), *(_judged(answer, about) if answer else ())),
        about,
    )


def _told(finding: Finding, question: Question | None) -> str:
    """Tell what was found; where it does not hold, only what was asked."""
    asked = question.text if question else finding.id
    return finding.text or asked if finding.holds is Truth.YES else asked


def _weak(finding: Finding) -> Iterator[FollowsFrom]:
    """Say why a yes is not a finding: no source under it may carry one (weighing.md no. 3)."""
    if finding.text.endswith(ONLY_WEAK):
        yield FollowsFrom("weak-sources", CAREFUL, ONLY_WEAK, about=(finding.id,))


def _judged(answer: Answer, about: tuple[str, ...]) -> Iterator[JudgementOf]:
    """Give the officer's note, and the innocent explanation that he considered, at the same length."""
    yield from judged(answer.note, *about)
    yield from judged(answer.innocent_explanation, *about)


def explain_open(point: OpenPoint, catalogue: Catalogue) -> FollowsFrom:
    """Explain a task: what asks it, and on which article."""
    question = catalogue.questions.get(point.id)
    if question is None:
        return FollowsFrom(OPEN, CAREFUL, point.about, about=(point.id,))
    return FollowsFrom(question.id, question.legal_basis, point.about, about=(point.id,))


def explain_duty(duty: Duty) -> FollowsFrom:
    """Explain a duty: by when, what fulfils it, and whether that was done."""
    inputs = (
        ("uiterlijk", str(duty.due) if duty.due else ""),
        ("klaar", duty.done),
        ("gedaan", JA if duty.fulfilled else NEE),
    )
    return FollowsFrom(duty.id, duty.basis, duty.text, tuple((name, value) for name, value in inputs if value))
