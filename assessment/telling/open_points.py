# SPDX-License-Identifier: EUPL-1.2
"""The open points of section 7: tasks, never a reason for or against anybody."""

from __future__ import annotations

from assessment.known import known
from assessment.outcome import OpenPoint
from assessment.telling.block import Block, Heading, Paragraph
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row, table_or
from assessment.telling.words import count


def open_points(material: Material) -> tuple[Block, ...]:
    """Give what was asked and is not known, and count the questions that nobody answered yet."""
    points = material.assessment.open_points
    shown = [one for one in points if not _is_unasked(material, one)]
    unasked = [one for one in points if _is_unasked(material, one)]
    rows = [row(one.id, one.about, _note(material, one), _decides(material, one)) for one in shown]
    heads = columns(("Nr", 0.1), ("Niet bekend", 0.38), ("Toelichting", 0.36), ("Beslist mee voor", 0.16))
    table = table_or("", heads, rows, f"Er zijn geen {'vastgelegde ' if unasked else ''}open punten.")
    rule: tuple[Paragraph, ...] = (material.rule("not-known"),) if points else ()
    return (Heading(3, "Open punten"), *rule, table, *_unasked(unasked))


def _is_unasked(material: Material, point: OpenPoint) -> bool:
    """Whether it is a question without any answer that decides nothing by itself."""
    question = material.catalogue.questions.get(point.id)
    return question is not None and not question.decisive_for and material.dossier.answer_to(point.id) is None


def _unasked(points: list[OpenPoint]) -> tuple[Block, ...]:
    if not points:
        return ()
    number = count(len(points), "vraag van de vragenlijst is", "vragen van de vragenlijst zijn")
    return (quiet(f"Nog {number} niet beantwoord: {', '.join(one.id for one in points)}."),)


def _note(material: Material, point: OpenPoint) -> str:
    answer = material.dossier.answer_to(point.id)
    return (known(answer.note) if answer else None) or "–"


def _decides(material: Material, point: OpenPoint) -> str:
    question = material.catalogue.questions.get(point.id)
    if question is None or not question.decisive_for:
        return "–"
    return f"grond {' en '.join(question.decisive_for)}"
