# SPDX-License-Identifier: EUPL-1.2
"""One ground (a or b): criteria, facts for and against, indication with reasons, and the conclusion beside it."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.degree import Degree
from assessment.dossier.conclusion import GroundConclusion
from assessment.dossier.fact import Benefit, Fact
from assessment.explanation.ground import NOT_COUNTING
from assessment.explanation.tree import FollowsFrom
from assessment.known import Maybe
from assessment.outcome import GroundOutcome, Nature
from assessment.telling.block import Block, Bullets, Cell, Pairs, Paragraph, Span, Table, Tone
from assessment.telling.headline import degree, recorded_degree
from assessment.telling.material import Material
from assessment.telling.shaping import columns, judgement, reason_paragraph, row, statement_text
from assessment.telling.words import sentence, told, told_euro

_CRITERIA = (
    ("suspicion", "Ernst van het vermoeden"),
    ("relation", "Aard van de relatie"),
    ("benefit", "Grootte van het voordeel"),
    ("count", "Aantal strafbare feiten"),
)
"""The criteria of art. 3 par. 2 and 3 beside the facts themselves."""


def ground(material: Material, outcome: GroundOutcome) -> tuple[Block, ...]:
    """Tell one ground whole; its reasons are read from its explanation."""
    why = material.why_ground(outcome)
    return (
        *_criteria_of(outcome),
        *_details(material, outcome.ground),
        *_against(material, why),
        _indication(material, outcome, why),
        *(reason_paragraph(one) for one in outcome.reasons if one.nature is Nature.JUDGEMENT),
        *_robustness(material, outcome),
        *_conclusion(material, outcome),
    )


def _criteria_of(outcome: GroundOutcome) -> tuple[Block, ...]:
    """Set out the criteria when there is a fact that fills them."""
    if not outcome.criteria.get("facts"):
        return ()
    return (Pairs(tuple(_criteria(outcome)), "§ Wettelijke criteria"),)


def _criteria(outcome: GroundOutcome) -> Iterable[tuple[str, str]]:
    facts = outcome.criteria.get("facts", ())
    names = [str(one) for one in facts] if isinstance(facts, list | tuple) else []
    yield "Feiten die meetellen", ", ".join(names) or "geen"
    for key, name in _CRITERIA:
        if key in outcome.criteria:
            yield name, _criterion(outcome.criteria[key])


def _criterion(value: object) -> str:
    return told(value if isinstance(value, str) else None) if value is None or isinstance(value, str) else str(value)


def _details(material: Material, letter: str) -> tuple[Block, ...]:
    """Tell of the facts what this ground asks: the benefit and its path (a), the link per permit (b)."""
    facts = material.dossier.facts
    if letter == "a":
        rows = [_benefit(one.id, one.benefit) for one in facts if isinstance(one.benefit, Benefit)]
        heads = columns(("Feit", 0.07), ("Voordeel", 0.2), ("Berekening", 0.35), ("Weg van het geld", 0.38))
        return (Table("Voordeel, zoals vastgelegd door de behandelaar", heads, tuple(rows)),) if rows else ()
    rows = [row for one in facts for row in _links(material, one)]
    heads = columns(("Feit", 0.07), ("Besluit", 0.27), ("Samenhang", 0.2), ("Reden", 0.46))
    return (Table("Samenhang met de activiteit, zoals vastgelegd", heads, tuple(rows)),) if rows else ()


def _benefit(id_: str, benefit: Benefit) -> tuple[Cell, ...]:
    named = (("", benefit.amount), ("laag ", benefit.low), ("hoog ", benefit.high))
    amounts = [f"{name}{told_euro(amount)}" for name, amount in named if amount is not None or not name]
    return row(Cell(id_, target=f"fact-{id_}"), "; ".join(amounts), told(benefit.method), told(benefit.money_path))


def _links(material: Material, fact: Fact) -> list[tuple[Cell, ...]]:
    name = Cell(fact.id, target=f"fact-{fact.id}")
    return [row(name, material.permit(one.permit), material.word(one.link), told(one.reason)) for one in fact.links]


def _not_counting(why: FollowsFrom) -> Iterable[FollowsFrom]:
    groups = (one for one in why.parts if isinstance(one, FollowsFrom) and one.rule == NOT_COUNTING)
    return (fact for group in groups for fact in group.parts if isinstance(fact, FollowsFrom))


def _against(material: Material, why: FollowsFrom) -> tuple[Block, ...]:
    """Tell which facts do not count for this ground, and why."""
    facts_of: dict[str, list[str]] = {}
    for fact in _not_counting(why):
        for one in fact.parts:
            facts_of.setdefault(sentence(material.named(statement_text(one))), []).extend(fact.about)
    items = tuple(_excused(material, reason, facts) for reason, facts in facts_of.items())
    return (Paragraph.of("Dit telt niet mee:", Tone.RULE), Bullets(items)) if items else ()


def _excused(material: Material, reason: str, facts: list[str]) -> tuple[Span, ...]:
    """Tell why facts do not count; a reason that names its fact needs no other name before it."""
    named = () if all(one in reason for one in facts) else (*material.fact_spans(facts), Span(": "))
    return (*named, *material.linked(reason))


def _indication(material: Material, outcome: GroundOutcome, why: FollowsFrom) -> Paragraph:
    """Tell the indication as a word, the row of the framework that spoke, and the range that the unknowns leave."""
    low, high = material.word(outcome.low), material.word(outcome.high)
    fixed = outcome.low is outcome.high
    reach = "Wat niet bekend is, verandert dat niet." if fixed else f"Bandbreedte: van {low} tot {high}."
    none = () if outcome.criteria.get("facts") else (Span("Er is geen feit dat voor deze grond meetelt. "),)
    degree_word = Span(material.word(outcome.indication), bold=True)
    leaves = [one for one in why.parts if isinstance(one, FollowsFrom) and not one.parts]
    reasons = [sentence(material.named(statement_text(one))) for one in leaves]
    # The row that spoke stands in the source of its reason; without one it is named here.
    row = material.row(outcome.rule)
    spoke = "." if any(row in one.basis for one in outcome.reasons) else f" ({row})."
    rest = material.linked(" ".join([spoke, *reasons, reach]))
    return Paragraph((*none, Span("Aanwijzing: "), degree_word, *rest), Tone.RULE)


def _robustness(material: Material, outcome: GroundOutcome) -> tuple[Block, ...]:
    told_ = []
    if outcome.decisive:
        told_.append(_sets(material, "Zonder deze feiten zou de aanwijzing lager zijn: ", outcome.decisive))
    if outcome.would_raise:
        told_.append(_sets(material, "De aanwijzing zou hoger worden met: ", outcome.would_raise))
    return tuple(told_)


def _sets(material: Material, head: str, sets: tuple[tuple[str, ...], ...]) -> Paragraph:
    spans = [Span(head)]
    for place, one in enumerate(sets):
        spans += [Span("; of ")] if place else []
        spans += material.fact_spans(one)
    return Paragraph((*spans, Span(".")), Tone.RULE)


def _conclusion(material: Material, outcome: GroundOutcome) -> tuple[Block, ...]:
    recorded = material.conclusion.a if outcome.ground == "a" else material.conclusion.b
    reasons = recorded.reasons if isinstance(recorded, GroundConclusion) else recorded
    text = f"{degree(material, outcome.ground)}. {told(reasons) if reasons else 'De redenen zijn nog niet vastgelegd.'}"
    return (judgement("Oordeel van de behandelaar", text), *_deviation(material, outcome))


def _deviation(material: Material, outcome: GroundOutcome) -> tuple[Block, ...]:
    recorded: Maybe[Degree] = recorded_degree(material, outcome.ground)
    if not isinstance(recorded, Degree) or recorded is outcome.indication:
        return ()
    reason = material.conclusion.deviation_reason
    return (
        Paragraph.of("De conclusie wijkt af van de aanwijzing.", Tone.RULE),
        judgement("Reden om af te wijken", reason if isinstance(reason, str) else "nog niet vastgelegd"),
    )
