# SPDX-License-Identifier: EUPL-1.2
"""The open points of section 7: tasks, never a reason for or against anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assessment.dossier.answer import Answer
from assessment.known import known
from assessment.outcome import OpenPoint
from assessment.telling.block import Block, Table
from assessment.telling.material import Material
from assessment.telling.shaping import columns, part, quiet, row
from assessment.telling.words import count, listed, sentence


def open_points(material: Material) -> tuple[Block, ...]:
    """Give what was asked and is not known, and count the questions that nobody answered yet."""
    asked, unasked = split(material)
    rows = [row(id_, _what(material, id_, points), _decides(material, id_)) for id_, points in _per_record(asked)]
    heads = columns(("Nr", 0.12), ("Niet bekend", 0.72), ("Beslist mee voor", 0.16))
    table = (Table("", heads, tuple(rows)),) if rows else ()
    rule = (material.rule("not-known"),) if asked or unasked else ()
    return part("Open punten", (*table, *_unasked(material, unasked), *rule), "Er zijn geen open punten.")


def _per_record(points: list[OpenPoint]) -> Iterable[tuple[str, list[OpenPoint]]]:
    """Put the points about one question or record together."""
    per_record: dict[str, list[OpenPoint]] = {}
    for one in points:
        per_record.setdefault(one.id, []).append(one)
    return per_record.items()


def split(material: Material) -> tuple[list[OpenPoint], list[OpenPoint]]:
    """Part what somebody recorded as not known from questions without any answer that decide nothing."""
    points = material.assessment.open_points
    unasked = [one for one in points if _is_unasked(material, one)]
    return [one for one in points if one not in unasked], unasked


def _is_unasked(material: Material, point: OpenPoint) -> bool:
    question = material.catalogue.questions.get(point.id)
    return question is not None and not question.decisive_for and not _answers(material, point.id)


def _unasked(material: Material, points: list[OpenPoint]) -> tuple[Block, ...]:
    return (quiet(unasked_sentence(material, points)),) if points else ()


def unasked_sentence(material: Material, points: list[OpenPoint]) -> str:
    """Count them per theme; the questions themselves stand in the dossier."""
    per_theme = Counter(material.catalogue.questions[one.id].theme for one in points)
    number = count(len(points), "vraag van de vragenlijst is", "vragen van de vragenlijst zijn")
    themes = listed(f"{theme} {per_theme[theme]}" for theme in sorted(per_theme))
    return f"Nog {number} niet beantwoord, per thema: {themes}."


def _what(material: Material, id_: str, points: list[OpenPoint]) -> str:
    """Tell what is not known, with parties by name, and the officer's notes verbatim."""
    notes = [note for answer in _answers(material, id_) if (note := known(answer.note))]
    return " ".join([*(sentence(material.named(one.about)) for one in points), *notes])


def _answers(material: Material, question: str) -> list[Answer]:
    return [one for one in material.dossier.answers if one.question == question]


def _decides(material: Material, id_: str) -> str:
    question = material.catalogue.questions.get(id_)
    return f"grond {' en '.join(question.decisive_for)}" if question and question.decisive_for else "–"
