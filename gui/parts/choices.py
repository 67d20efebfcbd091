# SPDX-License-Identifier: EUPL-1.2
"""What pickers offer: the parties and the items of information of a dossier, with words to recognise them by."""

from __future__ import annotations

from dataclasses import dataclass, field

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Information
from assessment.known import known


@dataclass(frozen=True, slots=True)
class Choices:
    """All that the fields of a sheet can pick from: id → label."""

    parties: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    permits: dict[str, str] = field(default_factory=dict)


def of(dossier: Dossier, catalogue: Catalogue) -> Choices:
    """Collect everything that can be picked in a dossier."""
    return Choices(parties(dossier), sources(dossier, catalogue), permits(dossier, catalogue))


def parties(dossier: Dossier) -> dict[str, str]:
    """Give id → name of all parties."""
    return {party.id: party.name or party.id for party in dossier.parties}


def sources(dossier: Dossier, catalogue: Catalogue) -> dict[str, str]:
    """Give id → label (`i7 Politie, 3 feb 2026`) of all items of information."""
    return {item.id: _source(item, catalogue) for item in dossier.information}


def permits(dossier: Dossier, catalogue: Catalogue) -> dict[str, str]:
    """Give id → name of all permits in the application."""
    names = {code: kind.name for code, kind in catalogue.permits.items()}
    return {permit.id: names.get(permit.type, permit.type) for permit in dossier.permits}


def _source(item: Information, catalogue: Catalogue) -> str:
    partner = catalogue.partners.get(item.partner)
    words = [f"{item.id} {partner.name if partner else item.partner}".strip()]
    received = known(item.received_on)
    if isinstance(received, When):
        words.append(tell(received))
    return ", ".join(words)
