# SPDX-License-Identifier: EUPL-1.2
"""What happens to the answers of a running dossier when it goes over to another catalogue (blueprint 4.5).

Nothing does by itself: a dossier keeps the catalogue that it began with until an officer decides otherwise. A question
is the same when what was asked and what an answer means are the same, whatever its explanation says by now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dossier.answer import ONBEKEND, Answer
from assessment.dossier.dossier import Dossier
from assessment.screening.applicability import applicable


@dataclass(frozen=True, slots=True)
class CarryOver:
    """The answers that stay, those to confirm because their question changed, those whose question is gone.

    `new` are the questions that the old catalogue did not know and that this dossier would be asked.
    """

    kept: tuple[Answer, ...]
    changed: tuple[Answer, ...]
    gone: tuple[Answer, ...]
    new: tuple[str, ...]


def content_hash(question: Question) -> str:
    """Give the SHA-256 of what was asked: text, signal, kind, grounds, condition, finding and who it is put to."""
    parts = (
        question.text,
        question.signal_on,
        question.kind.value,
        question.grounds,
        question.when,
        question.finding,
        question.per,
    )
    # Conditions are frozen values of a closed language: their repr names every part of them.
    return sha256(repr(parts).encode()).hexdigest()


def carry_over(dossier: Dossier, old: Catalogue, new: Catalogue) -> CarryOver:
    """Sort the answers of a dossier; an answer to a question that the old catalogue did not know is gone as well."""
    kept, changed, gone = [], [], []
    for answer in dossier.answers:
        before, after = old.questions.get(answer.question), new.questions.get(answer.question)
        if before is None or after is None or (answer.party and after.per is None):
            gone.append(answer)
        elif content_hash(before) == content_hash(after):
            kept.append(answer)
        else:
            changed.append(answer)
    over = CarryOver(tuple(kept), tuple(changed), tuple(gone), ())
    asked = applicable(new, carried(dossier, over, new))
    return replace(over, new=tuple(one.id for one in asked if one.id not in old.questions))


def carried(dossier: Dossier, over: CarryOver, new: Catalogue) -> Dossier:
    """Give the dossier under the new catalogue, as it is until somebody confirms.

    An answer to a changed question keeps its note and sources and counts as `onbekend`; one whose question is gone
    stands in `over` alone.
    """
    asked_again = {id(one) for one in over.changed}
    staying = {id(one) for one in over.kept} | asked_again
    answers = tuple(
        replace(one, value=ONBEKEND) if id(one) in asked_again else one for one in dossier.answers if id(one) in staying
    )
    return replace(dossier, catalogue=new.date, answers=answers)
