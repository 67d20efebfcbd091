# SPDX-License-Identifier: EUPL-1.2
"""A dossier that a colleague hands over: what comes in, and how it stands to what is here already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessment.dossier.dossier import Dossier
    from assessment.ports import DossierId


@dataclass(frozen=True, slots=True)
class Package:
    """A dossier, the name of who packed it, and when."""

    dossier: Dossier
    by: str
    made_at: datetime


class Arrival(StrEnum):
    """How a dossier that comes in stands to those on the shelf."""

    NEW = "new"
    SAME = "same"
    """It is here already, in the same words: it was taken over before."""
    OTHER = "other"
    """One with this reference is here, and says something else."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen; `here` is the dossier with the same reference, `differing` the parts of it that differ."""

    package: Package
    arrival: Arrival
    here: DossierId | None = None
    differing: tuple[str, ...] = ()
