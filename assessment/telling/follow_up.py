# SPDX-License-Identifier: EUPL-1.2
"""Section 12: what the law leaves open, what is proposed, which duties run, and which checks still stand."""

from __future__ import annotations

from assessment.dates import tell
from assessment.dossier.conclusion import CheckAnswer
from assessment.outcome import Check, Duty, Severity
from assessment.telling.block import Block, Cell, Heading, Table
from assessment.telling.headline import decision_asked
from assessment.telling.material import Material
from assessment.telling.shaping import columns, judgement, quiet, row, section, table_or
from assessment.telling.words import count, listed, sentence


def follow_up(material: Material) -> tuple[Block, ...]:
    """Give the whole section."""
    options = listed(material.word(one) for one in material.assessment.options) or ""
    return (
        section(12, "Advies en vervolg"),
        material.rule("options", options=options),
        *decision_asked(material),
        Heading(3, "Plichten"),
        _duties(material),
        Heading(3, "Controles"),
        *_checks(material),
        *_answers(material),
    )


def _duties(material: Material) -> Block:
    rows = [row(_due(one), sentence(one.text), one.basis, _state(one)) for one in material.assessment.duties]
    heads = columns(("Uiterlijk", 0.15), ("Wat te doen", 0.47), ("Grondslag", 0.23), ("Stand", 0.15))
    return table_or("Plichten na deze beoordeling", heads, rows, "Er volgen geen plichten uit wat is vastgelegd.")


def _due(duty: Duty) -> str:
    return "geen vaste dag" if duty.due is None else tell(duty.due)


def _state(duty: Duty) -> str:
    return "gedaan" if duty.fulfilled else "te doen"


def _checks(material: Material) -> tuple[Block, ...]:
    """Give what still stands in the way; hints are counted only, they are for the officer's screen."""
    checks = material.assessment.checks
    blocks = _rows([one for one in checks if one.severity is Severity.BLOCK])
    asks = _rows([one for one in checks if one.severity is Severity.ANSWER and not one.answered])
    hints = sum(one.severity is Severity.HINT for one in checks)
    heads = columns(("Nr", 0.08), ("Wat er nog is", 0.42), ("Wat te doen", 0.28), ("Grondslag", 0.22))
    told_hints = (quiet(f"Daarnaast {count(hints, 'aanwijzing', 'aanwijzingen')} ter aandacht."),) if hints else ()
    return (
        table_or(
            "Dit houdt een definitief advies tegen", heads, blocks, "Geen controle houdt een definitief advies tegen."
        ),
        *((Table("Dit vraagt nog een schriftelijk antwoord", heads, tuple(asks)),) if asks else ()),
        *told_hints,
    )


def _rows(checks: list[Check]) -> list[tuple[Cell, ...]]:
    return [row(one.id, f"{sentence(one.text)}{_about(one)}", one.cure, one.basis) for one in checks]


def _about(check: Check) -> str:
    return f" (bij {', '.join(check.about)})" if check.about else ""


def _answers(material: Material) -> tuple[Block, ...]:
    answers = material.conclusion.check_answers
    return tuple(judgement(f"Antwoord op controle {_named(one)}", one.text) for one in answers)


def _named(answer: CheckAnswer) -> str:
    return f"{answer.check} ({', '.join(answer.about)})" if answer.about else answer.check
