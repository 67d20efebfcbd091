# SPDX-License-Identifier: EUPL-1.2
"""Sections 10 and 11: the ordinary grounds, and per permit the weighing of proportionality and alternatives."""

from __future__ import annotations

from dataclasses import replace

from assessment.dossier.conclusion import Condition, Measure, RegularGrounds
from assessment.telling.block import Block, Heading, Table
from assessment.telling.material import Material
from assessment.telling.shaping import columns, judgement, quiet, row, section
from assessment.telling.words import capital, listed, told


def regular_grounds(material: Material) -> tuple[Block, ...]:
    """Section 10: whether the ordinary grounds were looked at first, and with what outcome."""
    grounds = material.conclusion.regular_grounds
    head = (section(10, "Gewone weigeringsgronden"), material.rule("regular-grounds"))
    if not isinstance(grounds, RegularGrounds):
        return (*head, quiet("Over de gewone weigeringsgronden is nog niets vastgelegd."))
    considered = {True: "beoordeeld", False: "nog niet beoordeeld"}.get(bool(grounds.considered))
    state = considered if isinstance(grounds.considered, bool) else told(grounds.considered)
    return (*head, judgement("Oordeel van de behandelaar", f"{state}. {told(grounds.outcome)}"))


def measures(material: Material) -> tuple[Block, ...]:
    """Section 11: interests, proportionality, conditions and comparable cases, permits that are alike together."""
    blocks: list[Block] = [section(11, "Proportionaliteit en alternatieven")]
    blocks += [] if material.is_brief else [material.rule("two-decisions")]
    groups = _alike(material.conclusion.measure)
    if not groups:
        blocks.append(quiet("Er is nog geen maatregel afgewogen."))
    for permits, measure in groups:
        blocks += [
            Heading(3, capital(listed(material.permit(one) for one in permits))),
            *_measure(material, measure, len(permits)),
        ]
    return tuple(blocks)


def _alike(measures_: tuple[Measure, ...]) -> list[tuple[list[str], Measure]]:
    """Put permits together whose decision and texts are the same, so that nothing is told twice."""
    groups: list[tuple[list[str], Measure]] = []
    for one in measures_:
        for permits, first in groups:
            if replace(one, permit=first.permit) == first:
                permits.append(one.permit)
                break
        else:
            groups.append(([one.permit], one))
    return groups


def _measure(material: Material, measure: Measure, permits: int) -> list[Block]:
    heads = columns(("Afweging", 0.27), ("Oordeel van de behandelaar", 0.73))
    texts = (
        ("Voorgesteld besluit", material.word(measure.decision)),
        ("Belangen en gevolgen", told(measure.interests)),
        ("Past bij de mate van gevaar", told(measure.fits_degree)),
        ("Past bij de ernst van de feiten", told(measure.fits_seriousness)),
        ("Overwogen voorschriften", told(measure.conditions_considered)),
        ("Vergelijkbare zaken", told(measure.comparable_cases)),
    )
    caption = "Voor elk van deze besluiten afzonderlijk afgewogen" if permits > 1 else ""
    return [Table(caption, heads, tuple(row(*one) for one in texts)), *_conditions(measure.conditions)]


def _conditions(conditions: tuple[Condition, ...]) -> list[Block]:
    rows = [row(told(one.text), told(one.limits), told(one.reason), told(one.test)) for one in conditions]
    heads = columns(
        ("Voorschrift", 0.31), ("Beperkt dit gevaar", 0.23), ("Reden", 0.23), ("Zo wordt het getoetst", 0.23)
    )
    return [Table("Voorschriften", heads, tuple(rows))] if rows else []
