# SPDX-License-Identifier: EUPL-1.2
"""The officer's written answers to checks: read and replaced."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessment.dossier.conclusion import CheckAnswer, Conclusion
from assessment.known import NOT_LISTED
from assessment.outcome import Check, Severity


@dataclass(frozen=True, slots=True)
class Key:
    """What tells checks apart: their number and what they are about."""

    check: str
    about: tuple[str, ...]


def key_of(check: Check) -> Key:
    """Give the key of a check; checks with the same key share one answer."""
    return Key(check.id, check.about)


def may_be_answered(check: Check) -> bool:
    """Whether a written answer settles it: not a hint, and not a block that only a change of the dossier lifts."""
    return check.severity is not Severity.HINT and not check.hard


def answer_to(conclusion: Conclusion, key: Key) -> str:
    """Give the answer to a check: its own, or one that was given to the check as a whole."""
    own = [one for one in conclusion.check_answers if _is_own(one, key)]
    whole = [one for one in conclusion.check_answers if one.check[:3] == key.check and _covers(one, key)]
    return next((one.text for one in (*own, *whole)), "")


def with_answer(conclusion: Conclusion, key: Key, text: str) -> Conclusion:
    """Give the conclusion with another answer; an empty text takes it away."""
    others = tuple(one for one in conclusion.check_answers if not _is_own(one, key))
    new = (*others, CheckAnswer(key.check, key.about, text)) if text else others
    return replace(conclusion, check_answers=new or NOT_LISTED)


def _is_own(answer: CheckAnswer, key: Key) -> bool:
    return answer.check == key.check and answer.about == key.about


def _covers(answer: CheckAnswer, key: Key) -> bool:
    return not answer.about or set(key.about) <= set(answer.about)
