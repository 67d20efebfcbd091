# SPDX-License-Identifier: EUPL-1.2
"""The second pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe, NotKnown


class Verdict(StrEnum):
    """What the second reader says."""

    AGREED = "agreed"
    DISAGREED = "disagreed"


@dataclass(frozen=True, slots=True)
class Review:
    """One reading; `seal` covers the canonical JSON of the dossier without its reviews."""

    by: str = ""
    on: Maybe[When] = NOT_KNOWN
    seal: Maybe[str] = NOT_KNOWN
    verdict: Verdict | NotKnown = NOT_KNOWN
    remarks: Maybe[str] = NOT_KNOWN
