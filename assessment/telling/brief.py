# SPDX-License-Identifier: EUPL-1.2
"""The grounds of a dossier on the light route without facts, in one table."""

from __future__ import annotations

from assessment.dossier.conclusion import GroundConclusion, ObtainConclusion
from assessment.outcome import GroundOutcome, Reason
from assessment.telling.block import Cell, Table
from assessment.telling.headline import degree, invoked
from assessment.telling.material import Material
from assessment.telling.shaping import columns, reason_text, row
from assessment.telling.words import sentence


def brief_grounds(material: Material) -> Table:
    """Set indication and conclusion beside each other, with the reasons of both."""
    rows = (
        _ground(material, material.assessment.a, material.assessment.a.reasons),
        _ground(material, material.assessment.b, _other(material)),
        _obtained(material),
    )
    heads = columns(("Grond", 0.14), ("§ Aanwijzing, met redenen", 0.43), ("Oordeel van de behandelaar", 0.43))
    return Table("", heads, rows)


def _ground(material: Material, outcome: GroundOutcome, told: tuple[Reason, ...]) -> tuple[Cell, ...]:
    recorded = material.conclusion.a if outcome.ground == "a" else material.conclusion.b
    reasons = recorded.reasons if isinstance(recorded, GroundConclusion) else None
    indication = sentence(material.word(outcome.indication))
    concluded = sentence(degree(material, outcome.ground))
    return row(outcome.ground, f"{indication} {_told(told)}", f"{concluded} {reasons or ''}")


def _other(material: Material) -> tuple[Reason, ...]:
    """Give the reasons on ground b, unless they are those on ground a."""
    a, b = material.assessment.a, material.assessment.b
    return (Reason("Om dezelfde reden als bij a."),) if a.reasons and a.reasons == b.reasons else b.reasons


def _obtained(material: Material) -> tuple[Cell, ...]:
    outcome, recorded = material.assessment.c, material.conclusion.c
    reasons = recorded.reasons if isinstance(recorded, ObtainConclusion) else None
    indication = sentence(material.word(outcome.indication))
    return row("lid 6", f"{indication} {_told(outcome.reasons)}", f"{sentence(invoked(recorded))} {reasons or ''}")


def _told(reasons: tuple[Reason, ...]) -> str:
    return " ".join(sentence(reason_text(one)) for one in reasons)
