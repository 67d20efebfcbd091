# SPDX-License-Identifier: EUPL-1.2
"""Paragraph 6 in section 9: the five elements per fact, what is missing, and the officer's conclusion."""

from __future__ import annotations

from assessment.dossier.conclusion import ObtainConclusion
from assessment.dossier.fact import Fact, ToObtain
from assessment.telling.block import Block, Pairs, Paragraph, Span, Tone
from assessment.telling.headline import invoked
from assessment.telling.material import Material
from assessment.telling.shaping import judgement, reason_paragraph
from assessment.telling.words import listed, told


def obtained(material: Material) -> tuple[Block, ...]:
    """Tell whether paragraph 6 can be invoked, and what the officer concludes."""
    outcome = material.assessment.c
    elements = [
        block for one in material.dossier.facts if isinstance(one.to_obtain, ToObtain) for block in _elements(one)
    ]
    missing = (Paragraph.of(f"Nog niet gevuld: {listed(outcome.missing)}.", Tone.RULE),) if outcome.missing else ()
    indication = Paragraph(
        (Span("Aanwijzing: "), Span(material.word(outcome.indication), bold=True), Span(".")), Tone.RULE
    )
    reasons = tuple(reason_paragraph(one) for one in outcome.reasons)
    return (*elements, indication, *reasons, *missing, judgement("Oordeel van de behandelaar", _conclusion(material)))


def _elements(fact: Fact) -> list[Block]:
    elements = fact.to_obtain
    if not isinstance(elements, ToObtain):
        return []
    pairs = (
        ("Vraag", told(elements.question)),
        ("Antwoord", told(elements.answer)),
        ("Wat juist is", told(elements.truth)),
        ("Opzet", told(elements.intent)),
        ("Belang voor het besluit", told(elements.relevance)),
        ("Bronnen", " ".join(f"[{one}]" for one in elements.sources) or "geen bron"),
    )
    return [Pairs(pairs, f"Elementen bij {fact.id}")]


def _conclusion(material: Material) -> str:
    conclusion = material.conclusion.c
    if not isinstance(conclusion, ObtainConclusion):
        return "nog niet vastgelegd"
    reasons = told(conclusion.reasons) if conclusion.reasons else "De redenen zijn nog niet vastgelegd."
    return f"{invoked(conclusion)}. {reasons}"
