# SPDX-License-Identifier: EUPL-1.2
"""A document that was asked for: the form, a contract, a statement."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe, NotKnown


@dataclass(frozen=True, slots=True)
class Document:
    """What was asked, by when, when it came in, and whether it was complete."""

    id: str
    name: str = ""
    asked_on: Maybe[When] = NOT_KNOWN
    due: Maybe[When] = NOT_KNOWN
    received_on: Maybe[When] = NOT_KNOWN
    complete: bool | NotKnown | None = NOT_KNOWN
