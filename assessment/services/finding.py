# SPDX-License-Identifier: EUPL-1.2
"""Searching over all dossiers: the list by letters, by sound where letters find nothing, and the places themselves."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.found import Hits
from assessment.ports import DossierRow, UnitOfWork


@dataclass(frozen=True, slots=True)
class Listed:
    """The dossiers that were found; `by_sound`: no letters were found, and these have a name that sounds like it."""

    rows: tuple[DossierRow, ...]
    by_sound: bool = False


def find_or_sounding(work: UnitOfWork, words: str, limit: int) -> Listed:
    """List the dossiers in which all words occur; where there are none, those with a name that sounds like them."""
    with work:
        rows = work.dossiers.find(words, limit)
        if rows or not words.strip():
            return Listed(rows)
        sounding = work.dossiers.find_sounding(words, limit)
        return Listed(sounding, by_sound=bool(sounding))


def search(work: UnitOfWork, words: str, limit: int) -> Hits:
    """Say where words stand in all dossiers."""
    with work:
        return work.dossiers.search(words, limit)
