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


def unknown_codes(raw: Any, codes: Codes) -> Iterator[Fault]:
    """Name every code that the catalogue does not know, with its JSON path."""
    for where, date in found(raw, "catalogue"):
        if date != codes.catalogue:
            yield Fault(where, f"deze catalogus is niet aanwezig; wel {codes.catalogue}")
    for place, known in codes.at.items():
        for where, code in found(raw, place):
            if isinstance(code, str) and code not in known:
                yield Fault(where, f"de code {code!r} staat niet in de catalogus {codes.catalogue}")
    for where, answer in found(raw, "answers[]"):
        if isinstance(answer, Mapping) and "about" in answer and answer.get("question") not in codes.per_party:
            yield Fault(f"{where}.about", "deze vraag wordt niet per partij gesteld")
