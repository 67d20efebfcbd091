# SPDX-License-Identifier: EUPL-1.2
"""The table of facts in section 7: what, who, when, how far the matter has come, and on which source."""

from __future__ import annotations

from assessment.dossier.fact import Fact
from assessment.known import NotKnown, known
from assessment.outcome import EvidenceClass
from assessment.telling.block import Block, Cell, Paragraph, Table, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import columns, part, row
from assessment.telling.words import listed, told, told_period

_LEFT_OUT = (EvidenceClass.EXCLUDED, EvidenceClass.NOT_PLAUSIBLE)


def fact_list(material: Material) -> tuple[Block, ...]:
    """Give all facts, with the reminder of what a suspicion is."""
    rows = [
        row(
            Cell(one.id, anchor=f"fact-{one.id}"),
            what(material, one),
            _who(material, one),
            told_period(one.committed),
            _standing(material, one),
            material.source_cell(one.sources),
        )
        for one in material.dossier.facts
    ]
    heads = columns(("Nr", 0.06), ("Feit", 0.31), ("Wie", 0.17), ("Wanneer", 0.16), ("Stand", 0.2), ("Bron", 0.1))
    rules = (material.rule("suspicion"), *_on_closed(material))
    told_ = (Table("", heads, tuple(rows)), *rules) if rows else ()
    return part("Feiten", told_, "Er zijn geen strafbare feiten of omstandigheden vastgelegd.")


def _on_closed(material: Material) -> tuple[Block, ...]:
    """Warn of facts that rest on closed information alone."""
    closed = {one.id for one in material.dossier.information if material.is_closed(one)}
    facts = [one.id for one in material.dossier.facts if one.sources and closed.issuperset(one.sources)]
    if not facts:
        return ()
    text = f"{material.say('closed-facts', facts=listed(facts))} ({material.source('closed-facts')})"
    return (Paragraph(material.linked(text), Tone.WARNING),)


def what(material: Material, fact: Fact) -> str:
    """Tell the offence and the officer's description; a suspicion is called one."""
    outcome = material.outcome(fact.id)
    suspected = "Vermoeden: " if outcome and outcome.evidence_class is EvidenceClass.SUSPICION else ""
    description = known(fact.description)
    order = [f"Last onder dwangsom: {fact.order}"] if fact.order else []
    return " ".join([f"{suspected}{material.offence(fact.offence)}.", *([description] if description else []), *order])


def _who(material: Material, fact: Fact) -> str:
    capacity = known(fact.capacity)
    through = f", via {material.name(capacity)}" if capacity and capacity != "own" else ""
    return f"{material.name(fact.actor)}{through}"


def _standing(material: Material, fact: Fact) -> str:
    """Tell the status with its date, and of a dismissal its code and reason."""
    parts = [material.word(fact.status)]
    parts += ["datum niet bekend"] if isinstance(fact.status_on, NotKnown) else []
    parts += [told(fact.status_on)] if fact.status_on else []
    dismissal = known(fact.dismissal)
    parts += [f"code {told(dismissal.code)}, reden: {told(dismissal.reason)}"] if dismissal else []
    parts += [f"telt nog omdat: {fact.why_still}"] if fact.why_still else []
    return ", ".join(parts)


def left_out(material: Material) -> list[tuple[Cell, ...]]:
    """Give the facts that an acquittal excludes or that are not plausible: they speak for the person."""
    rows = []
    for fact in material.dossier.facts:
        outcome = material.outcome(fact.id)
        if outcome and outcome.evidence_class in _LEFT_OUT:
            text = f"{material.name(fact.actor)}: {material.word(outcome.evidence_class)}; {_standing(material, fact)}"
            rows.append(row(Cell(fact.id, target=f"fact-{fact.id}"), text, material.source_cell(fact.sources)))
    return rows
