# SPDX-License-Identifier: EUPL-1.2
"""An advice of the Landelijk Bureau Bibob and how far the municipality verified it (Awb 3:9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.degree import Degree
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


class ForFile(StrEnum):
    """Whether the advice was asked for this dossier or for another one (art. 29)."""

    THIS = "this"
    OTHER = "other"


class YesNo(StrEnum):
    """A yes or a no that an officer ticked."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verification:
    """Of one fact: did the authority see the source, and does the conclusion follow?"""

    fact: str
    seen_source: YesNo | NotKnown = NOT_KNOWN
    follows: YesNo | NotKnown = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class DegreePerGround:
    """The degree that the Bureau found on each ground."""

    a: Maybe[Degree] = NOT_KNOWN
    b: Maybe[Degree] = NOT_KNOWN
    c: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class BureauAdvice:
    """One advice of the Bureau; input, never the outcome (Awb 3:9, 3:50)."""

    id: str
    number: Maybe[str] = NOT_KNOWN
    issued_on: Maybe[When] = NOT_KNOWN
    for_file: ForFile | NotKnown = NOT_KNOWN
    degree: DegreePerGround | NotKnown = NOT_KNOWN
    verified: tuple[Verification, ...] = NOT_LISTED
