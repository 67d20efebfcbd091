# SPDX-License-Identifier: EUPL-1.2
"""What a mayor reads first: the decision asked, the conclusion per ground, and three sentences."""

from __future__ import annotations

from assessment.degree import Degree
from assessment.dossier.application import Location
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import GroundConclusion, Measure, ObtainConclusion
from assessment.known import NOT_KNOWN_WORD, Maybe
from assessment.outcome import Severity
from assessment.telling.block import Block, Bullets, Heading, Paragraph, Span, Table, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row
from assessment.telling.words import count, listed, sentence, told, told_computed, told_euro


def headline(material: Material) -> tuple[Block, ...]:
    """Give the blocks that fill the rest of the first page."""
    return (
        Heading(3, "Gevraagde beslissing"),
        *decision_asked(material),
        Heading(3, "Conclusie per grond"),
        conclusions(material),
        Heading(3, "In drie zinnen"),
        Bullets(tuple((Span(one),) for one in three_sentences(material)), numbered=True),
    )


def decision_asked(material: Material) -> tuple[Block, ...]:
    """Tell what is proposed, permits with the same proposal together."""
    proposals = proposed(material)
    if not proposals:
        return (quiet("Er is nog geen besluit voorgesteld."),)
    text = f"Aan {material.organ} wordt voorgesteld: {'; '.join(proposals)}."
    return (Paragraph.of(text, Tone.JUDGEMENT),)


def proposed(material: Material) -> list[str]:
    """Give one line per proposed decision: `weigeren (alcoholvergunning en exploitatievergunning)`."""
    by_decision: dict[str, list[str]] = {}
    for measure in material.conclusion.measure:
        by_decision.setdefault(_decision_word(material, measure), []).append(material.permit(measure.permit))
    return [f"{decision} ({listed(permits)})" for decision, permits in by_decision.items()]


def _decision_word(material: Material, measure: Measure) -> str:
    return material.word(measure.decision) if measure.decision else "besluit nog niet bekend"


def conclusions(material: Material) -> Table:
    """Set the indication beside the officer's conclusion, per ground."""
    outcome, conclusion = material.assessment, material.conclusion
    rows = [
        row("a: voordeel uit strafbare feiten benutten", material.word(outcome.a.indication), degree(material, "a")),
        row("b: strafbare feiten plegen", material.word(outcome.b.indication), degree(material, "b")),
        row("lid 6: feit om het besluit te krijgen", material.word(outcome.c.indication), invoked(conclusion.c)),
    ]
    heads = columns(("Grond", 0.4), ("§ Aanwijzing uit het kader", 0.3), ("Oordeel van de behandelaar", 0.3))
    return Table("", heads, tuple(rows))


def degree(material: Material, ground: str) -> str:
    """Give the degree that the officer recorded on ground a or b, as a word."""
    recorded = recorded_degree(material, ground)
    return material.word(recorded) if isinstance(recorded, Degree) else "nog niet vastgelegd"


def recorded_degree(material: Material, ground: str) -> Maybe[Degree]:
    """Give the degree that the officer recorded on ground a or b."""
    one = material.conclusion.a if ground == "a" else material.conclusion.b
    return one.degree if isinstance(one, GroundConclusion) else one


def invoked(conclusion: Maybe[ObtainConclusion]) -> str:
    """Tell whether the officer invokes paragraph 6."""
    if not isinstance(conclusion, ObtainConclusion) or not isinstance(conclusion.invoked, YesNo):
        return "nog niet vastgelegd"
    return "ingeroepen" if conclusion.invoked is YesNo.YES else "niet ingeroepen"


def three_sentences(material: Material) -> tuple[str, str, str]:
    """Tell what it is about, what was found, and what is proposed and still in the way."""
    return _about(material), f"{_counting(material)}; {evidenced(material)}.", _way_on(material)


def subject_names(material: Material) -> str:
    """Name the subjects."""
    subject = material.dossier.subject
    return listed(material.name(one) for one in subject) if subject else NOT_KNOWN_WORD


def address(material: Material) -> str:
    """Tell where the activity takes place."""
    location = material.dossier.application.location
    if not isinstance(location, Location):
        return "plaats niet bekend"
    known = [part for part in (location.street, location.postcode, location.place) if isinstance(part, str) and part]
    return ", ".join(known) or "plaats niet bekend"


def _about(material: Material) -> str:
    dossier = material.dossier
    permits = listed(material.permit(one.id) for one in dossier.permits) if dossier.permits else "besluit niet bekend"
    activity = told(dossier.application.activity)
    return sentence(f"{permits} voor {subject_names(material)}: {activity} ({address(material)})")


def _counting(material: Material) -> str:
    if not material.dossier.facts:
        return "Er zijn geen strafbare feiten vastgelegd"
    for_a, for_b = (sum(ground in one.counts_for for one in material.assessment.facts) for ground in ("a", "b"))
    facts = count(len(material.dossier.facts), "vastgelegd feit", "vastgelegde feiten")
    verb = "telt" if for_a == 1 else "tellen"
    return f"Van {facts} {verb} er voor grond a {for_a or 'geen'} mee, voor grond b {for_b or 'geen'}"


def evidenced(material: Material) -> str:
    """Tell which part of the financing is demonstrated."""
    funding = material.assessment.funding
    if funding is None:
        return "de financiering is niet vastgelegd"
    share = told_computed(funding.evidenced_share)
    return f"van de benodigde {told_euro(funding.need)} is {told_euro(funding.evidenced)} ({share}) aangetoond"


def _way_on(material: Material) -> str:
    blocks = sum(one.severity is Severity.BLOCK for one in material.assessment.checks)
    proposals = "; ".join(proposed(material)) or "nog geen besluit"
    hold = f"; {count(blocks, 'punt houdt', 'punten houden')} een definitief advies nog tegen" if blocks else ""
    return f"Voorstel: {proposals}{hold}."
