# SPDX-License-Identifier: EUPL-1.2
"""A store as full as they come: dossiers with thirty facts and sixty answers each, in words that occur as words do."""

from __future__ import annotations

import random
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Final

import main
from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.dossier.party import Organisation, Person
from assessment.ports import Summary
from storage.vault import FolderVault
from tests.journeys.places import CHEAP, NAME, PASSWORD

FACTS: Final = 30
ANSWERS: Final = 60
WORDS: Final = 8000
AT_ONCE: Final = 100
"""Dossiers in one transaction."""

SYLLABLES: Final = ("ver", "zin", "bank", "huur", "geld", "stro", "man", "zaak", "rek", "ning", "schuld", "pand")


class Library:
    """Makes the dossiers; chance with a fixed seed, so that they are the same each time."""

    def __init__(self) -> None:
        self._chance = random.Random(20260602)
        self._words = [self._word() for _ in range(WORDS)]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))

    def common(self) -> str:
        """Give the word that stands nearly everywhere."""
        return self._words[0]

    def dossier(self, number: int) -> Dossier:
        return Dossier(
            reference=f"BIB-2026-{number:05d}",
            catalogue="2026-01-01",
            assessed_on=date(2026, 6, 2),
            subject=("p1",),
            parties=(Person("p1", f"Persoon {self._text(2)}"), Organisation("p2", f"{self._text(2)} Verzonnen B.V.")),
            facts=tuple(
                Fact(f"f{one}", actor="p1", description=self._text(self._chance.randint(15, 45)))
                for one in range(1, FACTS + 1)
            ),
            answers=tuple(Answer(f"VRAAG-{one}", "ja", note=self._text(8)) for one in range(ANSWERS)),
        )

    def _word(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.randint(1, 4)))

    def _text(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))


def build(folder: Path, count: int) -> tuple[FolderVault, str]:
    """Make a store with so many of them, through the shelf, and give it and the word that stands everywhere."""
    vault, library = FolderVault(folder, main.now, CHEAP), Library()
    vault.create(NAME, PASSWORD)
    vault.confirm_recovery()
    for first in range(0, count, AT_ONCE):
        with vault.work() as work:
            for number in range(first, min(first + AT_ONCE, count)):
                dossier = library.dossier(number)
                work.dossiers.add(dossier, summary(dossier))
            work.commit()
    vault.lock()  # counts its rows, as every closing does
    vault.unlock(PASSWORD)
    return vault, library.common()


def summary(dossier: Dossier) -> Summary:
    received = date(2026, 1, 26)
    subject = dossier.name_of("p1")
    return Summary(dossier.reference, "café", subject, ("ALC", "EXP"), "Fictenveen", received, None, "facts", ())
