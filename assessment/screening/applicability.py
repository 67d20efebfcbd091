# SPDX-License-Identifier: EUPL-1.2
"""Which questions apply: conditions held against a dossier.

A condition that is not known lets the question be asked. The answer to a question that does not apply is kept in the
dossier and does not count: conditions see it as `n.v.t.`.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.catalogue.condition import questions_in
from assessment.dossier.answer import NVT, Answer
from assessment.dossier.blind import RuleDossier
from assessment.screening.asked import Putting
from assessment.truth import Truth


def applicable(catalogue: Catalogue, dossier: RuleDossier) -> tuple[Question, ...]:
    """Give the questions that are asked, in the order of the catalogue."""
    asked = _Applicability(catalogue.questions, dossier).of_all()
    return tuple(question for question in catalogue.questions.values() if asked[question.id])


class _Applicability:
    """One reading of the conditions; what a condition looks at is settled before the condition itself."""

    def __init__(self, questions: Mapping[str, Question], dossier: RuleDossier) -> None:
        self._questions = questions
        putting = Putting(dossier)
        seen = tuple(one for question in questions.values() for one in putting.seen(question))
        self._dossier = dossier.with_answers(seen)
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

    def _without(self, hidden: set[str]) -> RuleDossier:
        """Give the dossier as a condition may see it: a question that is not asked is `n.v.t.`."""
        if not hidden:
            return self._dossier
        kept = tuple(answer for answer in self._dossier.answers if answer.question not in hidden)
        return self._dossier.with_answers((*kept, *(Answer(one, NVT) for one in sorted(hidden))))
