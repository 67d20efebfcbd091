# SPDX-License-Identifier: EUPL-1.2
"""What a partner, a register or the subject gave, on which basis, and how it may be handled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


class Purpose(StrEnum):
    """For what the information was given."""

    BIBOB = "bibob"
    APPROACH = "approach"
    OTHER = "other"


class SourceKind(StrEnum):
    """The class of a source; the last three never carry a fact (weighing.md no. 3)."""

    JUDGMENT = "judgment"
    OFFICIAL_RECORD = "official-record"
    SWORN_REPORT = "sworn-report"
    OWN_OBSERVATION = "own-observation"
    REPORT = "report"
    TAX_REPORT = "tax-report"
    DOCUMENT = "document"
    STATEMENT = "statement"
    PUBLIC_REGISTER = "public-register"
    PRESS = "press"
    INTELLIGENCE = "intelligence"
    ANONYMOUS_TIP = "anonymous-tip"


class Classification(StrEnum):
    """How closed the information is; secret stays in the closed part."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    STRICT = "strict"
    SECRET = "secret"  # noqa: S105 - how closed it is, not a password


class Consent(StrEnum):
    """Whether information may be shown or passed on; `ask` means only with leave."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


class SourceGrade(StrEnum):
    """4x4: how reliable the source is."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class ContentGrade(StrEnum):
    """4x4: how certain the content is."""

    CERTAIN = "1"
    KNOWN_TO_SOURCE = "2"
    CORROBORATED = "3"
    UNCORROBORATED = "4"


@dataclass(frozen=True, slots=True)
class Information:
    """One item of information. Without `received_on` it was asked for and is still out."""

    id: str
    partner: str = ""
    basis: Maybe[str] = NOT_KNOWN
    purpose: Purpose | NotKnown = NOT_KNOWN
    about: tuple[str, ...] = NOT_LISTED
    requested_on: Maybe[When] = NOT_KNOWN
    received_on: Maybe[When] = NOT_KNOWN
    content: Maybe[str] = NOT_KNOWN
    source_kind: SourceKind | NotKnown = NOT_KNOWN
    source_grade: Maybe[SourceGrade] = NOT_KNOWN
    content_grade: Maybe[ContentGrade] = NOT_KNOWN
    classification: Classification | NotKnown = NOT_KNOWN
    visible_to_subject: Consent | NotKnown = NOT_KNOWN
    forward: Consent | NotKnown = NOT_KNOWN
    keep_until: Maybe[When] = NOT_KNOWN
    permission: Maybe[str] = NOT_KNOWN
    attachments: tuple[str, ...] = NOT_LISTED
