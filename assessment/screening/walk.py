# SPDX-License-Identifier: EUPL-1.2
"""Which question is asked now, and which come before and after it.

Everything is computed from catalogue and dossier; nothing is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import COUNTING_KINDS, Question, Theme
from assessment.dossier.answer import Answer
from assessment.dossier.blind import RuleDossier
from assessment.outcome import Assessment
from assessment.screening.applicability import applicable
from assessment.screening.asked import Asked, Putting
from assessment.truth import Truth


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one theme has come, counted per party; `onbekend` is a task and therefore still open."""

    theme: Theme
    answered: int
    open: int
    total: int


def asked(catalogue: Catalogue, dossier: RuleDossier) -> tuple[Asked, ...]:
    """Give the questions as they are put, each of its parties in turn, with the answers that count."""
    return Putting(dossier).all(applicable(catalogue, dossier))


def unused(catalogue: Catalogue, dossier: RuleDossier) -> tuple[Answer, ...]:
    """Give the answers that are kept and do not count: to a question that does not apply, or about another party."""
    return Putting(dossier).unused(applicable(catalogue, dossier))


def open_questions(catalogue: Catalogue, dossier: RuleDossier) -> tuple[Question, ...]:
    """Give the questions that still have something to answer."""
    return tuple(dict.fromkeys(row.question for row in asked(catalogue, dossier) if not row.is_answered))


def next_open(catalogue: Catalogue, dossier: RuleDossier, after: str | None = None) -> Question | None:
    """Give the first question without an answer, from `after` on and then from the start; None when there is none.

    A question answered with `onbekend` comes round only when nothing else is left.
    """
    place = _places(catalogue)
    rows = [row for row in asked(catalogue, dossier) if not row.is_answered]
    untouched = [row for row in rows if row.answer is None]
    found = [row.question for row in untouched or rows]
    here = -1 if after is None else place[after]
    return next((one for one in found if place[one.id] > here), next(iter(found), None))


def most_useful(
    catalogue: Catalogue, dossier: RuleDossier, assessment: Assessment, after: str | None = None
) -> Question | None:
    """Give the open question that is worth most now; None when there is none.

    First what can still change an indication, the smallest change first; then what bears on the subject in a theme
    where something was found, for and against; then the rest in order; last what was answered with `onbekend` and
    decides nothing. From `after` on the same round goes on, so that a question that is passed over comes back once
    per round. After a decisive question that was answered the round begins anew.
    """
    worth = _Worth(catalogue, assessment)
    rows = [row for row in asked(catalogue, dossier) if not row.is_answered]
    keys: dict[str, tuple[int, ...]] = {}
    for row in rows:
        keys[row.question.id] = min(worth.of(row), keys.get(row.question.id, _LEAST))
    order = sorted(keys, key=keys.__getitem__)
    if after is None or (after not in keys and catalogue.questions[after].decisive_for):
        return catalogue.questions[order[0]] if order else None
    here = keys.get(after) or worth.of(Asked(catalogue.questions[after], "", None))
    later = (one for one in order if keys[one] > here)
    found = next(later, next(iter(order), None))
    return catalogue.questions[found] if found else None


def next_after(catalogue: Catalogue, dossier: RuleDossier, question: str) -> Question | None:
    """Give the question after this one, or None at the end; raises KeyError for an unknown id."""
    place = _places(catalogue)
    return next((one for one in applicable(catalogue, dossier) if place[one.id] > place[question]), None)


def before(catalogue: Catalogue, dossier: RuleDossier, question: str) -> Question | None:
    """Give the question before this one, or None at the start; raises KeyError for an unknown id."""
    place = _places(catalogue)
    earlier = [one for one in applicable(catalogue, dossier) if place[one.id] < place[question]]
    return earlier[-1] if earlier else None


def progress(catalogue: Catalogue, dossier: RuleDossier) -> tuple[Progress, ...]:
    """Count per theme what is answered and what is open, over the questions that are asked."""
    rows = asked(catalogue, dossier)
    found = []
    for theme in catalogue.themes:
        answered = [row.is_answered for row in rows if row.question.theme == theme.code]
        found.append(Progress(theme, sum(answered), len(answered) - sum(answered), len(answered)))
    return tuple(found)


_LEAST: Final = (9,)
"""Worth less than any question."""


def _places(catalogue: Catalogue) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(catalogue.questions)}


class _Worth:
    """What an open question is worth: a key that sorts, smallest first."""

    def __init__(self, catalogue: Catalogue, assessment: Assessment) -> None:
        self._place = _places(catalogue)
        self._raising = {
            ground.ground: ground.would_raise
            for ground in (assessment.a, assessment.b)
            if ground.low is not ground.high
        }
        found = [one.id for one in assessment.findings if one.holds is Truth.YES]
        self._themes = frozenset(catalogue.questions[id_].theme for id_ in found)

    def of(self, row: Asked) -> tuple[int, ...]:
        question, was_tried = row.question, row.answer is not None
        size = self._smallest(question)
        if size is not None:
            return (0, size, was_tried, self._place[question.id])
        if was_tried:
            return (3, self._place[question.id])
        told = question.kind in COUNTING_KINDS and question.theme in self._themes
        return (1 if told else 2, self._place[question.id])

    def _smallest(self, question: Question) -> int | None:
        """Give the size of the smallest set that would raise an indication and in which this question stands."""
        sets = [one for ground in question.decisive_for for one in self._raising.get(ground, ()) if question.id in one]
        return min(map(len, sets), default=None)
