# SPDX-License-Identifier: EUPL-1.2
"""Codes in a dossier that the catalogue must know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.errors import Fault
from assessment.places import found


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one catalogue per place in a dossier file, its date, and the questions put per party."""

    catalogue: str
    at: Mapping[str, Collection[str]]
    per_party: Collection[str] = ()


Known = Codes | Mapping[str, Codes]
"""The codes of one catalogue, or of several by date."""


def unknown_codes(raw: Any, known: Known) -> Iterator[Fault]:
    """Name every code that the dossier's own catalogue does not know, with its JSON path."""
    by_date = {known.catalogue: known} if isinstance(known, Codes) else known
    for where, date in found(raw, "catalogue"):
        if isinstance(date, str) and date in by_date:
            yield from _unknown(raw, by_date[date])
        else:
            yield Fault(where, f"deze catalogus is niet aanwezig; wel {', '.join(by_date)}")


def _unknown(raw: Any, codes: Codes) -> Iterator[Fault]:
    for place, there in codes.at.items():
        for where, code in found(raw, place):
            if isinstance(code, str) and code not in there:
                yield Fault(where, f"de code {code!r} staat niet in de catalogus {codes.catalogue}")
    for where, answer in found(raw, "answers[]"):
        if isinstance(answer, Mapping) and "about" in answer and str(answer.get("question")) not in codes.per_party:
            yield Fault(f"{where}.about", "deze vraag wordt niet per partij gesteld")
