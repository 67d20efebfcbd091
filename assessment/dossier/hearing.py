# SPDX-License-Identifier: EUPL-1.2
"""The opportunity to give a view on the intended decision (Wet Bibob art. 33, Awb 4:7 and 4:8)."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who was invited about what, what was said, and what was answered to it."""

    id: str
    party: str = ""
    about: tuple[str, ...] = NOT_LISTED
    invited_on: Maybe[When] = NOT_KNOWN
    due: Maybe[When] = NOT_KNOWN
    received_on: Maybe[When] = NOT_KNOWN
    waived: bool | NotKnown | None = NOT_KNOWN
    statement: Maybe[str] = NOT_KNOWN
    response: Maybe[str] = NOT_KNOWN
    secrecy_notice: bool | NotKnown | None = NOT_KNOWN
