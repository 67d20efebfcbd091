# SPDX-License-Identifier: EUPL-1.2
"""Section 3: why this is assessed, along which route, under which rules, and by whom."""

from __future__ import annotations

from datetime import date

from assessment.dates import tell
from assessment.dossier.application import Route
from assessment.known import NOT_KNOWN
from assessment.telling.block import Block, Heading, Pairs, Paragraph, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import columns, judgement, row, section, table_or
from assessment.telling.words import told

_ALWAYS = ("frame-criteria-a", "frame-criteria-b", "frame-measure")
_WITH_FACTS = ("frame-relation", "frame-evidence", "frame-obtain")


def framework(material: Material) -> tuple[Block, ...]:
    """Give the occasion, the choice of route with its reason, the rules in short, and competence."""
    return (
        section(3, "Aanleiding, triage en juridisch kader"),
        Pairs(_occasion(material)),
        judgement("Reden voor de route", told(material.dossier.application.route_reason)),
        Heading(3, "Bevoegdheid"),
        _competence(material),
        Heading(3, "Kader in het kort"),
        *_rules(material),
        material.rule("human-decides", organ=material.organ),
        Paragraph.of(material.say("marks"), Tone.QUIET),
    )


def _occasion(material: Material) -> tuple[tuple[str, str], ...]:
    application = material.dossier.application
    existing = "ja, lopend besluit" if application.existing else "nee, aanvraag"
    return (
        ("Soort", material.word(application.instrument)),
        ("Bestaand besluit", told(NOT_KNOWN) if application.existing is NOT_KNOWN else existing),
        ("Ontvangen", told(application.received_on)),
        ("Procedure", material.word(application.procedure)),
        ("Aanleiding", material.word(application.trigger)),
        ("Route", material.word(application.route)),
        ("Beoordeeld per", tell(material.assessment.assessed_on)),
    )


def _competence(material: Material) -> Block:
    rows = []
    for permit in material.dossier.permits:
        type_ = material.catalogue.permits.get(permit.type)
        basis, organ = (type_.legal_basis, type_.organ) if type_ else (told(""), told(""))
        rows.append(row(material.permit(permit.id), basis, organ, told(permit.reference)))
    heads = columns(("Besluit", 0.28), ("Wettelijke grondslag", 0.36), ("Bevoegd", 0.22), ("Kenmerk", 0.14))
    return table_or("", heads, rows, "Er is geen soort besluit vastgelegd.")


def _rules(material: Material) -> list[Paragraph]:
    short = material.dossier.application.route is Route.LIGHT and not material.dossier.facts
    rules = [
        material.rule("frame-power", organ=_capital(material.organ)),
        *(material.rule(one) for one in (_ALWAYS if short else _ALWAYS + _WITH_FACTS)),
    ]
    if any(material.dossier.application.is_existing(one) for one in material.dossier.permits):
        rules.append(material.rule("frame-existing"))
    rules.append(material.rule("frame-indication", catalogue=tell_catalogue(material)))
    return rules


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def tell_catalogue(material: Material) -> str:
    """Tell the date of the catalogue as people here do."""
    return tell(date.fromisoformat(material.catalogue.date))
