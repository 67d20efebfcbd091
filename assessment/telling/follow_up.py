# SPDX-License-Identifier: EUPL-1.2
"""Section 12: what the law leaves open, what is proposed, which duties run, and which checks still stand."""

from __future__ import annotations

import re

from assessment.dates import tell
from assessment.dossier.conclusion import CheckAnswer
from assessment.outcome import Check, Duty, Severity
from assessment.telling.block import Block, Cell, Table
from assessment.telling.headline import decision_asked
from assessment.telling.material import Material
from assessment.telling.options_told import closed_blocks
from assessment.telling.shaping import columns, judgement, part, quiet, row, section
from assessment.telling.words import count, listed, sentence


def follow_up(material: Material) -> tuple[Block, ...]:
    """Give the whole section."""
    options = listed(material.word(one) for one in material.assessment.options) or ""
    return (
        section(12, "Advies en vervolg"),
        material.rule("options", options=options),
        *(() if material.is_brief else closed_blocks(material)),
        *decision_asked(material),
        *part("Plichten", _duties(material), "Er staan geen plichten open."),
        *_done(material),
        *part("Controles", _checks(material), "Alle controles zijn in orde."),
        *_answers(material),
    )


def _duties(material: Material) -> tuple[Block, ...]:
    """Give the duties that are still to be done."""
    rows = [row(_due(one), sentence(one.text), one.basis) for one in material.assessment.duties if not one.fulfilled]
    heads = columns(("Uiterlijk", 0.16), ("Wat te doen", 0.58), ("Grondslag", 0.26))
    return (Table("", heads, tuple(rows)),) if rows else ()


def _done(material: Material) -> tuple[Block, ...]:
    """Name the duties that were done."""
    done = [f"{_due(one)} ({one.basis})" for one in material.assessment.duties if one.fulfilled]
    return (quiet(f"Gedaan: {listed(done)}."),) if done else ()


def _due(duty: Duty) -> str:
    return "geen vaste dag" if duty.due is None else tell(duty.due)


def _checks(material: Material) -> tuple[Block, ...]:
    """Give what still stands in the way; hints are counted only, they are for the officer's screen."""
    checks = material.assessment.checks
    blocking = [one for one in checks if one.severity is Severity.BLOCK]
    asking = [one for one in checks if one.severity is Severity.ANSWER and not one.answered]
    rows = [
        *_group(material, "Houdt een definitief advies tegen", blocking),
        *_group(material, "Vraagt nog een schriftelijk antwoord", asking),
    ]
    hints = sum(one.severity is Severity.HINT for one in checks)
    heads = columns(("Nr", 0.07), ("Wat er nog is", 0.37), ("Wat te doen", 0.31), ("Grondslag", 0.25))
    table = (Table("", heads, tuple(rows)),) if rows else ()
    return (*table, *((quiet(f"Daarnaast {count(hints, 'punt', 'punten')} ter aandacht."),) if hints else ()))


def _group(material: Material, name: str, checks: list[Check]) -> list[tuple[Cell, ...]]:
    """Give the checks that ask the same, under a row that names it."""
    if not checks:
        return []
    rows = [
        row(one.id, material.named(f"{sentence(one.text)}{_about(one)}"), material.named(one.cure), one.basis)
        for one in checks
    ]
    return [row("", Cell(name, bold=True), "", ""), *rows]


def _about(check: Check) -> str:
    """Name the records that the text does not name itself."""
    named = [one for one in check.records if not re.search(rf"\b{re.escape(one)}\b", check.text)]
    return f" (bij {', '.join(named)})" if named else ""


def _answers(material: Material) -> tuple[Block, ...]:
    answers = material.conclusion.check_answers
    return tuple(judgement(f"Antwoord op controle {_named(one)}", one.text) for one in answers)


def _named(answer: CheckAnswer) -> str:
    return f"{answer.check} ({', '.join(answer.about)})" if answer.about else answer.check
