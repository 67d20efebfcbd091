# SPDX-License-Identifier: EUPL-1.2
"""Section 7: facts, findings per theme, what speaks for the subject, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.catalogue.checklist import Kind, Question, Theme
from assessment.dossier.answer import Answer
from assessment.known import known
from assessment.outcome import Finding
from assessment.telling.block import Block, Cell, Heading, Table
from assessment.telling.fact_list import fact_list, left_out
from assessment.telling.funding_told import funding, operations
from assessment.telling.material import Material
from assessment.telling.open_points import open_points
from assessment.telling.shaping import columns, quiet, row, section, table_or
from assessment.telling.words import count, listed, sentence, told
from assessment.truth import Truth

FUNDING_THEME, OPERATIONS_THEME, AREA_THEME = "C", "D", "J"
_SIGNALS = columns(
    ("Nr", 0.09), ("Bevinding", 0.36), ("Betekenis", 0.19), ("Onschuldige verklaring", 0.25), ("Bron", 0.11)
)
_FOR = columns(("Nr", 0.09), ("Wat voor betrokkene spreekt", 0.8), ("Bron", 0.11))

Answered = tuple[Question, Answer, Finding]


def findings(material: Material) -> tuple[Block, ...]:
    """Give the whole section."""
    answered = _answered(material)
    blocks: list[Block] = [section(7, "Bevindingen"), *fact_list(material)]
    for theme in _themes(material):
        blocks += _theme(material, theme, [one for one in answered if one[0].theme == theme.code])
    return (*blocks, *_nothing_found(material, answered), *_exculpatory(material, answered), *open_points(material))


def _answered(material: Material) -> list[Answered]:
    """Pair answers with their question and finding; an answer without a finding is hidden and does not count."""
    found = {one.id: one for one in material.assessment.findings}
    questions = material.catalogue.questions
    return [
        (questions[one.question], one, found[one.question])
        for one in material.dossier.answers
        if one.question in questions and one.question in found
    ]


def _themes(material: Material) -> tuple[Theme, ...]:
    return material.catalogue.themes or (Theme(FUNDING_THEME, "Financiering", ""),)


def _speaks_for(one: Answered) -> bool:
    question, _, finding = one
    if question.kind is Kind.MITIGATING:
        return finding.holds is Truth.YES
    return finding.holds is Truth.NO and question.kind is not Kind.CONTEXT


def _theme(material: Material, theme: Theme, answered: list[Answered]) -> list[Block]:
    """Give the signals of a theme, with the figures that belong to it; nothing when there are neither."""
    rows = [_signal(material, one) for one in answered if one[2].holds is Truth.YES and not _speaks_for(one)]
    figures = {FUNDING_THEME: funding, OPERATIONS_THEME: operations}.get(theme.code)
    told_figures = figures(material) if figures else ()
    if not rows and not told_figures:
        return []
    heading = Heading(3, f"{theme.code}. {theme.name}")
    context = [material.rule("area-context")] if theme.code == AREA_THEME else []
    table = [Table("Bevindingen", _SIGNALS, tuple(rows))] if rows else []
    return [heading, *context, *told_figures, *table]


def _signal(material: Material, one: Answered) -> tuple[Cell, ...]:
    question, answer, finding = one
    return row(
        question.id,
        _found(question, answer, finding),
        _meaning(material, question, finding),
        _innocent(question, answer),
        material.source_cell(answer.sources),
    )


def _found(question: Question, answer: Answer, finding: Finding) -> str:
    """Tell the finding, then the officer's note verbatim, then the day of the answer."""
    parts = [sentence(finding.text or question.finding)]
    parts += [answer.note] if answer.note else []
    parts += [f"({told(answer.on)})"] if answer.on else []
    return " ".join(parts)


def _meaning(material: Material, question: Question, finding: Finding) -> str:
    bears_on = listed(material.catalogue.word("ground", one) for one in finding.grounds) if finding.grounds else ""
    kind = sentence(material.word(question.kind))
    return f"{kind} Raakt: {bears_on}." if bears_on else kind


def _innocent(question: Question, answer: Answer) -> str:
    said = known(answer.innocent_explanation)
    if said:
        return said
    return f"Niet vastgelegd. Denkbaar: {question.innocent}" if question.innocent else "Niet vastgelegd."


def _nothing_found(material: Material, answered: Iterable[Answered]) -> tuple[Block, ...]:
    """Say of the other themes that nothing was found, or nothing recorded."""
    signalled = {question.theme for question, _, finding in answered if finding.holds is Truth.YES}
    asked = {question.theme for question, _, _ in answered}
    silent = [one for one in material.catalogue.themes if one.code in asked - signalled]
    empty = [one for one in material.catalogue.themes if one.code not in asked]
    said = [quiet(f"Beantwoord, zonder signaal: {_names(silent)}.")] if silent else []
    return (*said, *([quiet(f"Niets vastgelegd: {_names(empty)}.")] if empty else []))


def _names(themes: Iterable[Theme]) -> str:
    return listed(f"{one.code} {one.name}" for one in themes)


def _exculpatory(material: Material, answered: Iterable[Answered]) -> tuple[Block, ...]:
    rows = left_out(material)
    rows += [
        row(question.id, _speaking(material, question, answer, finding), material.source_cell(answer.sources))
        for question, answer, finding in answered
        if _speaks_for((question, answer, finding))
    ]
    table = table_or("", _FOR, rows, "Er is niets vastgelegd dat voor betrokkene spreekt.")
    return (Heading(3, "Ontlastend"), *((quiet(_counted(rows)),) if rows else ()), table)


def _counted(rows: list[tuple[Cell, ...]]) -> str:
    return f"{sentence(count(len(rows), 'punt dat', 'punten die') + ' voor betrokkene spreken')}"


def _speaking(material: Material, question: Question, answer: Answer, finding: Finding) -> str:
    """Tell the finding or the answer, then note and explanation verbatim."""
    mitigating = question.kind is Kind.MITIGATING
    first = sentence(finding.text or question.finding) if mitigating else _answer(material, question, answer)
    typed = [one for one in (known(answer.note), known(answer.innocent_explanation)) if one]
    return " ".join([first, *typed])


def _answer(material: Material, question: Question, answer: Answer) -> str:
    value = told(answer.value) if isinstance(answer.value, bool) else str(answer.value)
    return f"{question.text} {sentence(material.catalogue.words['answer'].get(value, value))}"
