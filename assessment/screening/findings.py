# SPDX-License-Identifier: EUPL-1.2
"""What the answers mean: questions of the checklist held against a dossier (blueprint 4.5; practice.md 3).

An answer makes a finding, never the lack of one; unknown is a task. Questions that only give reason to look, or are
about our own duty or somebody's care, never count against a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import COUNTING_KINDS, Question
from assessment.dossier.answer import JA, NEE, ONBEKEND, Answer
from assessment.dossier.blind import RuleDossier
from assessment.inquiry.gate import admit
from assessment.outcome import Admission, Finding
from assessment.screening.asked import Asked
from assessment.screening.walk import asked
from assessment.truth import Truth

ABOUT_SOMEBODY: Final = frozenset({"A", "B", "R", "F", "L"})
"""Letters of practice.md that are about the subject or somebody around it."""

ONLY_WEAK: Final = "Het antwoord steunt alleen op bronnen die geen feit kunnen dragen."


def findings(
    catalogue: Catalogue, dossier: RuleDossier, admissions: Sequence[Admission] | None = None
) -> tuple[Finding, ...]:
    """Give a finding per answered question that applies, and per party where it was put so.

    Hand in `admissions` where they are already there.
    """
    admissions = admit(dossier, catalogue) if admissions is None else admissions
    carrying = {one.information: one.may_carry for one in admissions}
    return tuple(_found(asked(catalogue, dossier), carrying))


def _found(rows: Iterable[Asked], carrying: Mapping[str, bool]) -> Iterator[Finding]:
    for row in rows:
        question, answer = row.question, row.answer
        holds = None if answer is None else _holds(question, answer)
        if answer is None or holds is None:
            continue
        is_weak = holds is Truth.YES and _rests_on_weak_only(answer, carrying)
        yield Finding(
            id=question.id,
            holds=Truth.UNKNOWN if is_weak else holds,
            kind=question.kind,
            grounds=_grounds(question),
            rests_on=(f"answer:{question.id}", *answer.sources),
            text=f"{question.finding} {ONLY_WEAK}" if is_weak else question.finding,
            about=row.about,
        )


def _holds(question: Question, answer: Answer) -> Truth | None:
    """Hold an answer against the one that is a signal; None where it is neither yes, no nor `onbekend`."""
    if answer.said == ONBEKEND:
        return Truth.UNKNOWN
    return Truth.of(answer.said == question.signal_on) if answer.said in (JA, NEE) else None


def _rests_on_weak_only(answer: Answer, carrying: Mapping[str, bool]) -> bool:
    """Whether sources were named and none of them may carry; a tip alone never makes a finding hold."""
    return bool(answer.sources) and not any(carrying.get(one, False) for one in answer.sources)


def _grounds(question: Question) -> tuple[str, ...]:
    if question.kind in COUNTING_KINDS:
        return question.grounds
    return tuple(one for one in question.grounds if one not in ABOUT_SOMEBODY)
