# SPDX-License-Identifier: EUPL-1.2
"""A question as it is put: once, or once for each party that it is asked of, with the answer that counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessment.catalogue.checklist import Per, Question
from assessment.dossier.answer import ONBEKEND, Answer
from assessment.dossier.blind import RuleDossier
from assessment.screening.group import group


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about the dossier as a whole (`about` is empty) or about one party, and its answer."""

    question: Question
    about: str
    answer: Answer | None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer other than `onbekend`, which is a task."""
        return self.answer is not None and self.answer.value != ONBEKEND


class Putting:
    """Puts the questions of one dossier; the groups of parties are found once."""

    def __init__(self, dossier: RuleDossier) -> None:
        """Sort the answers by question."""
        self._dossier = dossier
        self._groups: dict[Per, tuple[str, ...]] = {}
        self._given: dict[str, list[Answer]] = {}
        for one in dossier.answers:
            self._given.setdefault(one.question, []).append(one)

    def all(self, questions: Iterable[Question]) -> tuple[Asked, ...]:
        """Put each of these questions, in their order."""
        return tuple(row for question in questions for row in self.rows(question))

    def rows(self, question: Question) -> tuple[Asked, ...]:
        """Put one question: an answer for the dossier as a whole answers it for every party without its own."""
        given = {one.party: one for one in self._given.get(question.id, ())}
        members = self.members(question)
        general = given.get("")
        own = [one for one in members if one in given]
        if len(members) > 1 and (own or general is None):
            return tuple(Asked(question, one, given.get(one, general)) for one in members)
        return (Asked(question, "", given[own[0]] if len(members) == 1 and own else general),)

    def members(self, question: Question) -> tuple[str, ...]:
        """Give the parties that a question is asked of one by one; with fewer than two it is put once."""
        if question.per is None:
            return ()
        if question.per not in self._groups:
            self._groups[question.per] = group(question.per, self._dossier)
        return self._groups[question.per]

    def unused(self, questions: Sequence[Question]) -> tuple[Answer, ...]:
        """Give the answers that are kept and do not count while only these questions are asked."""
        counting = {id(row.answer) for row in self.all(questions)}
        return tuple(one for one in self._dossier.answers if id(one) not in counting)

    def seen(self, question: Question) -> Iterator[Answer]:
        """Give the answers as a condition sees them: a party that was not asked about yet is not known."""
        rows = self.rows(question)
        if len(rows) == 1 and rows[0].answer is None:
            return
        for row in rows:
            yield row.answer or Answer(question.id, ONBEKEND, about=row.about)
