# SPDX-License-Identifier: EUPL-1.2
"""What the officer concludes, in the officer's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.degree import Degree
from assessment.dossier.bureau_advice import YesNo
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


class Decision(StrEnum):
    """What can be decided on a permit (law.md 2.2)."""

    GRANT = "grant"
    GRANT_WITH_CONDITIONS = "grant-with-conditions"
    REFUSE = "refuse"
    REVOKE = "revoke"
    LEAVE_UNTREATED = "leave-untreated"
    ASK_BUREAU = "ask-bureau"
    ASK_SUBJECT = "ask-subject"


@dataclass(frozen=True, slots=True)
class GroundConclusion:
    """The degree on ground a or b (art. 3 par. 1), with reasons."""

    degree: Maybe[Degree] = NOT_KNOWN
    reasons: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class ObtainConclusion:
    """Whether art. 3 par. 6 is invoked, with reasons."""

    invoked: Maybe[YesNo] = NOT_KNOWN
    reasons: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition (art. 3 par. 7): its text, the danger it limits, why, and how it is tested."""

    text: str = ""
    limits: Maybe[str] = NOT_KNOWN
    reason: Maybe[str] = NOT_KNOWN
    test: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Measure:
    """The proposed decision on one permit, and the weighing that art. 3 par. 5 asks for."""

    permit: str
    decision: Decision | NotKnown = NOT_KNOWN
    interests: Maybe[str] = NOT_KNOWN
    fits_degree: Maybe[str] = NOT_KNOWN
    fits_seriousness: Maybe[str] = NOT_KNOWN
    conditions_considered: Maybe[str] = NOT_KNOWN
    comparable_cases: Maybe[str] = NOT_KNOWN
    conditions: tuple[Condition, ...] = NOT_LISTED


@dataclass(frozen=True, slots=True)
class RegularGrounds:
    """Whether the ordinary grounds of refusal were looked at first, and with what outcome."""

    considered: bool | NotKnown | None = NOT_KNOWN
    outcome: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The officer's written answer to a check; it becomes part of the advice."""

    check: str
    about: tuple[str, ...] = NOT_LISTED
    text: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The officer's conclusion as a whole; each part may still be open."""

    a: Maybe[GroundConclusion] = NOT_KNOWN
    b: Maybe[GroundConclusion] = NOT_KNOWN
    c: Maybe[ObtainConclusion] = NOT_KNOWN
    age_of_facts: Maybe[str] = NOT_KNOWN
    deviation_reason: Maybe[str] = NOT_KNOWN
    measure: tuple[Measure, ...] = NOT_LISTED
    regular_grounds: Maybe[RegularGrounds] = NOT_KNOWN
    law_checked_on: Maybe[When] = NOT_KNOWN
    check_answers: tuple[CheckAnswer, ...] = NOT_LISTED
