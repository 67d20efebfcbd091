# SPDX-License-Identifier: EUPL-1.2
"""Codes in a dossier that the catalogue must know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation
from assessment.errors import Fault


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one catalogue, and its date."""

    catalogue: str
    permits: Collection[str]
    partners: Collection[str]
    bases: Collection[str]
    offences: Collection[str]
    questions: Collection[str]
    legal_forms: Collection[str]


def unknown_codes(dossier: Dossier, codes: Codes) -> Iterator[Fault]:
    """Name every code that the catalogue does not know, with its JSON path."""
    if dossier.catalogue != codes.catalogue:
        yield Fault("$.catalogue", f"de catalogus {dossier.catalogue!r} is niet aanwezig ({codes.catalogue} wel)")
    for where, code, known in _used(dossier, codes):
        if code not in known:
            yield Fault(where, f"de code {code!r} staat niet in de catalogus {codes.catalogue}")


def _used(dossier: Dossier, codes: Codes) -> Iterator[tuple[str, str, Collection[str]]]:
    for number, permit in enumerate(dossier.permits):
        yield f"$.application.permit_types[{number}]", permit.type, codes.permits
    for number, item in enumerate(dossier.information):
        yield f"$.information[{number}].partner", item.partner, codes.partners
        if isinstance(item.basis, str):
            yield f"$.information[{number}].basis", item.basis, codes.bases
    for number, fact in enumerate(dossier.facts):
        yield f"$.facts[{number}].offence", fact.offence, codes.offences
    for number, answer in enumerate(dossier.answers):
        yield f"$.answers[{number}].question", answer.question, codes.questions
    for number, party in enumerate(dossier.parties):
        if isinstance(party, Organisation) and isinstance(party.legal_form, str):
            yield f"$.parties[{number}].legal_form", party.legal_form, codes.legal_forms
