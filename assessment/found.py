# SPDX-License-Identifier: EUPL-1.2
"""What a search of the store gives: where something stands, and with which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dossier_id import DossierId
from assessment.matching import Likeness
from assessment.names import NameKind


class FoundBy(StrEnum):
    """How a hit was found, the surest first."""

    WORD = "word"
    BEGINNING = "beginning"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Spot:
    """A record of a dossier: the kind of part it is kept in, its key there, and which of its kind (from nought)."""

    kind: str
    key: str
    at: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where what was sought stands.

    `text` is a piece of what was typed there and `ranges` are the places (first, end) in it of what was sought; `text`
    is empty where the record is so closed that it shows itself only when it is opened. `score` is the likeness by
    letters, 0–100.
    """

    dossier: DossierId
    reference: str
    subject: str
    spot: Spot
    by: FoundBy
    text: str
    ranges: tuple[tuple[int, int], ...] = ()
    score: int = 100


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, a dossier at a time; `is_all` is false where there is more than was asked for."""

    hits: tuple[Hit, ...]
    is_all: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in other dossiers, and in which record of this one it stands (`party/p2`)."""

    kind: NameKind
    text: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A record in another dossier that is like what is asked about; `roles` are what its party is there."""

    dossier: DossierId
    reference: str
    subject: str
    spot: Spot
    kind: NameKind
    said: str
    likeness: Likeness
    roles: tuple[str, ...] = ()
