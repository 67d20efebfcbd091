# SPDX-License-Identifier: EUPL-1.2
"""An answer to a question of the checklist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown

JA: Final = "ja"
NEE: Final = "nee"
ONBEKEND: Final = "onbekend"
NVT: Final = "n.v.t."

AnswerValue: TypeAlias = str | bool | Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, on what it rests, and the innocent explanation that was considered.

    `about` is the id of the party that the answer is about; absent, it answers the question for the dossier as a whole.
    """

    question: str
    value: AnswerValue = ONBEKEND
    note: Maybe[str] = NOT_KNOWN
    innocent_explanation: Maybe[str] = NOT_KNOWN
    sources: tuple[str, ...] = NOT_LISTED
    on: Maybe[When] = NOT_KNOWN
    about: str | NotKnown = NOT_KNOWN

    @property
    def party(self) -> str:
        """The id of the party that it is about, or an empty text for the dossier as a whole."""
        return self.about or ""

    @property
    def said(self) -> str:
        """The value in words: a yes or no that a file wrote as true or false is `ja` or `nee`."""
        return {True: JA, False: NEE}[self.value] if isinstance(self.value, bool) else str(self.value)
