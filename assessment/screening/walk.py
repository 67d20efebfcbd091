# SPDX-License-Identifier: EUPL-1.2
"""Which question is asked now, and which come before and after it.

Everything is computed from catalogue and dossier; nothing is remembered. A condition that is not known lets the
question be asked. The answer to a question that does not apply is kept in the dossier and does not count: conditions
see it as `n.v.t.`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question, Theme
from assessment.catalogue.condition import questions_in
from assessment.dossier.answer import NVT, ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.truth import Truth


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one theme has come; `onbekend` is a task and therefore still open."""

    theme: Theme
    answered: int
    open: int
    total: int


def applicable(catalogue: Catalogue, dossier: Dossier) -> tuple[Question, ...]:
    """Give the questions that are asked, in the order of the catalogue."""
    asked = _Applicability(catalogue.questions, dossier).of_all()
    return tuple(question for question in catalogue.questions.values() if asked[question.id])


def is_answered(dossier: Dossier, question: str) -> bool:
    """Whether a question has an answer other than `onbekend`."""
    answer = dossier.answer_to(question)
    return answer is not None and answer.value != ONBEKEND


def next_open(catalogue: Catalogue, dossier: Dossier, after: str | None = None) -> Question | None:
    """Give the first question without an answer, from `after` on and then from the start; None when there is none.

    A question answered with `onbekend` comes round only when nothing else is left.
    """
    questions = _from(catalogue, applicable(catalogue, dossier), after)
    untouched = (one for one in questions if dossier.answer_to(one.id) is None)
    still_open = (one for one in questions if not is_answered(dossier, one.id))
    return next(untouched, None) or next(still_open, None)


def next_after(catalogue: Catalogue, dossier: Dossier, question: str) -> Question | None:
    """Give the question after this one, or None at the end; raises KeyError for an unknown id."""
    place = _places(catalogue)
    return next((one for one in applicable(catalogue, dossier) if place[one.id] > place[question]), None)


def before(catalogue: Catalogue, dossier: Dossier, question: str) -> Question | None:
    """Give the question before this one, or None at the start; raises KeyError for an unknown id."""
    place = _places(catalogue)
    earlier = [one for one in applicable(catalogue, dossier) if place[one.id] < place[question]]
    return earlier[-1] if earlier else None


def progress(catalogue: Catalogue, dossier: Dossier) -> tuple[Progress, ...]:
    """Count per theme what is answered and what is open, over the questions that are asked."""
    questions = applicable(catalogue, dossier)
    rows = []
    for theme in catalogue.themes:
        ids = [one.id for one in questions if one.theme == theme.code]
        answered = sum(is_answered(dossier, id_) for id_ in ids)
        rows.append(Progress(theme, answered, len(ids) - answered, len(ids)))
    return tuple(rows)


def _places(catalogue: Catalogue) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(catalogue.questions)}


def _from(catalogue: Catalogue, questions: tuple[Question, ...], after: str | None) -> tuple[Question, ...]:
    if after is None:
        return questions
    place = _places(catalogue)
    later = tuple(one for one in questions if place[one.id] > place[after])
    return (*later, *questions[: len(questions) - len(later)])


class _Applicability:
    """One reading of the conditions; what a condition looks at is settled before the condition itself."""

    def __init__(self, questions: Mapping[str, Question], dossier: Dossier) -> None:
        self._questions = questions
        self._dossier = dossier
        self._asked: dict[str, bool] = {}

    def of_all(self) -> dict[str, bool]:
        for id_ in self._questions:
            self._settle(id_)
        return self._asked

    def _settle(self, id_: str) -> None:
        """Decide on one question, first on those it depends on (the catalogue has no circles)."""
        if id_ in self._asked:
            return
        question = self._questions[id_]
        looked_at = questions_in(question.when)
        for other in looked_at:
            self._settle(other)
        hidden = {one for one in looked_at if not self._asked[one]}
        self._asked[id_] = question.applies(self._without(hidden)) is not Truth.NO

    def _without(self, hidden: set[str]) -> Dossier:
        """Give the dossier as a condition may see it: a question that is not asked is `n.v.t.`."""
        if not hidden:
            return self._dossier
        kept = tuple(answer for answer in self._dossier.answers if answer.question not in hidden)
        return replace(self._dossier, answers=(*kept, *(Answer(one, NVT) for one in sorted(hidden))))
