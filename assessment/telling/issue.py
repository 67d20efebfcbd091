# SPDX-License-Identifier: EUPL-1.2
"""How a document is issued: its version and status, who drafted it and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Standing(StrEnum):
    """Whether the document may still change."""

    CONCEPT = "concept"
    FINAL = "definitief"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One line of the history of versions: number, day (as it is shown), by whom, and what changed."""

    number: str
    on: str
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What the caller knows and the dossier does not; an empty name is told as not known."""

    standing: Standing = Standing.CONCEPT
    number: str = "1"
    drafted_by: str = ""
    recipient: str = ""
    history: tuple[VersionLine, ...] = ()

    @property
    def version(self) -> str:
        """Give the words for on every page: `versie 1, concept`."""
        return f"versie {self.number}, {self.standing}"


AS_CONCEPT: Final = Issue()
"""A first concept, drafted by whoever has the dossier open."""
